package io.cloudsyncctl.plan.fact;

import static io.cloudsyncctl.plan.Archive.paths;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateChangeTest {
  private static final Address CONNECTION = Address.ofConnection("office", "Archive", null);
  private static final Address TASK = CONNECTION.task(paths("/archive/A", "/A"));

  private static Fact fact(Address address, String key, WireValue value) {
    return new Fact(address, key, value);
  }

  private static Fact status(String value) {
    return fact(CONNECTION, Fact.STATUS, WireValue.of(value));
  }

  private static Fact id(Address address, long id) {
    return fact(address, Fact.ID, WireValue.of(id));
  }

  @Test
  void whatIsTheSameIsNoChange() {
    assertThat(StateChange.between(List.of(status("active")), List.of(status("active")))).isEmpty();
  }

  @Test
  void anotherValueIsToldWithBoth() {
    assertThat(StateChange.between(List.of(status("active")), List.of(status("pause"))))
        .containsExactly(
            new StateChange(
                CONNECTION,
                Fact.STATUS,
                Optional.of(WireValue.of("active")),
                Optional.of(WireValue.of("pause"))));
  }

  @Test
  void theOrderOfASetIsNoChange() {
    assertThat(
            StateChange.between(
                List.of(fact(TASK, "filters", WireValue.Items.ofTexts(List.of("a", "b")))),
                List.of(fact(TASK, "filters", WireValue.Items.ofTexts(List.of("b", "a"))))))
        .isEmpty();
  }

  @Test
  void ofWhatCameOrWentNothingElseIsTold() {
    List<Fact> task = List.of(id(TASK, 7), fact(TASK, "remote_folder_id", WireValue.of("f")));

    assertThat(StateChange.between(List.of(), task))
        .containsExactly(
            new StateChange(TASK, Fact.ID, Optional.empty(), Optional.of(WireValue.of(7))));
    assertThat(StateChange.between(task, List.of()))
        .containsExactly(
            new StateChange(TASK, Fact.ID, Optional.of(WireValue.of(7)), Optional.empty()));
  }

  @Test
  void changesStandInTheOrderOfTheirAddresses() {
    assertThat(
            StateChange.between(
                List.of(id(TASK, 7), status("active")), List.of(id(TASK, 8), status("pause"))))
        .extracting(StateChange::address)
        .containsExactly(CONNECTION, TASK);
  }

  @Test
  void eachOfTwoConnectionsOfOneAddressCounts() {
    assertThat(
            StateChange.between(
                List.of(id(CONNECTION, 3), id(CONNECTION, 4)), List.of(id(CONNECTION, 3))))
        .containsExactly(
            new StateChange(CONNECTION, Fact.ID, Optional.of(WireValue.of(4)), Optional.empty()));
  }

  @Test
  void aChangeKnowsItsSetting() {
    assertThat(change(TASK, TaskSettings.SYNC_DIRECTION.relativePath()).setting())
        .contains(TaskSettings.SYNC_DIRECTION);
    assertThat(change(CONNECTION, ConnectionSettings.STORAGE_CLASS.relativePath()).setting())
        .contains(ConnectionSettings.STORAGE_CLASS);
    assertThat(change(CONNECTION, TaskSettings.SYNC_DIRECTION.relativePath()).setting()).isEmpty();
    assertThat(change(CONNECTION, Fact.STATUS).setting()).isEmpty();
  }

  private static StateChange change(Address address, String key) {
    return new StateChange(address, key, Optional.empty(), Optional.empty());
  }
}
