package io.cloudsyncctl.notify;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.model.Verb;
import java.util.Comparator;

/** Says how each NAS of a run is. */
public final class Conditions {
  private Conditions() {}

  /** One for each NAS, and one for the run itself: whether it broke off, or came to less NAS. */
  public static ImmutableList<Condition> of(RunReport report) {
    ImmutableList.Builder<Condition> conditions = ImmutableList.builder();
    report.nas().forEach(nas -> conditions.add(condition(nas, report.verb())));
    conditions.add(ofTheRun(report));
    return conditions.build();
  }

  /** Also where all is well: else nobody would be told of the recovery, nor of the next failure. */
  private static Condition ofTheRun(RunReport report) {
    ImmutableList<String> codes =
        report.diagnostics().stream()
            .filter(Conditions::isOfTheInput)
            .map(one -> one.code().id())
            .distinct()
            .sorted()
            .collect(ImmutableList.toImmutableList());
    boolean broken = report.facts().cutShort().isPresent() || !codes.isEmpty();
    return new Condition(
        "", broken ? Condition.State.FAILED : Condition.State.IN_SYNC, codes, Risk.NONE);
  }

  /** An error in a file keeps a NAS out of the run altogether. */
  private static boolean isOfTheInput(Diagnostic diagnostic) {
    return diagnostic.severity() == Severity.ERROR
        && diagnostic.location() instanceof Location.InFile;
  }

  private static Condition condition(NasReport nas, Verb verb) {
    return switch (nas.outcome()) {
      case NasOutcome.Failed<AssessedPlan> failed ->
          new Condition(
              nas.nas(),
              failed.kind() == FailureKind.UNREACHABLE
                  ? Condition.State.UNREACHABLE
                  : Condition.State.FAILED,
              failed.diagnostics().stream()
                  .map(one -> one.code().id())
                  .distinct()
                  .sorted()
                  .collect(ImmutableList.toImmutableList()),
              Risk.NONE);
      case NasOutcome.Done<AssessedPlan> _ -> condition(nas, state(nas, verb));
    };
  }

  private static Condition condition(NasReport nas, Condition.State state) {
    if (state == Condition.State.IN_SYNC) {
      return new Condition(nas.nas(), state, ImmutableList.of(), Risk.NONE);
    }
    return new Condition(
        nas.nas(),
        state,
        nas.counting().stream()
            .map(finding -> finding.difference().key().text())
            .distinct()
            .sorted()
            .collect(ImmutableList.toImmutableList()),
        nas.counting().stream()
            .map(finding -> finding.difference().risk())
            .max(Comparator.naturalOrder())
            .orElse(Risk.NONE));
  }

  private static Condition.State state(NasReport nas, Verb verb) {
    Condition.State found =
        switch (Totals.of(nas, verb).state()) {
          case AS_DECLARED, IGNORED -> Condition.State.IN_SYNC;
          case READ_IN_PART -> Condition.State.NOT_READ_IN_FULL;
          case DIFFERENT -> Condition.State.DIFFERS;
        };
    return nas.applied().map(applied -> state(applied.status(), found)).orElse(found);
  }

  private static Condition.State state(Applied.Status status, Condition.State found) {
    return switch (status) {
      case NOTHING_TO_DO, MANUAL_STEPS_REMAIN, REHEARSED, NOT_APPROVED, NOT_BEGUN -> found;
      case APPLIED -> Condition.State.IN_SYNC;
      case REFUSED -> Condition.State.REFUSED;
      case FAILED -> Condition.State.FAILED;
      case NOT_READ_IN_FULL -> Condition.State.NOT_READ_IN_FULL;
      case PARTLY_APPLIED -> Condition.State.PARTLY_APPLIED;
    };
  }
}
