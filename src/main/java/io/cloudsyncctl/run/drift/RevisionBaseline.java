package io.cloudsyncctl.run.drift;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.config.read.LoadResult;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.git.RevisionView;
import io.cloudsyncctl.git.WorkingTree;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.record.Declaration;
import io.cloudsyncctl.run.DeclaredFiles;
import io.cloudsyncctl.run.RunOutput;
import io.cloudsyncctl.run.plan.Baseline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what the files of a command declared at a Git revision, without checking it out. */
final class RevisionBaseline {
  private final RunOutput output;
  private final DeclaredFiles files;
  private final String revision;

  private RevisionBaseline(RunOutput output, DeclaredFiles files, String revision) {
    this.output = output;
    this.files = files;
    this.revision = revision;
  }

  /**
   * Reads it.
   *
   * @param states what is declared now
   * @throws DiagnosticException {@code baseline-not-in-git}, {@code baseline-not-found}
   */
  static Baseline read(
      RunOutput output, DeclaredFiles files, String revision, List<DesiredState> states) {
    return new RevisionBaseline(output, files, revision).read(states);
  }

  private Baseline read(List<DesiredState> states) {
    Path first = files.named().getFirst();
    try (WorkingTree tree = WorkingTree.around(first).orElseThrow(() -> notInGit(first));
        RevisionView view = tree.at(revision)) {
      for (Path file : files.named()) {
        if (!view.covers(file)) {
          throw notInGit(file);
        }
      }
      return read(states, view);
    }
  }

  private Baseline read(List<DesiredState> states, RevisionView view) {
    List<Diagnostic> told = new ArrayList<>();
    List<Path> there = new ArrayList<>();
    for (Path file : files.named()) {
      int before = view.unknown().size();
      if (view.exists(file)) {
        there.add(file);
      } else if (view.unknown().size() == before) {
        told.add(
            Diagnostic.note(
                DiagnosticCode.BASELINE_WITHOUT_FILE,
                file + " is not in " + revision + ": what it declares is new since then",
                null,
                null));
      }
    }
    LoadResult result = files.naming(there).load(view);
    List<Diagnostic> errors =
        result.diagnostics().stream()
            .filter(one -> one.severity() == Severity.ERROR)
            .filter(one -> one.code() != DiagnosticCode.NO_FILES)
            .toList();
    Map<String, Declaration> declared = new LinkedHashMap<>();
    result.states().forEach(state -> declared.put(state.nas().name(), Declaration.of(state)));
    boolean whole = errors.isEmpty() && view.unknown().isEmpty();
    ImmutableList<String> unknown =
        states.stream()
            .map(state -> state.nas().name())
            .filter(name -> !whole && !declared.containsKey(name))
            .collect(ImmutableList.toImmutableList());
    if (!unknown.isEmpty()) {
      errors.forEach(error -> told.add(then(error)));
      told.add(unusable(unknown, view.unknown()));
    }
    output.report(told);
    return new Baseline.OfRevision(revision, view.commit(), ImmutableMap.copyOf(declared), unknown);
  }

  private Diagnostic unusable(List<String> nas, Map<String, String> unread) {
    String whose = ", so nobody knows whose the differences of " + String.join(", ", nas) + " are";
    if (unread.isEmpty()) {
      return Diagnostic.warning(
          DiagnosticCode.BASELINE_UNUSABLE,
          "the files of " + revision + " cannot be used" + whose,
          null,
          "name a revision whose files are valid; above is what is wrong with these");
    }
    String what =
        unread.entrySet().stream()
            .map(one -> one.getKey() + " (" + one.getValue() + ")")
            .collect(Collectors.joining(", "));
    return Diagnostic.warning(
        DiagnosticCode.BASELINE_UNUSABLE,
        "not everything of " + revision + " can be read: " + what + whose,
        null,
        "use a clone with all its objects, and name the files of a submodule themselves");
  }

  /** What was wrong then stops nothing now. */
  private Diagnostic then(Diagnostic error) {
    Location location =
        error.location() instanceof Location.InFile at
            ? new Location.InFile(revision + ":" + at.file(), at.line(), at.column())
            : error.location();
    return Diagnostic.warning(error.code(), error.message(), location, error.hint());
  }

  private static DiagnosticException notInGit(Path file) {
    return new DiagnosticException(
        FailureKind.USAGE,
        Diagnostic.error(
            DiagnosticCode.BASELINE_NOT_IN_GIT,
            file + " is in no Git repository that can be read, or in another than the first file",
            null,
            "name files of one repository, or leave --baseline out: the record of the last apply"
                + " is then used where there is one"));
  }
}
