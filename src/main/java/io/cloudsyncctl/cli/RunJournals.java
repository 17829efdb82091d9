package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.Approval;
import io.cloudsyncctl.apply.JournaledRun;
import io.cloudsyncctl.apply.Leftovers;
import io.cloudsyncctl.apply.RunJournal;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.model.WireValue;
import io.cloudsyncctl.state.DeclarationCodec;
import io.cloudsyncctl.state.IdentityCodec;
import io.cloudsyncctl.state.Journal;
import io.cloudsyncctl.state.JournalFolder;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** The journals that runs on a NAS leave: this run's, and what earlier ones left undone. */
final class RunJournals {
  private final Execution execution;
  private final Console console;

  RunJournals(Execution execution) {
    this.execution = execution;
    this.console = execution.console();
  }

  /** Where this run's journal will be; empty where it leaves none. */
  Optional<Path> file(DesiredState desired) {
    if (!execution.keepsJournals()) {
      return Optional.empty();
    }
    Path folder = execution.state().journals(desired.nas(), execution.simulated(), console);
    String id = JournalFolder.newRun(folder, console.clock().instant());
    return Optional.of(JournalFolder.file(folder, id));
  }

  /** This run's journal, which is created with its first event. */
  RunJournal journal(DesiredState desired, Optional<Path> file, Approval approved) {
    if (file.isEmpty()) {
      return RunJournal.none(console.clock());
    }
    return new RunJournal(
        () -> Journal.create(console.journals(), file.get()),
        console.clock(),
        ImmutableMap.of(
            "run",
            WireValue.of(JournalFolder.id(file.get())),
            "nas",
            WireValue.of(desired.nas().name()),
            "identity",
            WireValue.of(StateOptions.identity(desired.nas(), execution.simulated())),
            "tool_version",
            WireValue.of(Version.number()),
            "plan",
            WireValue.of(approved.checksum())));
  }

  /** So that a record that is lost can be made anew. */
  void add(Path journal, SettingsRecord noted, DesiredState desired) {
    if (noted.declared().isEmpty()) {
      return;
    }
    SettingsRecord.Declared declared = noted.declared().get();
    try (Journal open = Journal.append(console.journals(), journal)) {
      open.add(
          "declared",
          declared.at(),
          ImmutableMap.of(
              "declaration",
              DeclarationCodec.encode(declared.declaration()),
              "known",
              IdentityCodec.encode(noted.known())));
    } catch (UncheckedIOException e) {
      Remembering.notKept(console, desired, String.valueOf(e.getMessage()));
    }
  }

  /** Says which earlier runs did not come to a good end: what they left is part of the plan. */
  void reportUnfinished(Reading reading) {
    Reporter.report(
        console,
        reading.planner().leftovers().runs().stream()
            .map(run ->
                Diagnostic.note(
                    "run-unfinished",
                    "the run "
                        + run.id()
                        + " has not come to its end, or is under way; what it leaves is part of"
                        + " this plan",
                    new Location.OnNas(reading.desired().nas().name(), null, null),
                    "to see what it did: cloudsyncctl show " + run.path()))
            .toList());
  }

  /** What earlier runs left is dealt with. That this cannot be noted fails no apply. */
  void settle(Leftovers leftovers, DesiredState desired) {
    for (JournaledRun run : leftovers.runs()) {
      try (Journal journal = Journal.append(console.journals(), run.path())) {
        journal.add("settled", console.clock().instant(), ImmutableMap.of());
      } catch (UncheckedIOException e) {
        Reporter.report(console, ImmutableList.of(notSettled(run, desired, e)));
      }
    }
  }

  private static Diagnostic notSettled(
      JournaledRun run, DesiredState desired, UncheckedIOException e) {
    return Diagnostic.warning(
        "run-not-settled",
        "what the run " + run.id() + " left is dealt with, but " + e.getMessage(),
        new Location.OnNas(desired.nas().name(), null, null),
        "every plan and apply takes that run for unfinished, and resumes what it had paused, until"
            + " its journal is made writable or moved out of its folder");
  }
}
