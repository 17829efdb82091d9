package io.cloudsyncctl.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Inventory;
import io.cloudsyncctl.finding.ManagedAspect;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.RunFacts;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Verb;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run has found and done so far. Its reports are made of it, however the run ends: it may be
 * asked at any moment and from another thread.
 */
public final class RunLog {
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Map<String, DesiredState> states = new LinkedHashMap<>();
  private final Map<String, NasOutcome<AssessedPlan>> seen = new LinkedHashMap<>();
  private final Map<String, Applied> applied = new LinkedHashMap<>();
  private Optional<String> baseline = Optional.empty();
  private Optional<ImmutableList<Path>> named = Optional.empty();
  private boolean countsUndeclared;

  /** Something was told on standard error. */
  public synchronized void told(List<Diagnostic> told) {
    diagnostics.addAll(told);
  }

  /** The run is about these NAS, which the files that are named declare. */
  public synchronized void declared(List<Path> files, List<DesiredState> declared) {
    named = Optional.of(ImmutableList.copyOf(files));
    declared.forEach(state -> states.put(state.nas().name(), state));
  }

  /** How many NAS the run is about, as far as that is known yet. */
  public synchronized int size() {
    return states.size();
  }

  /** The declarations were compared with this, in words. */
  public synchronized void comparedWith(String words) {
    baseline = Optional.of(words);
  }

  /** What nobody declared counts as a difference. */
  public synchronized void countUndeclared() {
    countsUndeclared = true;
  }

  /** Whether what nobody declared counts as a difference. */
  public synchronized boolean countsUndeclared() {
    return countsUndeclared;
  }

  /** With what the declarations were compared. */
  public synchronized Optional<String> baseline() {
    return baseline;
  }

  /** The files that the run was given; empty before they were loaded. */
  public synchronized Optional<ImmutableList<Path>> named() {
    return named;
  }

  /** The files that the run's NAS are declared in. */
  public synchronized ImmutableSet<String> files() {
    return states.values().stream()
        .flatMap(state -> state.files().stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /** A NAS was read, or could not be. */
  public synchronized void planned(NasOutcome<AssessedPlan> outcome) {
    seen.put(outcome.nas(), outcome);
  }

  /** Something was done about a plan, or nothing was, for a reason. */
  public synchronized void applied(
      String nas, Applied.Status status, Optional<ApplyResult> result) {
    applied.put(nas, new Applied(status, result));
  }

  /** Everything so far. */
  public synchronized RunReport report(Verb verb, RunFacts facts) {
    ImmutableList.Builder<NasReport> reports = ImmutableList.builder();
    seen.forEach((name, one) -> reports.add(report(name, one, verb)));
    return new RunReport(verb, facts, reports.build(), ImmutableList.copyOf(diagnostics));
  }

  private NasReport report(String name, NasOutcome<AssessedPlan> one, Verb verb) {
    DesiredState state = states.get(name);
    Optional<Applied> done = applied(name, one, verb);
    return new NasReport(
        name,
        state == null ? ImmutableList.of() : state.files(),
        one,
        state == null ? ImmutableList.of() : parts(state, one, done),
        done);
  }

  private Optional<Applied> applied(String name, NasOutcome<AssessedPlan> one, Verb verb) {
    return switch (verb) {
      case PLAN, DRIFT -> Optional.empty();
      case APPLY, DRY_RUN, UNDO ->
          switch (one) {
            case NasOutcome.Failed<AssessedPlan> _ -> Optional.empty();
            case NasOutcome.Done<AssessedPlan> _ ->
                Optional.of(
                    applied.getOrDefault(
                        name, new Applied(Applied.Status.NOT_BEGUN, Optional.empty())));
          };
    };
  }

  /** As the NAS was left, where it was read afterwards, else as it was found. */
  private static ImmutableList<ManagedAspect> parts(
      DesiredState state, NasOutcome<AssessedPlan> one, Optional<Applied> done) {
    Optional<Plan> remaining =
        done.filter(what -> what.status() != Applied.Status.REHEARSED)
            .flatMap(Applied::result)
            .flatMap(result -> Optional.ofNullable(result.remaining()));
    if (remaining.isPresent()) {
      return Inventory.of(state, AssessedPlan.of(remaining.get()));
    }
    return switch (one) {
      case NasOutcome.Done<AssessedPlan>(String _, AssessedPlan plan) -> Inventory.of(state, plan);
      case NasOutcome.Failed<AssessedPlan> _ -> Inventory.unreached(state);
    };
  }
}
