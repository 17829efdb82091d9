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
import io.cloudsyncctl.report.ReportKind;
import io.cloudsyncctl.report.ReportRenderer;
import io.cloudsyncctl.report.RunFacts;
import io.cloudsyncctl.report.RunReport;
import io.cloudsyncctl.report.SarifReportRenderer;
import io.cloudsyncctl.report.Verb;
import io.cloudsyncctl.report.html.HtmlReportRenderer;
import io.cloudsyncctl.state.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the reports of one run, once. */
final class ReportWriter {
  private final Console console;
  private final Verb verb;
  private final List<ReportRequest> requests;
  private final int budget;
  private final FileOptions files;
  private final Consumer<RunReport> afterwards;
  private final Instant started;
  private final CodeHost host;
  private final MutedCommands muted;
  private boolean written;

  ReportWriter(
      Console console,
      Verb verb,
      List<ReportRequest> requests,
      int budget,
      FileOptions files,
      Consumer<RunReport> afterwards) {
    this.console = console;
    this.verb = verb;
    this.requests = requests;
    this.budget = budget;
    this.files = files;
    this.afterwards = afterwards;
    this.started = console.clock().instant();
    this.host = new CodeHost(console.environment());
    this.muted = new MutedCommands(console.out());
  }

  /** Before anything is printed that a NAS has a say in. */
  void begin() {
    if (host.isGitHubActions()
        && requests.stream()
            .anyMatch(one -> one.kind() == ReportKind.GITHUB && one.toStandardOutput())) {
      muted.begin();
    }
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
    muted.end();
    ExitCode worst = code;
    @Nullable RuntimeException defect = null;
    for (ReportRequest request : requests) {
      try {
        if (!put(request, report)) {
          worst = ExitCode.worst(List.of(worst, ExitCode.FAILED));
        }
      } catch (RuntimeException e) {
        // One kind that cannot be made does not take the others with it.
        defect = e;
      }
    }
    afterwards.accept(report);
    if (defect != null) {
      throw defect;
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

  private ReportRenderer renderer(ReportRequest request) throws IOException {
    return switch (request.kind()) {
      case JSON -> new JsonReportRenderer();
      case MARKDOWN -> new MarkdownReportRenderer(budget);
      case HTML -> new HtmlReportRenderer();
      case JUNIT -> new JUnitReportRenderer();
      case SARIF -> new SarifReportRenderer(host.paths(), host.repository());
      case GITLAB -> new GitLabReportRenderer();
      case GITHUB -> new GitHubReportRenderer(host.paths());
      case PROMETHEUS -> new PrometheusReportRenderer(earlier(request));
    };
  }

  /** What is about to be replaced: it knows when a run last succeeded. */
  private static String earlier(ReportRequest request) throws IOException {
    if (request.toStandardOutput()) {
      return "";
    }
    Path file = Path.of(request.file());
    // Not decoded strictly: what is no text of ours says nothing, and is replaced.
    return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
  }

  private boolean put(ReportRequest request, RunReport report) {
    boolean whole = true;
    try {
      String text = renderer(request).render(report);
      if (request.toStandardOutput()) {
        console.out().print(text);
        console.out().flush();
      } else {
        AtomicFiles.writeShared(Path.of(request.file()), text);
      }
    } catch (IOException e) {
      whole = failed(request.kind().word() + " report", request.file(), e);
    }
    Optional<Path> summary = host.stepSummary();
    if (request.kind() == ReportKind.GITHUB && summary.isPresent()) {
      try {
        StepSummary.append(summary.get(), report);
      } catch (IOException e) {
        whole = failed("summary of the step", summary.get().toString(), e);
      }
    }
    return whole;
  }

  private boolean failed(String what, String file, IOException e) {
    Reporter.report(
        console,
        ImmutableList.of(
            Diagnostic.error(
                "report-not-written",
                "the " + what + " cannot be written: " + why(e),
                new Location.InFile(file, 1, 1),
                "name a file in a folder that can be written to")));
    return false;
  }

  private static String why(IOException e) {
    return switch (e) {
      case FileAlreadyExistsException there -> there.getFile() + " is no folder";
      case AccessDeniedException denied -> denied.getFile() + " may not be read or written";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
