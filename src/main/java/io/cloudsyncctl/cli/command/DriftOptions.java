package io.cloudsyncctl.cli.command;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.option.FileOptions;
import io.cloudsyncctl.cli.run.Baseline;
import io.cloudsyncctl.cli.run.EarlierReports;
import io.cloudsyncctl.cli.run.FindingAssessor;
import io.cloudsyncctl.cli.run.RevisionBaseline;
import io.cloudsyncctl.config.read.IgnoreReader;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.finding.Histories;
import io.cloudsyncctl.finding.Ignores;
import io.cloudsyncctl.model.desired.DesiredState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code drift} is to know of each difference. */
final class DriftOptions {
  @Option(
      names = "--baseline",
      paramLabel = "REVISION",
      description =
          "Say whose each difference is, by what this Git revision declares: a commit, tag or"
              + " branch, or such as HEAD~1. Without it, by the record of the last apply.")
  @Nullable String baseline;

  @Option(
      names = "--since",
      paramLabel = "FOLDER",
      description =
          "Say since when and how often, by the JSON reports of earlier runs in this folder.")
  @Nullable Path since;

  @Option(
      names = "--ignore-file",
      paramLabel = "FILE",
      description =
          "YAML file of differences that do not count, each with owner, reason and expiry. Changes"
              + " nothing that plan or apply does.")
  @Nullable Path ignoreFile;

  @Option(
      names = "--unmanaged",
      description = "Also count connections and tasks that nobody declared.")
  boolean unmanaged;

  /** Reads all that the options name. */
  FindingAssessor judgement(Console console, FileOptions files, List<DesiredState> states) {
    Baseline with =
        baseline == null
            ? new Baseline.OfRecords()
            : RevisionBaseline.read(console, files, baseline, states);
    Ignores ignores = ignoreFile == null ? Ignores.none() : ignores(ignoreFile, console);
    Optional<Histories> histories =
        since == null ? Optional.empty() : Optional.of(EarlierReports.read(since, console));
    return new FindingAssessor(with, histories, ignores, unmanaged);
  }

  private static Ignores ignores(Path file, Console console) {
    IgnoreReader.Result result = IgnoreReader.read(file);
    if (result.diagnostics().stream().anyMatch(one -> one.severity() == Severity.ERROR)) {
      throw new DiagnosticException(FailureKind.BAD_INPUT, result.diagnostics(), null);
    }
    return new Ignores(
        ImmutableList.copyOf(result.rules()),
        LocalDate.ofInstant(console.clock().instant(), ZoneOffset.UTC));
  }
}
