package io.cloudsyncctl.apply.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationTest {
  private static final Address ADDRESS = Address.ofConnection("office", "Dropbox", null);
  private static final Target.OfConnection DROPBOX =
      new Target.OfConnection(new ConnectionIdentity(1, "Dropbox", "db", "ada", "id:1"));
  private static final Target.OfTask DOCUMENTS =
      Target.OfTask.toBeCreated(DROPBOX, new TaskPaths("/projects", "/docs"));

  static Stream<Operation> ofOneConnection() {
    return Stream.of(
        write(SettingGroup.SCHEDULE, DROPBOX, false),
        write(SettingGroup.FILTERS, DOCUMENTS, false),
        new Operation.PauseConnection(ADDRESS, DROPBOX),
        new Operation.ResumeConnection(ADDRESS, DROPBOX),
        new Operation.RemoveConnection(ADDRESS, DROPBOX, null),
        new Operation.RemoveTask(ADDRESS, DOCUMENTS));
  }

  @ParameterizedTest
  @MethodSource("ofOneConnection")
  void itConcernsTheConnectionThatItIsDoneTo(Operation operation) {
    assertThat(operation.concernedConnection()).contains(DROPBOX);
    assertThat(operation.toRest()).isEmpty();
  }

  @Test
  void aWriteOfPackageSettingsConcernsNoConnection() {
    assertThat(write(SettingGroup.PACKAGE, new Target.OfPackage(), true))
        .satisfies(
            write -> assertThat(write.concernedConnection()).isEmpty(),
            write -> assertThat(write.toRest()).isEmpty());
  }

  @Test
  void aWriteThatNeedsRestRestsTheConnectionThatItConcerns() {
    assertThat(write(SettingGroup.FILTERS, DOCUMENTS, true).toRest()).contains(DROPBOX);
    assertThat(write(SettingGroup.CONNECTION, DROPBOX, true).toRest()).contains(DROPBOX);
  }

  private static Operation write(SettingGroup group, Target target, boolean needsRest) {
    return new Operation.WriteGroup(
        ADDRESS, target, new GroupWrite(group, ImmutableMap.of(), ImmutableMap.of()), needsRest);
  }
}
