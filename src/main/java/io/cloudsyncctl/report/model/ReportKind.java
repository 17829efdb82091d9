package io.cloudsyncctl.report.model;

import java.util.Locale;

/** The kinds of report that a run can leave. */
public enum ReportKind {
  /** For programs: {@code schemas/report-v1.schema.json}. */
  JSON,
  /** For comments on a code host. */
  MARKDOWN,
  /** For people: one file that needs nothing else. */
  HTML,
  /** Test results: what is managed as cases. */
  JUNIT,
  /** Code scanning: each difference at the line that declares it. */
  SARIF,
  /** GitLab's Terraform report: how much is created, updated and deleted. */
  GITLAB,
  /** GitHub's workflow commands, and the summary of the job. */
  GITHUB,
  /** Metrics for node_exporter's textfile collector. */
  PROMETHEUS;

  /** The word that people write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
