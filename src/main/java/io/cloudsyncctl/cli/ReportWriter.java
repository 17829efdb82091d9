package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.git.WorkingTree;
import io.cloudsyncctl.report.GitFacts;
import io.cloudsyncctl.report.GitHubReportRenderer;
import io.cloudsyncctl.report.GitLabReportRenderer;
import io.cloudsyncctl.report.JUnitReportRenderer;
import io.cloudsyncctl.report.JsonReportRenderer;
import io.cloudsyncctl.report.MarkdownReportRenderer;
import io.cloudsyncctl.report.PrometheusReportRenderer;
import io.cloudsyncctl.report.ReportRenderer;
import io.cloudsyncctl.report.RunFacts;
import io.cloudsyncctl.report.RunReport;
import io.cloudsyncctl.report.SarifReportRenderer;
import io.cloudsyncctl.report.Verb;
import io.cloudsyncctl.report.html.HtmlReportRenderer;
import io.cloudsyncctl.state.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes the reports of one run, once. */
final class ReportWriter {
  private final Console console;
  private final Verb verb;
  private final List<ReportRequest> requests;
  private final int budget;
  private final FileOptions files;
  private final Instant started;
  private boolean written;

  ReportWriter(
      Console console, Verb verb, List<ReportRequest> requests, int budget, FileOptions files) {
    this.console = console;
    this.verb = verb;
    this.requests = requests;
    this.budget = budget;
    this.files = files;
    this.started = console.clock().instant();
  }

  /**
   * Writes all reports.
   *
   * @param cutShort why the run did not come to its end
   * @return the run's code, or that of a failure where a report could not be written
   */
  synchronized ExitCode write(ExitCode code, Optional<String> cutShort) {
    if (written) {
      return code;
    }
    written = true;
    RunReport report = console.log().report(verb, facts(code, cutShort));
    ExitCode worst = code;
    for (ReportRequest request : requests) {
      String text = renderer(request).render(report);
      if (!put(request, text)) {
        worst = ExitCode.worst(List.of(worst, ExitCode.FAILED));
      }
    }
    return worst;
  }

  private RunFacts facts(ExitCode code, Optional<String> cutShort) {
    return new RunFacts(
        Version.number(),
        started,
        Duration.between(started, console.clock().instant()),
        files.files.stream().map(Path::toString).collect(ImmutableList.toImmutableList()),
        git(),
        console.log().baseline(),
        code.number(),
        cutShort);
  }

  /** Where the files came from; that this cannot be told is no reason to fail. */
  private Optional<GitFacts> git() {
    if (files.isEmpty()) {
      return Optional.empty();
    }
    ImmutableSet<String> declared = console.log().files();
    List<Path> all =
        declared.isEmpty()
            ? files.files.stream().filter(Files::isRegularFile).toList()
            : declared.stream().map(Path::of).toList();
    try (WorkingTree tree = WorkingTree.around(files.files.getFirst()).orElse(null)) {
      return tree == null
          ? Optional.empty()
          : tree.head(all).map(head -> new GitFacts(head.commit(), head.branch(), head.changed()));
    }
  }

  private ReportRenderer renderer(ReportRequest request) {
    return switch (request.kind()) {
      case JSON -> new JsonReportRenderer();
      case MARKDOWN -> new MarkdownReportRenderer(budget);
      case HTML -> new HtmlReportRenderer();
      case JUNIT -> new JUnitReportRenderer();
      case SARIF -> new SarifReportRenderer();
      case GITLAB -> new GitLabReportRenderer();
      case GITHUB -> new GitHubReportRenderer();
      case PROMETHEUS -> new PrometheusReportRenderer();
    };
  }

  private boolean put(ReportRequest request, String text) {
    if (request.toStandardOutput()) {
      console.out().print(text);
      console.out().flush();
      return true;
    }
    try {
      AtomicFiles.write(Path.of(request.file()), text);
      return true;
    } catch (IOException e) {
      Reporter.report(
          console,
          ImmutableList.of(
              Diagnostic.error(
                  "report-not-written",
                  "the "
                      + request.kind().word()
                      + " report cannot be written: "
                      + String.valueOf(e.getMessage()),
                  new Location.InFile(request.file(), 1, 1),
                  "name a file in a folder that can be written to")));
      return false;
    }
  }
}
