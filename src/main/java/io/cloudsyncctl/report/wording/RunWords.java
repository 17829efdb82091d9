package io.cloudsyncctl.report.wording;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.RunFacts;
import io.cloudsyncctl.report.model.RunReport;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a run ended, in words, escaped by {@link Escaper}. */
public final class RunWords {
  private static final int BAD_INPUT = 65;

  /** Before why it was cut short. */
  public static final String CUT_SHORT = "The run did not come to its end: ";

  private RunWords() {}

  /** What an exit code means (README, "Exit codes"). */
  public static String meaning(int exitCode) {
    return switch (exitCode) {
      case 0 -> "done, or nothing to do";
      case 1 -> "failed, or interrupted before any write";
      case 2 -> "something differs";
      case 3 -> "refused, or the NAS has changed since the plan; nothing was written there";
      case 4 -> "partly applied, or not as declared afterwards";
      case 5 -> "a NAS could not be reached or refused the login";
      case 6 -> "applied; steps remain that only a person can do";
      case 64 -> "bad usage";
      case BAD_INPUT -> "bad input";
      default -> "exit code " + exitCode;
    };
  }

  /** Whether the run came to its end and found out, or did, what it was for. */
  public static boolean succeeded(RunFacts facts) {
    return facts.cutShort().isEmpty()
        && switch (facts.exitCode()) {
          case 0, 2, 6 -> true;
          default -> false;
        };
  }

  /** Whether a NAS was read and, where that was asked for, made as it was to be. */
  public static boolean succeeded(NasReport nas) {
    return nas.outcome() instanceof NasOutcome.Done<AssessedPlan>
        && nas.applied().stream().noneMatch(applied -> applied.status().failed());
  }

  /** Whether files were wrong, so that a NAS may be missing altogether. */
  public static boolean badInput(RunReport report) {
    return report.facts().exitCode() == BAD_INPUT;
  }

  /** Why a run did not succeed. */
  public static String why(RunReport report) {
    return report
        .facts()
        .cutShort()
        .map(Escaper::sentence)
        .orElse(meaning(report.facts().exitCode()));
  }

  /** Why the run was cut short, unless one of its messages says so already. */
  public static Optional<String> cutShortUntold(RunReport report) {
    return report
        .facts()
        .cutShort()
        .filter(why -> report.diagnostics().stream().noneMatch(one -> one.message().equals(why)));
  }

  /** The errors that belong to no NAS and no operation. */
  public static ImmutableList<Diagnostic> errorsOfTheRun(RunReport report) {
    Set<Diagnostic> told = new HashSet<>();
    for (NasReport nas : report.nas()) {
      told.addAll(failures(nas));
      nas.applied().flatMap(Applied::result).ifPresent(result -> told.addAll(failures(result)));
    }
    return report.diagnostics().stream()
        .filter(one -> one.severity() == Severity.ERROR && !told.contains(one))
        .collect(ImmutableList.toImmutableList());
  }

  /** Why a NAS has no plan; empty where it has one. */
  static ImmutableList<Diagnostic> failures(NasReport nas) {
    return switch (nas.outcome()) {
      case NasOutcome.Failed<AssessedPlan> failed -> failed.diagnostics();
      case NasOutcome.Done<AssessedPlan> _ -> ImmutableList.of();
    };
  }

  private static List<Diagnostic> failures(ApplyResult result) {
    return result.outcomes().stream()
        .filter(OperationOutcome.Failed.class::isInstance)
        .map(outcome -> ((OperationOutcome.Failed) outcome).diagnostic())
        .toList();
  }
}
