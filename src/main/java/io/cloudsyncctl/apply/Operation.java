package io.cloudsyncctl.apply;

import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.plan.GroupWrite;
import io.cloudsyncctl.plan.NewTask;
import io.cloudsyncctl.plan.Target;

/** One step of an apply, as plain data. */
public sealed interface Operation {

  Address address();

  /**
   * A group of settings is written.
   *
   * @param target the task's session id is null where the task is created before this step
   */
  record WriteGroup(Address address, Target target, GroupWrite write) implements Operation {}

  /** {@code pause}. */
  record PauseConnection(Address address, Target.OfConnection connection) implements Operation {}

  /** {@code resume}. */
  record ResumeConnection(Address address, Target.OfConnection connection) implements Operation {}

  /** {@code unlink_connection}: files stay on both sides. */
  record RemoveConnection(Address address, Target.OfConnection connection) implements Operation {}

  /** {@code unlink_session}: files stay on both sides. */
  record RemoveTask(Address address, Target.OfTask task) implements Operation {}

  /** {@code test_task_setting}: the NAS judges the settings of a task before it is created. */
  record TestTask(Address address, Target.OfConnection connection, NewTask task)
      implements Operation {}

  /** {@code create_session}. */
  record CreateTask(Address address, Target.OfConnection connection, NewTask task)
      implements Operation {}

  /** What it does, for people. */
  default String summary() {
    return switch (this) {
      case WriteGroup write ->
          switch (write.write().group()) {
            case PACKAGE -> "write the package settings";
            case RELINK -> "write the relink behaviour";
            case CONNECTION -> "write the connection settings";
            case SCHEDULE -> "write the schedule";
            case TASK -> "write the task settings";
            case FILTERS -> "write the filters";
          };
      case PauseConnection _ -> "pause";
      case ResumeConnection _ -> "resume";
      case RemoveConnection _ -> "remove the connection";
      case RemoveTask _ -> "remove the task";
      case TestTask _ -> "test the new task";
      case CreateTask _ -> "create the task";
    };
  }
}
