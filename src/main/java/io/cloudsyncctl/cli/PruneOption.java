package io.cloudsyncctl.cli;

import picocli.CommandLine.Option;

/** {@code --prune}. */
final class PruneOption {
  @Option(
      names = "--prune",
      description =
          "Remove connections and tasks that nobody declared. Each removal needs its acceptance, and"
              + " where there is any doubt nothing is pruned.")
  boolean prune;
}
