package io.cloudsyncctl.apply.operation;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.plan.model.SetOrder;
import io.cloudsyncctl.plan.model.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of an apply, as plain data. */
public sealed interface Operation {

  Address address();

  /**
   * A group of settings is written.
   *
   * @param target the task's session id is null where the task is created before this step
   * @param needsRest whether it may be written only while the connection rests
   */
  record WriteGroup(Address address, Target target, GroupWrite write, boolean needsRest)
      implements Operation {}

  /** {@code pause}. */
  record PauseConnection(Address address, Target.OfConnection connection) implements Operation {}

  /** {@code resume}. */
  record ResumeConnection(Address address, Target.OfConnection connection) implements Operation {}

  /**
   * {@code unlink_connection}: files stay on both sides.
   *
   * @param tasks the tasks that go with it; null where a file of an earlier version lacks them
   */
  record RemoveConnection(
      Address address, Target.OfConnection connection, @Nullable ImmutableList<TaskIdentity> tasks)
      implements Operation {}

  /** {@code unlink_session}: files stay on both sides. */
  record RemoveTask(Address address, Target.OfTask task) implements Operation {}

  /** {@code test_task_setting}: the NAS judges the settings of a task before it is created. */
  record TestTask(Address address, Target.OfConnection connection, NewTask task)
      implements Operation {}

  /**
   * {@code create_session}.
   *
   * @param needsRest whether it may be created only while the connection rests
   */
  record CreateTask(
      Address address, Target.OfConnection connection, NewTask task, boolean needsRest)
      implements Operation {
    /** The paths under which it is declared; an undo creates it with those that the NAS had. */
    public TaskPaths declared() {
      TaskPaths paths = address.task();
      return paths == null ? task.paths() : paths;
    }
  }

  /** The connection that it is done to; empty where it is done to the package. */
  default Optional<Target.OfConnection> concernedConnection() {
    return switch (this) {
      case WriteGroup write -> write.target().concernedConnection();
      case PauseConnection pause -> Optional.of(pause.connection());
      case ResumeConnection resume -> Optional.of(resume.connection());
      case RemoveConnection remove -> Optional.of(remove.connection());
      case RemoveTask remove -> Optional.of(remove.task().connection());
      case TestTask test -> Optional.of(test.connection());
      case CreateTask create -> Optional.of(create.connection());
    };
  }

  /**
   * The connection that has to rest before and after it; empty where it may be done whatever the
   * connection is doing.
   */
  default Optional<Target.OfConnection> toRest() {
    return switch (this) {
      case WriteGroup write when write.needsRest() -> write.target().concernedConnection();
      case CreateTask create when create.needsRest() -> Optional.of(create.connection());
      case WriteGroup _,
          CreateTask _,
          PauseConnection _,
          ResumeConnection _,
          RemoveConnection _,
          RemoveTask _,
          TestTask _ ->
          Optional.empty();
    };
  }

  /** The same with its sets in one order, so that it can be compared with another. */
  default Operation inOrder() {
    return switch (this) {
      case WriteGroup write ->
          new WriteGroup(
              write.address(), write.target(), SetOrder.of(write.write()), write.needsRest());
      case TestTask test ->
          new TestTask(test.address(), test.connection(), SetOrder.of(test.task()));
      case CreateTask create ->
          new CreateTask(
              create.address(),
              create.connection(),
              SetOrder.of(create.task()),
              create.needsRest());
      case PauseConnection _, ResumeConnection _, RemoveConnection _, RemoveTask _ -> this;
    };
  }

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
