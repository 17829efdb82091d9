package io.cloudsyncctl.cli.output;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.fleet.NasOutcome;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command that makes one text for each NAS puts them. */
public final class FileResults {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "PATH",
      description = "Write to this file instead of standard output; for several NAS a folder.")
  @Nullable Path output;

  @Option(names = "--force", description = "Replace files that are there.")
  boolean force;

  /** Stops a run whose results would have no place, before any NAS is asked. */
  public void check(int count) {
    if (count > 1 && output == null) {
      throw new DiagnosticException(
          FailureKind.USAGE,
          Diagnostic.error(
              DiagnosticCode.OUTPUT_NEEDED,
              "several NAS do not fit on standard output",
              null,
              "name a folder with --output"));
    }
  }

  /** Puts the texts in their places and reports what failed. */
  public List<ExitCode> put(
      Console console, ImmutableList<NasOutcome<String>> outcomes, String ending) {
    ImmutableList.Builder<ExitCode> codes = ImmutableList.builder();
    boolean several = outcomes.size() > 1;
    for (NasOutcome<String> outcome : outcomes) {
      switch (outcome) {
        case NasOutcome.Failed<String> failed -> {
          Reporter.report(console, failed.diagnostics());
          codes.add(ExitCode.of(failed.kind()));
        }
        case NasOutcome.Done<String>(String nas, String text) -> {
          if (output == null) {
            console.out().print(text);
            console.out().flush();
          } else {
            Path path = several ? output.resolve(nas + ending) : output;
            OutputFiles.write(path, text, force);
            console.err().println("wrote " + path);
          }
        }
      }
    }
    return codes.build();
  }
}
