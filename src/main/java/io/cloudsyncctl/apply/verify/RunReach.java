package io.cloudsyncctl.apply.verify;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a run has written to or may have: everything else on the NAS was to stay as it was. To pause
 * or resume a connection is to write to it.
 */
public final class RunReach {
  /** The key of the package among those of connections. */
  static final long PACKAGE = -1;

  /**
   * A group of one subject.
   *
   * @param id the connection's or the task's session id, {@link #PACKAGE} for the package
   */
  record Written(SettingGroup group, long id) {
    static Written of(SettingGroup group, Target target) {
      long id =
          switch (target) {
            case Target.OfPackage _ -> PACKAGE;
            case Target.OfConnection connection -> connection.id();
            case Target.OfTask task -> Objects.requireNonNullElse(task.sessionId(), PACKAGE);
          };
      return new Written(group, id);
    }
  }

  /** One write: what was sent, and whether it certainly was done. */
  private record Sent(ImmutableMap<String, WireValue> parameters, boolean done) {}

  private final Map<Written, List<Sent>> sent = new HashMap<>();
  private final Set<Written> told = new HashSet<>();
  private final Set<Long> moved = new HashSet<>();
  private final SetMultimap<Long, String> deeds = LinkedHashMultimap.create();
  private final SetMultimap<Long, TaskPaths> creations = LinkedHashMultimap.create();
  private final Set<Long> removedConnections = new HashSet<>();
  private final Set<Long> removedTasks = new HashSet<>();

  private RunReach() {}

  public static RunReach of(List<OperationOutcome> outcomes) {
    RunReach reach = new RunReach();
    for (OperationOutcome outcome : outcomes) {
      switch (outcome) {
        case OperationOutcome.Done(Operation operation) -> reach.add(operation, true);
        case OperationOutcome.Failed failed -> {
          reach.tell(failed);
          if (failed.uncertain()) {
            reach.add(failed.operation(), false);
          }
        }
        case OperationOutcome.Skipped _ -> {}
      }
    }
    return reach;
  }

  /** What an operation has told as the reason why it failed is not told again. */
  private void tell(OperationOutcome.Failed failed) {
    boolean hasMoved = failed.diagnostic().code() == DiagnosticCode.NAS_MOVED;
    if (hasMoved) {
      moved.add(connection(failed.operation()));
    }
    if (failed.operation() instanceof Operation.WriteGroup write
        && (hasMoved || failed.diagnostic().code() == DiagnosticCode.NOT_CONVERGED)) {
      told.add(written(write));
    }
  }

  private void add(Operation operation, boolean done) {
    switch (operation) {
      case Operation.WriteGroup write -> {
        sent.computeIfAbsent(written(write), _ -> new ArrayList<>())
            .add(new Sent(write.write().parameters(), done));
      }
      case Operation.RemoveConnection remove -> removedConnections.add(remove.connection().id());
      case Operation.RemoveTask remove -> {
        Long session = remove.task().sessionId();
        if (session != null) {
          removedTasks.add(session);
        }
      }
      case Operation.CreateTask create ->
          creations.put(create.connection().id(), create.task().paths());
      case Operation.PauseConnection _, Operation.ResumeConnection _ -> {}
      case Operation.TestTask _ -> {
        // It changes nothing.
        return;
      }
    }
    deeds.put(connection(operation), operation.summary());
  }

  private static Written written(Operation.WriteGroup write) {
    return Written.of(write.write().group(), write.target());
  }

  private static long connection(Operation operation) {
    return operation.concernedConnection().map(Target.OfConnection::id).orElse(PACKAGE);
  }

  /** What was done to a connection, or to the package, in the words of its operations. */
  public Set<String> deeds(long connection) {
    return deeds.get(connection);
  }

  /** Whether a group was written or may have been. */
  boolean wrote(Written group) {
    return sent.containsKey(group);
  }

  /** Whether all that is otherwise than it was to be in a group is told already. */
  boolean told(Written group) {
    return told.contains(group);
  }

  /**
   * Whether it is told already that a connection, or a task of it, came, went or is another one.
   */
  boolean toldOfPresence(long connection) {
    return moved.contains(connection);
  }

  /**
   * The values that a parameter may have by now: of the last one it is certain that it was sent.
   */
  List<WireValue> allowed(Written group, String parameter, WireValue before) {
    List<WireValue> allowed = new ArrayList<>(List.of(before));
    for (Sent one : sent.getOrDefault(group, List.of())) {
      WireValue value = one.parameters().get(parameter);
      if (value != null) {
        // That a getter answers the relink behaviour is inferred (protocol note §4).
        if (one.done() && group.group() != SettingGroup.RELINK) {
          allowed.clear();
        }
        allowed.add(value);
      }
    }
    return allowed;
  }

  boolean removedConnection(long id) {
    return removedConnections.contains(id);
  }

  boolean removedTask(long session) {
    return removedTasks.contains(session);
  }

  /** Whether a new task of a connection is one that was created. */
  boolean created(long connection, TaskPaths paths) {
    return creations.get(connection).stream().anyMatch(paths::same);
  }
}
