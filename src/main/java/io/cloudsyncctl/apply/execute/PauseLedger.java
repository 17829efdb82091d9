package io.cloudsyncctl.apply.execute;

import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.apply.pause.PauseSwitch;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.plan.model.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which connections are paused in this apply and what for, and which of them were changed since, by
 * it or by somebody else meanwhile.
 */
final class PauseLedger {
  private final Set<Long> resumedLater = new HashSet<>();
  private final Set<Long> toRest = new HashSet<>();
  private final Set<Long> paused = new HashSet<>();
  private final Set<Long> touched = new HashSet<>();

  /**
   * Those of which something was done that goes with what was left out, and the other way round.
   */
  private final Set<Long> begun = new HashSet<>();

  private final Set<Long> leftOut = new HashSet<>();

  PauseLedger(List<Operation> planned) {
    for (Operation operation : planned) {
      if (operation instanceof Operation.ResumeConnection resume) {
        resumedLater.add(resume.connection().id());
      }
      operation.toRest().ifPresent(connection -> toRest.add(connection.id()));
    }
  }

  /** What an operation pauses its connection for, if it does. */
  PauseSwitch.Purpose purpose(Operation operation) {
    long id = connection(operation).orElse(-1L);
    if (!resumedLater.contains(id)) {
      return PauseSwitch.Purpose.DECLARED;
    }
    return toRest.contains(id) ? PauseSwitch.Purpose.REST : PauseSwitch.Purpose.NEW_TASK;
  }

  /** Takes down what came of an operation. */
  void note(OperationOutcome outcome) {
    Operation operation = outcome.operation();
    Optional<Long> connection = connection(operation);
    if (connection.isEmpty()) {
      return;
    }
    if (goesWithOthers(operation)) {
      (outcome instanceof OperationOutcome.Skipped ? leftOut : begun).add(connection.get());
    }
    boolean mayBeDone =
        switch (outcome) {
          case OperationOutcome.Done _ -> true;
          case OperationOutcome.Failed failed -> failed.uncertain();
          case OperationOutcome.Skipped _ -> false;
        };
    boolean mayHaveChanged = mayBeDone || moved(outcome);
    if (operation instanceof Operation.PauseConnection) {
      if (mayBeDone) {
        paused.add(connection.get());
        touched.remove(connection.get());
      }
    } else if (mayHaveChanged && !(operation instanceof Operation.TestTask)) {
      touched.add(connection.get());
    }
  }

  private static boolean moved(OperationOutcome outcome) {
    return outcome instanceof OperationOutcome.Failed failed
        && failed.diagnostic().code() == DiagnosticCode.NAS_MOVED;
  }

  /** Whether it resumes a connection of which nothing but the pause has changed, by whomever. */
  boolean endsHarmlessly(Operation operation) {
    return operation instanceof Operation.ResumeConnection resume
        && paused.contains(resume.connection().id())
        && !touched.contains(resume.connection().id());
  }

  /**
   * Whether it resumes a connection that is not half old and half new: of all that was to be done
   * to it, what may matter to files was done, or none of it was tried.
   */
  boolean isEarned(Operation operation) {
    return operation instanceof Operation.ResumeConnection resume
        && !(begun.contains(resume.connection().id())
            && leftOut.contains(resume.connection().id()));
  }

  /** Whether files may depend on it together with what else is done to its connection. */
  private static boolean goesWithOthers(Operation operation) {
    return switch (operation) {
      case Operation.WriteGroup write -> write.write().group() != SettingGroup.CONNECTION;
      case Operation.RemoveConnection _, Operation.RemoveTask _, Operation.CreateTask _ -> true;
      case Operation.PauseConnection _, Operation.ResumeConnection _, Operation.TestTask _ -> false;
    };
  }

  private static Optional<Long> connection(Operation operation) {
    return operation.concernedConnection().map(Target.OfConnection::id);
  }
}
