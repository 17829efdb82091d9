package io.cloudsyncctl.cli.output;

import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.git.WorkingTree;
import io.cloudsyncctl.report.model.GitFacts;
import io.cloudsyncctl.run.RunLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where what a run declares came from. */
final class Origin {
  private Origin() {}

  /** Where the files came from; that this cannot be told is no reason to fail. */
  static Optional<GitFacts> of(List<Path> files, RunLog log) {
    if (files.isEmpty()) {
      return Optional.empty();
    }
    ImmutableSet<String> declared = log.files();
    List<Path> all =
        declared.isEmpty()
            ? files.stream().filter(Files::isRegularFile).toList()
            : declared.stream().map(Path::of).toList();
    try (WorkingTree tree = WorkingTree.around(files.getFirst()).orElse(null)) {
      return tree == null
          ? Optional.empty()
          : tree.head(all).map(head -> new GitFacts(head.commit(), head.branch(), head.changed()));
    }
  }
}
