package io.cloudsyncctl.cli.command;

import io.cloudsyncctl.run.DeclaredFiles;
import io.cloudsyncctl.run.TimeLimits;
import io.cloudsyncctl.run.drift.DriftRequest;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code drift} is to know of each difference. */
final class DriftOptions {
  @Option(
      names = "--baseline",
      paramLabel = "REVISION",
      description =
          "Tell the cause of each difference by what this Git revision declares: a commit, tag or"
              + " branch, or such as HEAD~1. Without it, by the record of the last apply.")
  @Nullable String baseline;

  @Option(
      names = "--since",
      paramLabel = "FOLDER",
      description =
          "Tell since when and how often, by the JSON reports of earlier runs in this folder.")
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

  DriftRequest request(DeclaredFiles files, TimeLimits limits) {
    return new DriftRequest(
        files,
        Optional.ofNullable(baseline),
        Optional.ofNullable(since),
        Optional.ofNullable(ignoreFile),
        unmanaged,
        limits);
  }
}
