package io.cloudsyncctl.plan.diff;

import static io.cloudsyncctl.plan.Archive.paths;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.Archive;
import io.cloudsyncctl.plan.Live;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuiesceTest {
  private static final Address ADDRESS = Address.ofConnection("office", "Archive", null);

  private static LiveConnection live(String status) {
    return new LiveConnection(
        5,
        "Archive",
        "az",
        status,
        "owner",
        "id-5",
        WireValue.Members.EMPTY,
        LiveSettings.EMPTY,
        ImmutableList.of(Archive.task(8, "/archive/B", "/B"), Archive.task(7, "/archive/A", "/A")),
        null);
  }

  private static LiveState nas(boolean allPaused, LiveConnection connection) {
    return new LiveState(LiveSettings.EMPTY, true, allPaused, ImmutableList.of(connection));
  }

  private static Change.Update change(Risk risk, boolean blocked) {
    return new Change.Update(
        ADDRESS,
        Target.OfConnection.of(live("uptodate")),
        SettingGroup.CONNECTION,
        ImmutableList.of(
            new FieldChange<>(
                ConnectionSettings.STORAGE_CLASS,
                new Value.Known<>("STANDARD"),
                "OTHER",
                Live.AT,
                ImmutableList.of(new RiskFinding(risk, "it may")))),
        blocked
            ? null
            : new GroupWrite(SettingGroup.CONNECTION, ImmutableMap.of(), ImmutableMap.of()),
        blocked ? "declare more" : null);
  }

  private static Change.Pause pause() {
    return new Change.Pause(ADDRESS, Target.OfConnection.of(live("uptodate")), "uptodate", Live.AT);
  }

  private static Change.Resume resume() {
    return new Change.Resume(ADDRESS, Target.OfConnection.of(live("pause")), "pause", Live.AT);
  }

  private static List<Plan.Resting> resting(LiveState live, Change... changes) {
    return Quiesce.addTo(
            new Plan("office", ImmutableList.copyOf(changes), ImmutableList.of()), live)
        .resting();
  }

  private static final Change.Update DANGEROUS = change(Risk.DATA_LOSS, false);

  @Test
  void aConnectionRestsWithAllItsTasksWhileWhatMayDeleteFilesIsWritten() {
    assertThat(resting(nas(false, live("uptodate")), DANGEROUS))
        .containsExactly(
            new Plan.Resting(
                ADDRESS,
                Target.OfConnection.of(live("uptodate")),
                ImmutableList.of(
                    ADDRESS.task(paths("/archive/A", "/A")),
                    ADDRESS.task(paths("/archive/B", "/B")))));
  }

  @Test
  void aTaskIsCalledByItsDeclaredPaths() {
    Plan plan =
        new Plan(
            "office",
            ImmutableList.of(DANGEROUS),
            ImmutableList.of(
                new Observation.PathNotKept(
                    ADDRESS.task(paths("/archive/Z", "/Z")), 5, 7, paths("/archive/A", "/A"))));

    assertThat(Quiesce.addTo(plan, nas(false, live("uptodate"))).resting().getFirst().tasks())
        .containsExactly(
            ADDRESS.task(paths("/archive/B", "/B")), ADDRESS.task(paths("/archive/Z", "/Z")));
  }

  @ParameterizedTest
  @EnumSource(value = Risk.class, names = "DATA_LOSS", mode = EnumSource.Mode.EXCLUDE)
  void nothingRestsForLess(Risk risk) {
    assertThat(resting(nas(false, live("uptodate")), change(risk, false))).isEmpty();
  }

  @Test
  void nothingRestsForWhatIsNotWritten() {
    assertThat(resting(nas(false, live("uptodate")), change(Risk.DATA_LOSS, true))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pause, false",
    "unlink, false",
    "uptodate, true",
    "error, true",
    "suspended, true",
  })
  void whatRestsByItselfIsNotPaused(String status, boolean paused) {
    assertThat(resting(nas(false, live(status)), DANGEROUS)).hasSize(paused ? 1 : 0);
  }

  @Test
  void whatThePlanPausesIsLeftToThat() {
    assertThat(resting(nas(false, live("uptodate")), DANGEROUS, pause())).isEmpty();
  }

  @Test
  void wherePeopleHavePausedEverythingOnlyWhatIsResumedIsPaused() {
    assertThat(resting(nas(true, live("uptodate")), DANGEROUS)).isEmpty();
    assertThat(resting(nas(true, live("uptodate")), DANGEROUS, resume())).hasSize(1);
  }

  @Test
  void aPlanThatWasLookedAtWritesAtRestOnly() {
    Plan plan = new Plan("office", ImmutableList.of(), ImmutableList.of());
    assertThat(plan.atRest()).isFalse();
    assertThat(Quiesce.addTo(plan, nas(false, live("uptodate"))).atRest()).isTrue();
  }
}
