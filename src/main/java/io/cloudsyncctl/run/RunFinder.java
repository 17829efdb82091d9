package io.cloudsyncctl.run;

import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.state.JournalFolder;
import io.cloudsyncctl.state.StateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds what earlier runs left in a state folder.
 *
 * @param stateFolder where their journals and locks are
 */
public record RunFinder(Path stateFolder) {

  /** The folder of all journals. */
  public Path journals() {
    return stateFolder.resolve("journals");
  }

  /** The lock of the NAS that a run was on, in the state folder that its journal lies in. */
  public Path lock(JournaledRun run) {
    Path journals = run.path().toAbsolutePath().normalize().getParent();
    return StateFolder.lock(
        StateFolder.around(journals, run.nas(), run.identity()).orElse(stateFolder),
        StateStore.device(run.nas(), run.identity()));
  }

  /** The run that is named by its id or by its journal. */
  public JournaledRun run(String name) {
    if (JournalFolder.asFile(name).isPresent()) {
      return JournaledRun.read(JournalFolder.asFile(name).get());
    }
    List<Path> found = JournalFolder.find(journals(), name);
    if (found.size() == 1) {
      return JournaledRun.read(found.getFirst());
    }
    if (found.isEmpty() && Files.isRegularFile(Path.of(name))) {
      throw new DiagnosticException(
          FailureKind.BAD_INPUT,
          Diagnostic.error(
              DiagnosticCode.NOT_A_RUN,
              "the file " + name + " is neither a saved plan nor the journal of a run",
              null,
              "list the runs with: cloudsyncctl runs"));
    }
    throw new DiagnosticException(
        FailureKind.USAGE,
        found.isEmpty()
            ? Diagnostic.error(
                DiagnosticCode.RUN_NOT_FOUND,
                "there is no run " + name + " in " + journals(),
                null,
                "list them with: cloudsyncctl runs")
            : Diagnostic.error(
                DiagnosticCode.RUN_AMBIGUOUS,
                "several NAS have a run " + name,
                null,
                "name the journal itself: "
                    + found.stream().map(Path::toString).collect(Collectors.joining(" or "))));
  }
}
