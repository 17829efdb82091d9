package io.cloudsyncctl.report;

/** A run as Markdown, for comments on a code host. */
public final class MarkdownReportRenderer implements ReportRenderer {
  /** Most bytes where nobody says otherwise: GitHub's comments hold 65,536 characters. */
  public static final int DEFAULT_BUDGET = 60_000;

  private final int budget;

  /**
   * A renderer.
   *
   * @param budget how many bytes of UTF-8 a report may have
   */
  public MarkdownReportRenderer(int budget) {
    this.budget = budget;
  }

  @Override
  public String render(RunReport report) {
    throw new IllegalStateException("not there yet " + budget);
  }
}
