package io.cloudsyncctl.report;

/** A run as GitLab's Terraform report. */
public final class GitLabReportRenderer implements ReportRenderer {
  @Override
  public String render(RunReport report) {
    throw new IllegalStateException("not there yet");
  }
}
