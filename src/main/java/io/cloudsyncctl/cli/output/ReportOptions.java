package io.cloudsyncctl.cli.output;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.report.markdown.MarkdownReportRenderer;
import io.cloudsyncctl.report.model.ReportKind;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.state.NotificationState;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code --report}. */
public final class ReportOptions {
  @Option(
      names = "--report",
      paramLabel = "KIND=FILE",
      converter = ReportRequest.Converter.class,
      description =
          "Also write a report, whatever comes of the run: json, markdown, html, junit, sarif,"
              + " gitlab, github or prometheus; FILE may be - for standard output. May be"
              + " repeated.")
  List<ReportRequest> requests = List.of();

  @Mixin NotifyOptions notify = new NotifyOptions();

  @Option(
      names = "--report-budget",
      paramLabel = "BYTES",
      defaultValue = "60000",
      description =
          "A Markdown report is at most so long and says what it left out (default: 60000, which"
              + " fits a comment on GitHub; 4000 at least).")
  int budget = MarkdownReportRenderer.DEFAULT_BUDGET;

  /** Whether the plan's text has standard output for itself. */
  public boolean leaveStandardOutput() {
    return requests.stream()
        .noneMatch(one -> one.toStandardOutput() && one.kind() != ReportKind.GITHUB);
  }

  /**
   * Refuses what cannot be done as it is asked for, before anything is read.
   *
   * @param read the files that the run reads
   * @param out what else it writes; null for nothing
   */
  public void check(Collection<Path> read, @Nullable Path out) {
    if (budget < MarkdownReportRenderer.SMALLEST_BUDGET) {
      throw new DiagnosticException(
          FailureKind.USAGE,
          Diagnostic.error(
              DiagnosticCode.BAD_USAGE,
              "--report-budget must be "
                  + MarkdownReportRenderer.SMALLEST_BUDGET
                  + " bytes at least, not "
                  + budget,
              null,
              "in less room not even the outcome is certain to fit"));
    }
    ReportFiles.check(requests, read, out);
  }

  private void tell(Console console, RunReport report, Supplier<NotificationState> told) {
    if (!notify.requests.isEmpty()) {
      notify.tell(console, report, told.get());
    }
  }

  private static ExitCode ended(Console console, FailureKind kind) {
    return console.interruption().codeOf(ExitCode.of(kind));
  }

  /**
   * Does the work of a command, then writes its reports, also where it fails or is interrupted.
   *
   * @param files those that the user names
   * @param told what receivers of notifications were told before
   */
  public ExitCode around(
      Console console,
      Verb verb,
      List<Path> files,
      Supplier<NotificationState> told,
      Supplier<ExitCode> work) {
    return requests.isEmpty() && notify.requests.isEmpty()
        ? work.get()
        : around(console, verb, files, told, work, _ -> {});
  }

  /**
   * The same, of a run whose report somebody else wants as well.
   *
   * @param also who that is
   */
  public ExitCode around(
      Console console,
      Verb verb,
      List<Path> files,
      Supplier<NotificationState> told,
      Supplier<ExitCode> work,
      Consumer<RunReport> also) {
    ReportWriter writer =
        new ReportWriter(
            console,
            verb,
            requests,
            budget,
            files,
            report -> {
              also.accept(report);
              tell(console, report, told);
            });
    Consumer<ExitCode> lastWord =
        code -> writer.write(code, Optional.of("it was interrupted"), true);
    console.interruption().beforeTheEnd(lastWord);
    writer.begin();
    try {
      ExitCode code = console.interruption().codeOf(work.get());
      return writer.write(
          code,
          console.interruption().hasBegun() ? Optional.of("it was interrupted") : Optional.empty(),
          false);
    } catch (DiagnosticException e) {
      console.log().told(e.diagnostics());
      writer.write(
          ended(console, e.kind()), Optional.of(e.diagnostics().getFirst().message()), true);
      throw e;
    } catch (DsmException e) {
      console.log().told(List.of(e.diagnostic()));
      writer.write(ended(console, e.kind()), Optional.of(e.diagnostic().message()), true);
      throw e;
    } catch (RuntimeException e) {
      writer.write(ExitCode.FAILED, Optional.of("of a defect of cloudsyncctl"), true);
      throw e;
    } finally {
      console.interruption().nothingMore(lastWord);
    }
  }
}
