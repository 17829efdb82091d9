package io.cloudsyncctl.run.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.Attributor;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.Histories;
import io.cloudsyncctl.finding.Ignores;
import io.cloudsyncctl.finding.Standing;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.desired.IgnoreRule;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.run.RunLog;
import io.cloudsyncctl.run.RunOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is said of each difference beyond the fact that it is one.
 *
 * @param baseline says whose it is
 * @param histories say since when; empty where no earlier reports were given
 * @param ignores say whether it counts
 * @param unmanaged whether what nobody declared is a difference as well
 */
public record FindingAssessor(
    Baseline baseline, Optional<Histories> histories, Ignores ignores, boolean unmanaged) {

  /** What is known without asking for anything. */
  public static FindingAssessor byRecords() {
    return new FindingAssessor(new Baseline.OfRecords(), Optional.empty(), Ignores.none(), false);
  }

  /** Puts what was found into the log of the run, for its reports. */
  public ImmutableList<NasOutcome<AssessedPlan>> assess(
      RunLog log, List<NasOutcome<Reading>> readings) {
    baseline
        .words(
            readings.stream()
                .flatMap(outcome -> outcome.result().stream())
                .map(Reading::record)
                .toList())
        .ifPresent(log::comparedWith);
    if (unmanaged) {
      log.countUndeclared();
    }
    ImmutableList<NasOutcome<AssessedPlan>> assessed =
        readings.stream()
            .map(outcome -> outcome.map(this::assess))
            .collect(ImmutableList.toImmutableList());
    assessed.forEach(log::planned);
    return assessed;
  }

  private AssessedPlan assess(Reading reading) {
    SettingsRecord record = reading.record();
    Optional<Attributor> attributor =
        baseline
            .of(reading.desired(), record)
            .map(earlier -> new Attributor(reading.desired(), earlier, record));
    return AssessedPlan.of(
        reading.plan(),
        unmanaged,
        difference ->
            new Finding(
                difference,
                attributor.map(one -> one.of(difference)).orElse(Attribution.UNATTRIBUTED),
                histories.map(one -> one.of(difference)),
                ignores.of(difference)));
  }

  /** Says which ignores have run out, and which are of no use where every NAS could be read. */
  public void reportIgnores(RunOutput output, List<NasOutcome<Plan>> outcomes) {
    List<Difference> differences = new ArrayList<>();
    boolean all = true;
    for (NasOutcome<Plan> outcome : outcomes) {
      switch (outcome) {
        case NasOutcome.Done<Plan>(String _, Plan plan) ->
            differences.addAll(differences(plan, true));
        case NasOutcome.Failed<Plan> _ -> all = false;
      }
    }
    List<Diagnostic> told = new ArrayList<>();
    ImmutableList<IgnoreRule> idle = ignores.idle(differences);
    for (IgnoreRule rule : ignores.rules()) {
      if (idle.contains(rule)) {
        if (all) {
          told.add(
              Diagnostic.note(
                  DiagnosticCode.IGNORE_UNUSED,
                  "nothing that differs is meant by the ignore of " + rule.address(),
                  rule.at(),
                  "remove it, or check its address"));
        }
      } else if (ignores.expired().contains(rule)) {
        told.addAll(expired(rule, outcomes));
      }
    }
    output.report(told);
  }

  private static List<Difference> differences(Plan plan, boolean unmanaged) {
    return AssessedPlan.of(plan, unmanaged, Finding::of).findings().stream()
        .map(Finding::difference)
        .toList();
  }

  /** What it means counts again, unless another rule holds; nothing where it would not count. */
  private List<Diagnostic> expired(IgnoreRule rule, List<NasOutcome<Plan>> outcomes) {
    Ignores alone = new Ignores(ImmutableList.of(rule), ignores.today());
    List<Difference> meant = new ArrayList<>();
    for (NasOutcome<Plan> outcome : outcomes) {
      if (outcome instanceof NasOutcome.Done<Plan>(String _, Plan plan)) {
        differences(plan, unmanaged).stream()
            .filter(difference -> alone.of(difference) instanceof Standing.Lapsed)
            .forEach(meant::add);
      }
    }
    if (meant.isEmpty()) {
      return List.of();
    }
    String held =
        "the ignore of " + rule.address() + " by " + rule.owner() + " held until " + rule.expires();
    return meant.stream().anyMatch(one -> ignores.of(one) instanceof Standing.Lapsed)
        ? List.of(
            Diagnostic.warning(
                DiagnosticCode.IGNORE_EXPIRED,
                held + ": what it means counts again",
                rule.at(),
                "mend the difference, or agree on another day"))
        : List.of(
            Diagnostic.note(
                DiagnosticCode.IGNORE_EXPIRED,
                held + ": what it means is ignored still, by another",
                rule.at(),
                "remove it"));
  }
}
