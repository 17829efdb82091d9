package io.cloudsyncctl.cli.output;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.cli.console.Version;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.report.ci.GitHubReportRenderer;
import io.cloudsyncctl.report.ci.GitLabReportRenderer;
import io.cloudsyncctl.report.html.HtmlReportRenderer;
import io.cloudsyncctl.report.json.JsonReportRenderer;
import io.cloudsyncctl.report.junit.JUnitReportRenderer;
import io.cloudsyncctl.report.markdown.MarkdownReportRenderer;
import io.cloudsyncctl.report.model.ReportKind;
import io.cloudsyncctl.report.model.ReportRenderer;
import io.cloudsyncctl.report.model.RunFacts;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.prometheus.PrometheusReportRenderer;
import io.cloudsyncctl.report.sarif.SarifReportRenderer;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the reports of one run, once. */
final class ReportWriter {
  private final Console console;
  private final Verb verb;
  private final List<ReportRequest> requests;
  private final int budget;
  private final List<Path> files;
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
      List<Path> files,
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
   * @param decided whether the run ends with this code even if a report cannot be written
   * @return the run's code, or that of a failure where a report could not be written
   */
  synchronized ExitCode write(ExitCode code, Optional<String> cutShort, boolean decided) {
    if (written) {
      return code;
    }
    written = true;
    RunFacts facts = facts(code, cutShort);
    muted.end();
    List<ReportRequest> toFiles = requests.stream().filter(ReportWriter::replaces).toList();
    Writing writing = new Writing(facts, code, decided);
    toFiles.forEach(writing::put);
    requests.stream().filter(one -> one.kind() == ReportKind.GITHUB).forEach(writing::summarise);
    if (writing.failed()) {
      // What is written already holds a code that the run does not end with.
      toFiles.forEach(writing::putAgain);
    }
    // A pipe or a device takes no second report in place of the first.
    requests.stream()
        .filter(one -> !one.toStandardOutput() && !replaces(one))
        .forEach(writing::put);
    requests.stream().filter(ReportRequest::toStandardOutput).forEach(writing::print);
    afterwards.accept(writing.report());
    return writing.end();
  }

  /** The reports of one run, being written: what fails changes what the run ends with. */
  private final class Writing {
    private final RunFacts facts;
    private final Map<ReportRequest, String> earlier = new HashMap<>();
    private final Set<ReportRequest> done = new HashSet<>();
    private final boolean decided;
    private ExitCode code;
    private boolean failed;
    private @Nullable RuntimeException defect;

    Writing(RunFacts facts, ExitCode code, boolean decided) {
      this.facts = facts;
      this.code = code;
      this.decided = decided;
    }

    boolean failed() {
      return failed;
    }

    /** As it is now, with the code that the run ends with as far as is known. */
    RunReport report() {
      return console.log().report(verb, facts.endedWith(code.number()));
    }

    ExitCode end() {
      RuntimeException thrown = defect;
      if (thrown != null) {
        throw thrown;
      }
      return code;
    }

    /** Writes a report to its file. */
    void put(ReportRequest request) {
      attempt(
          request.kind().word() + " report",
          request.file(),
          () -> {
            AtomicFiles.writeShared(Path.of(request.file()), text(request));
            done.add(request);
          });
    }

    /** Writes it again; one that cannot be is removed, for it says what is not so. */
    void putAgain(ReportRequest request) {
      if (!done.remove(request)) {
        return;
      }
      put(request);
      if (!done.contains(request)) {
        attempt(
            request.kind().word() + " report",
            request.file(),
            () -> AtomicFiles.remove(Path.of(request.file())));
      }
    }

    void print(ReportRequest request) {
      attempt(
          request.kind().word() + " report",
          request.file(),
          () -> {
            console.out().print(text(request));
            console.out().flush();
          });
    }

    void summarise(ReportRequest request) {
      Optional<Path> summary = host.stepSummary();
      if (summary.isPresent()) {
        attempt(
            "summary of the step",
            summary.get().toString(),
            () -> StepSummary.append(summary.get(), report()));
      }
    }

    private String text(ReportRequest request) throws IOException {
      return renderer(request, this).render(report());
    }

    /** What is about to be replaced: it knows when a run last succeeded. */
    private String earlier(ReportRequest request) throws IOException {
      String known = earlier.get(request);
      if (known == null) {
        known = ReportWriter.earlier(request);
        earlier.put(request, known);
      }
      return known;
    }

    private void attempt(String what, String file, Step step) {
      try {
        step.run();
      } catch (IOException e) {
        notWritten(what, file, e);
        failed = true;
        code = decided ? code : ExitCode.worst(List.of(code, ExitCode.FAILED));
      } catch (RuntimeException e) {
        // One kind that cannot be made does not take the others with it.
        failed = true;
        if (decided) {
          console.defects().report(console, e);
        } else {
          defect = e;
          code = ExitCode.FAILED;
        }
      }
    }
  }

  /** Something that may fail as files do. */
  private interface Step {
    void run() throws IOException;
  }

  private RunFacts facts(ExitCode code, Optional<String> cutShort) {
    // A saved plan names the files that it was made from.
    List<Path> named = console.log().named().orElse(ImmutableList.copyOf(files));
    return new RunFacts(
        Version.number(),
        started,
        Duration.between(started, console.clock().instant()),
        named.stream().map(Path::toString).collect(ImmutableList.toImmutableList()),
        Origin.of(named, console.log()),
        console.log().baseline(),
        console.log().countsUndeclared(),
        code.number(),
        cutShort);
  }

  private ReportRenderer renderer(ReportRequest request, Writing writing) throws IOException {
    return switch (request.kind()) {
      case JSON -> new JsonReportRenderer();
      case MARKDOWN -> new MarkdownReportRenderer(budget);
      case HTML -> new HtmlReportRenderer();
      case JUNIT -> new JUnitReportRenderer();
      case SARIF -> new SarifReportRenderer(host.paths(), host.repository());
      case GITLAB -> new GitLabReportRenderer();
      case GITHUB -> new GitHubReportRenderer(host.paths());
      case PROMETHEUS -> new PrometheusReportRenderer(writing.earlier(request));
    };
  }

  private static boolean replaces(ReportRequest request) {
    return !request.toStandardOutput() && AtomicFiles.replaces(Path.of(request.file()));
  }

  private static String earlier(ReportRequest request) throws IOException {
    if (!replaces(request)) {
      return "";
    }
    Path file = Path.of(request.file());
    // Not decoded strictly: what is no text of ours says nothing, and is replaced.
    return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
  }

  private void notWritten(String what, String file, IOException e) {
    Reporter.report(
        console,
        ImmutableList.of(
            Diagnostic.error(
                DiagnosticCode.REPORT_NOT_WRITTEN,
                "the " + what + " cannot be written: " + why(e),
                new Location.InFile(file, 1, 1),
                "name a file in a folder that can be written to")));
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
