package io.cloudsyncctl.cli.output;

import io.cloudsyncctl.report.markdown.MarkdownReportRenderer;
import io.cloudsyncctl.report.model.RunReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The summary of a step of GitHub Actions: Markdown that is appended to a file of the runner's. */
final class StepSummary {
  /** GitHub shows nothing of a summary that is larger. */
  private static final int MOST_BYTES = 1024 * 1024;

  /** Room for what others append after us. */
  private static final int RESERVE = 64 * 1024;

  /** With less room there is nothing worth saying. */
  private static final int LEAST_BYTES = 4096;

  private StepSummary() {}

  static void append(Path file, RunReport report) throws IOException {
    long size = Files.exists(file) ? Files.size(file) : 0;
    long room = MOST_BYTES - RESERVE - size;
    if (room < LEAST_BYTES) {
      throw new IOException("the summary of this step is full: GitHub allows 1 MiB");
    }
    String text = new MarkdownReportRenderer((int) room).render(report);
    Files.writeString(
        file,
        size == 0 ? text : "\n" + text,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
