package io.cloudsyncctl.apply.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import org.junit.jupiter.api.Test;

class OperationSequencerTest {
  private static final Location.InFile AT = new Location.InFile("office.yaml", 1, 1);
  private static final Address ARCHIVE = Address.ofConnection("office", "Archive", null);
  private static final Target.OfConnection CONNECTION =
      new Target.OfConnection(new ConnectionIdentity(5, "Archive", "az", "owner", "id-5"));

  private static Change create(String name) {
    TaskPaths paths = new TaskPaths("/archive/" + name, "/" + name);
    NewTask task =
        new NewTask(
            paths,
            SyncDirection.ONLY_UPLOAD,
            true,
            true,
            false,
            "STANDARD",
            false,
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            0);
    return new Change.Create(
        ARCHIVE.task(paths),
        CONNECTION,
        false,
        task,
        ImmutableList.of(),
        ImmutableList.of(),
        AT,
        null);
  }

  private static Change remove(long session, String name) {
    TaskPaths paths = new TaskPaths("/archive/" + name, "/" + name);
    return new Change.Delete(
        ARCHIVE.task(paths),
        new Target.OfTask(CONNECTION, session, paths, ""),
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        AT);
  }

  /** Another one may be removed for each that is created: tasks that move. */
  @Test
  void all_new_tasks_are_tested_before_any_task_is_removed() {
    Plan plan =
        new Plan(
            "office",
            ImmutableList.of(
                remove(1, "2021"), create("New 2021"), remove(2, "2022"), create("New 2022")),
            ImmutableList.of());

    assertThat(OperationSequencer.sequence(plan))
        .extracting(operation ->
            operation.summary()
                + (operation.address().task() == null
                    ? ""
                    : " " + operation.address().task().cloud()))
        .containsExactly(
            "pause",
            "test the new task /New 2021",
            "test the new task /New 2022",
            "remove the task /2021",
            "remove the task /2022",
            "create the task /New 2021",
            "write the task settings /New 2021",
            "write the filters /New 2021",
            "create the task /New 2022",
            "write the task settings /New 2022",
            "write the filters /New 2022",
            "resume");
  }
}
