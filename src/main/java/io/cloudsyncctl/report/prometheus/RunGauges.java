package io.cloudsyncctl.report.prometheus;

import io.cloudsyncctl.report.model.RunFacts;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.wording.RunWords;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** The metrics of a run as a whole. */
final class RunGauges {
  private final RunReport report;

  RunGauges(RunReport report) {
    this.report = report;
  }

  void addTo(MetricSnapshots.Builder all) {
    RunFacts facts = report.facts();
    one(
        all,
        "cloudsyncctl_run_timestamp_seconds",
        "When the last run began.",
        facts.started().toEpochMilli() / 1000.0);
    one(
        all,
        "cloudsyncctl_run_duration_seconds",
        "How long the last run took.",
        facts.took().toMillis() / 1000.0);
    one(
        all,
        "cloudsyncctl_run_exit_code",
        "The exit code of the last run: 0, 2 and 6 are successes.",
        facts.exitCode());
    one(
        all,
        "cloudsyncctl_run_incomplete",
        "1 where the last run was cut short, or files were wrong, so that NAS may be missing.",
        facts.cutShort().isPresent() || RunWords.badInput(report) ? 1 : 0);
  }

  private void one(MetricSnapshots.Builder all, String name, String help, double value) {
    Gauge gauge = new Gauge(name, help);
    gauge.put(value, "command", PrometheusReportRenderer.command(report.verb()));
    gauge.addTo(all);
  }
}
