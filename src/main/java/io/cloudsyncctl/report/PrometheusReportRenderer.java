package io.cloudsyncctl.report;

/** A run as Prometheus metrics. */
public final class PrometheusReportRenderer implements ReportRenderer {
  @Override
  public String render(RunReport report) {
    throw new IllegalStateException("not there yet");
  }
}
