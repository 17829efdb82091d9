package io.cloudsyncctl.report;

/** A run as GitHub's workflow commands. */
public final class GitHubReportRenderer implements ReportRenderer {
  @Override
  public String render(RunReport report) {
    throw new IllegalStateException("not there yet");
  }
}
