package io.cloudsyncctl.report.prometheus;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.History;
import io.cloudsyncctl.finding.ManagedAspect;
import io.cloudsyncctl.finding.Standing;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.NasReport;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Comparator;
import java.util.List;

/** The metrics of each NAS. */
final class NasGauges {
  private final List<NasReport> all;
  private final Gauge failed =
      new Gauge("cloudsyncctl_nas_failed", "1 where a NAS could not be read, for any reason.");
  private final Gauge unreachable =
      new Gauge(
          "cloudsyncctl_nas_unreachable",
          "1 where a NAS could not be reached or refused the login.");
  private final Gauge differences =
      new Gauge(
          "cloudsyncctl_differences",
          "What is not as declared and counts, by the worst that mending it may do and by whose it"
              + " is.");
  private final Gauge ignored =
      new Gauge("cloudsyncctl_ignored", "What is not as declared and ignored.");
  private final Gauge lapsed =
      new Gauge(
          "cloudsyncctl_ignores_expired", "Differences that count again: their ignore ran out.");
  private final Gauge oldest =
      new Gauge(
          "cloudsyncctl_oldest_difference_timestamp_seconds",
          "When the oldest difference that counts was first seen.");
  private final Gauge parts =
      new Gauge("cloudsyncctl_parts", "What is managed, and what is on the NAS besides, by state.");
  private final Gauge operations =
      new Gauge("cloudsyncctl_operations", "What an apply did, by outcome.");

  NasGauges(List<NasReport> all) {
    this.all = all;
  }

  void addTo(MetricSnapshots.Builder metrics) {
    all.forEach(this::put);
    List.of(failed, unreachable, differences, ignored, lapsed, oldest, parts, operations)
        .forEach(gauge -> gauge.addTo(metrics));
  }

  private void put(NasReport nas) {
    String name = PrometheusReportRenderer.label(nas);
    switch (nas.outcome()) {
      case NasOutcome.Failed<AssessedPlan> why -> {
        failed.put(1, "nas", name);
        unreachable.put(why.kind() == FailureKind.UNREACHABLE ? 1 : 0, "nas", name);
      }
      case NasOutcome.Done<AssessedPlan> _ -> {
        failed.put(0, "nas", name);
        unreachable.put(0, "nas", name);
        putFindings(name, nas.left());
      }
    }
    for (ManagedAspect.State state : ManagedAspect.State.values()) {
      parts.put(
          nas.parts().stream().filter(part -> part.state() == state).count(),
          "nas",
          name,
          "state",
          state.word());
    }
    nas.applied().flatMap(Applied::result).ifPresent(result -> putOperations(name, result));
  }

  private void putFindings(String name, ImmutableList<Finding> findings) {
    List<Finding> counting = findings.stream().filter(Finding::counts).toList();
    for (Risk risk : Risk.values()) {
      for (Attribution attribution : Attribution.values()) {
        long count =
            counting.stream()
                .filter(one -> one.difference().risk() == risk)
                .filter(one -> one.attribution() == attribution)
                .count();
        differences.put(count, "nas", name, "risk", risk.word(), "attribution", attribution.word());
      }
    }
    ignored.put(findings.size() - counting.size(), "nas", name);
    lapsed.put(
        findings.stream().filter(one -> one.standing() instanceof Standing.Lapsed).count(),
        "nas",
        name);
    counting.stream()
        .flatMap(one -> one.history().stream())
        .map(History::firstSeen)
        .min(Comparator.naturalOrder())
        .ifPresent(first -> oldest.put(first.toEpochMilli() / 1000.0, "nas", name));
  }

  private void putOperations(String name, ApplyResult result) {
    long done = count(result, OperationOutcome.Done.class);
    long failures = count(result, OperationOutcome.Failed.class);
    operations.put(done, "nas", name, "outcome", "done");
    operations.put(failures, "nas", name, "outcome", "failed");
    operations.put(result.outcomes().size() - done - failures, "nas", name, "outcome", "skipped");
  }

  private static long count(ApplyResult result, Class<? extends OperationOutcome> kind) {
    return result.outcomes().stream().filter(kind::isInstance).count();
  }
}
