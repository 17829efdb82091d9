package io.cloudsyncctl.report.model;

/** One kind of report. Equal reports give equal text. */
@FunctionalInterface
public interface ReportRenderer {

  /** The whole text, everything in it escaped for its medium, its last line ended. */
  String render(RunReport report);
}
