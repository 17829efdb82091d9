package io.cloudsyncctl.report;

/** A run as SARIF 2.1.0. */
public final class SarifReportRenderer implements ReportRenderer {
  @Override
  public String render(RunReport report) {
    throw new IllegalStateException("not there yet");
  }
}
