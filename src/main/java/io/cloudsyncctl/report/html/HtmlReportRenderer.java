package io.cloudsyncctl.report.html;

import io.cloudsyncctl.report.ReportRenderer;
import io.cloudsyncctl.report.RunReport;

/** A run as one HTML file. */
public final class HtmlReportRenderer implements ReportRenderer {
  @Override
  public String render(RunReport report) {
    throw new IllegalStateException("not there yet");
  }
}
