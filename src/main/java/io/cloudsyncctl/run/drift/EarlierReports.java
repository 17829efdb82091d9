package io.cloudsyncctl.run.drift;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.finding.EarlierReport;
import io.cloudsyncctl.finding.Histories;
import io.cloudsyncctl.report.json.JsonReportReader;
import io.cloudsyncctl.run.RunContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The JSON reports of earlier runs, in a folder and those below it, whatever their names. */
final class EarlierReports {
  private static final int LARGEST = 64 * 1024 * 1024;

  private final Instant now;
  private final List<EarlierReport> sightings = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private EarlierReports(Instant now) {
    this.now = now;
  }

  /** What they tell; files that are no such reports are told of and skipped. */
  static Histories read(Path folder, RunContext run) {
    Instant now = run.clock().instant();
    EarlierReports reports = new EarlierReports(now);
    if (Files.isDirectory(folder)) {
      reports.readAll(folder);
    } else {
      reports.diagnostics.add(
          Diagnostic.warning(
              DiagnosticCode.NO_EARLIER_REPORTS,
              "there is no folder " + folder + ", so every difference counts as new",
              null,
              "that is so on the first run; else check the path of --since"));
    }
    run.output().report(reports.diagnostics);
    return new Histories(reports.sightings, now);
  }

  private void readAll(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !isHidden(folder.relativize(file)))
          .sorted()
          .forEach(this::read);
    } catch (IOException | UncheckedIOException e) {
      skip(folder, "the folder cannot be read in full");
    }
  }

  private static boolean isHidden(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private void read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        skip(file, "it is larger than 64 MiB");
        return;
      }
      switch (JsonReportReader.read(bytes)) {
        case JsonReportReader.Result.Unusable(String why) -> skip(file, why);
        case JsonReportReader.Result.Report(Instant started, var told) -> {
          if (started.isAfter(now)) {
            skip(file, "its run began later than this one");
          } else {
            sightings.addAll(told);
          }
        }
      }
    } catch (IOException e) {
      skip(file, "it cannot be read");
    }
  }

  private void skip(Path file, String why) {
    diagnostics.add(
        Diagnostic.warning(
            DiagnosticCode.REPORT_SKIPPED,
            "not used as an earlier report: " + why,
            new Location.InFile(file.toString(), 1, 1),
            null));
  }
}
