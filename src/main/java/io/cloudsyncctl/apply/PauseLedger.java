package io.cloudsyncctl.apply;

import io.cloudsyncctl.plan.Target;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which connections were paused in this apply, and which of them were changed since, by it or by
 * somebody else meanwhile.
 */
final class PauseLedger {
  private final Set<Long> paused = new HashSet<>();
  private final Set<Long> touched = new HashSet<>();

  /** Takes down what came of an operation. */
  void note(OperationOutcome outcome) {
    Operation operation = outcome.operation();
    Optional<Long> connection = connection(operation);
    if (connection.isEmpty()) {
      return;
    }
    boolean mayHaveChanged =
        switch (outcome) {
          case OperationOutcome.Done _ -> true;
          case OperationOutcome.Failed failed ->
              failed.uncertain() || failed.diagnostic().code().equals(FreshReads.MOVED);
          case OperationOutcome.Skipped _ -> false;
        };
    if (operation instanceof Operation.PauseConnection) {
      if (mayHaveChanged) {
        paused.add(connection.get());
      }
    } else if (mayHaveChanged && !(operation instanceof Operation.TestTask)) {
      touched.add(connection.get());
    }
  }

  /** Whether it resumes a connection of which nothing but the pause has changed, by whomever. */
  boolean endsHarmlessly(Operation operation) {
    return operation instanceof Operation.ResumeConnection resume
        && paused.contains(resume.connection().id())
        && !touched.contains(resume.connection().id());
  }

  private static Optional<Long> connection(Operation operation) {
    return switch (operation) {
      case Operation.WriteGroup write -> connection(write.target());
      case Operation.PauseConnection pause -> Optional.of(pause.connection().id());
      case Operation.ResumeConnection resume -> Optional.of(resume.connection().id());
      case Operation.RemoveConnection remove -> Optional.of(remove.connection().id());
      case Operation.RemoveTask remove -> Optional.of(remove.task().connection().id());
      case Operation.TestTask test -> Optional.of(test.connection().id());
      case Operation.CreateTask create -> Optional.of(create.connection().id());
    };
  }

  private static Optional<Long> connection(Target target) {
    return switch (target) {
      case Target.OfPackage _ -> Optional.empty();
      case Target.OfConnection connection -> Optional.of(connection.id());
      case Target.OfTask task -> Optional.of(task.connection().id());
    };
  }
}
