package io.cloudsyncctl.cli.option;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.JournaledRuns;
import io.cloudsyncctl.apply.leftover.Leftovers;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.state.JournalFile;
import io.cloudsyncctl.state.JournalFolder;
import io.cloudsyncctl.state.NotificationState;
import io.cloudsyncctl.state.RecordFile;
import io.cloudsyncctl.state.RecordKeeper;
import io.cloudsyncctl.state.StateFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where what a run leaves is kept. */
public final class StateOptions {
  private static final String SIMULATED = "simulated";

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "File of the record of write-only settings; with several NAS, or where it is there as a"
              + " folder, the folder of their records. Without it, the file that the YAML names as"
              + " its record, else one in the state folder.")
  @Nullable
  public Path file;

  @Option(
      names = "--state-dir",
      paramLabel = "FOLDER",
      description =
          "Keep journals, locks and records here; else in the user's state folder. For machines"
              + " that keep nothing, name a folder that outlives the run.")
  @Nullable
  public Path stateFolder;

  /** Each is told once in a run, however often the journals are looked at. */
  private final Set<Diagnostic> told = ConcurrentHashMap.newKeySet();

  /**
   * The record of one NAS. What is written to a simulated NAS is no fact about the real one, so it
   * is only kept where the user names a file for it.
   *
   * @throws io.cloudsyncctl.diagnostic.DiagnosticException {@code record-of-another-nas}, or {@code
   *     record-unreadable}
   */
  public RecordKeeper keeper(
      NasTarget target, boolean simulated, boolean several, Console console) {
    String identity = identity(target, simulated);
    if (!keepsRecord(simulated)) {
      return RecordKeeper.inMemory(SettingsRecord.empty(identity));
    }
    Path path = path(target, simulated, several, console);
    return RecordKeeper.inFile(new RecordFile(path), identity);
  }

  /** What the record of one NAS says, for those who only read it. */
  public SettingsRecord recorded(
      NasTarget target, boolean simulated, boolean several, Console console) {
    String identity = identity(target, simulated);
    if (!keepsRecord(simulated)) {
      return SettingsRecord.empty(identity);
    }
    return new RecordFile(path(target, simulated, several, console)).load(identity);
  }

  /** That the record is of another NAS, where it is. */
  public Optional<Diagnostic> foreign(
      NasTarget target, boolean simulated, boolean several, Console console) {
    return keepsRecord(simulated)
        ? new RecordFile(path(target, simulated, several, console))
            .foreign(identity(target, simulated))
        : Optional.empty();
  }

  private boolean keepsRecord(boolean simulated) {
    return file != null || !simulated || stateFolder != null;
  }

  /** Where the record of one NAS is kept. */
  public Path path(NasTarget target, boolean simulated, boolean several, Console console) {
    if (file != null) {
      return several || Files.isDirectory(file)
          ? file.resolve(target.name() + ".record.json")
          : file;
    }
    Path declared = target.record();
    return declared != null && !simulated
        ? declared
        : StateFolder.record(folder(console), target.name(), identity(target, simulated));
  }

  /** The state folder. */
  Path folder(Console console) {
    return stateFolder != null
        ? stateFolder
        : StateFolder.of(console.environment(), console.home().toString());
  }

  /** What receivers of notifications were told; of a simulated NAS only where a folder is named. */
  public NotificationState told(boolean simulated, Console console) {
    return keepsJournals(simulated)
        ? NotificationState.of(StateFolder.told(folder(console)))
        : NotificationState.inMemory();
  }

  /** Whether runs on this NAS leave a journal: a simulated one only where a folder is named. */
  public boolean keepsJournals(boolean simulated) {
    return !simulated || stateFolder != null;
  }

  public static String identity(NasTarget target, boolean simulated) {
    return simulated ? SIMULATED : StateFolder.identity(target.url());
  }

  /** The journals of one NAS. */
  public Path journals(NasTarget target, boolean simulated, Console console) {
    return StateFolder.journals(folder(console), target.name(), identity(target, simulated));
  }

  /** The lock of the device of one NAS. */
  public Path lock(NasTarget target, boolean simulated, Console console) {
    return StateFolder.lock(folder(console), device(target.name(), identity(target, simulated)));
  }

  /** What a lock is of: each simulated NAS is a device of its own. */
  static String device(String nas, String identity) {
    return identity.equals(SIMULATED) ? SIMULATED + " " + nas : identity;
  }

  /** What earlier runs on a NAS left behind. */
  public Leftovers leftovers(NasTarget target, boolean simulated, Console console) {
    if (!keepsJournals(simulated)) {
      return Leftovers.none();
    }
    ImmutableList<Path> journals = JournalFolder.below(journals(target, simulated, console));
    JournaledRuns found =
        JournaledRuns.read(
            journals.stream().filter(journal -> !JournalFile.isClosed(journal)).toList());
    Reporter.report(
        console,
        found.problems().stream().filter(told::add).map(StateOptions::mayHideSomething).toList());
    Reporter.report(
        console, withoutPath(target, simulated, console).stream().filter(told::add).toList());
    Leftovers leftovers = Leftovers.of(found.runs(), console.clock().instant());
    if (leftovers.open().isEmpty()) {
      return leftovers;
    }
    int first = journals.indexOf(leftovers.open().getFirst().run().path());
    return leftovers.knowing(
        JournaledRuns.read(journals.subList(Math.max(0, first), journals.size())));
  }

  /**
   * What earlier versions kept of a NAS that is told from others by the path of its URL. They did
   * not tell such NAS apart, so nobody knows of which of them it is, and it is not used.
   */
  private ImmutableList<Diagnostic> withoutPath(
      NasTarget target, boolean simulated, Console console) {
    String address = StateFolder.address(target.url());
    if (simulated || StateFolder.identity(target.url()).equals(address)) {
      return ImmutableList.of();
    }
    Path folder = folder(console);
    return Stream.of(
            StateFolder.journals(folder, target.name(), address),
            StateFolder.record(folder, target.name(), address))
        .filter(Files::exists)
        .map(old ->
            Diagnostic.warning(
                DiagnosticCode.STATE_WITHOUT_PATH,
                "an earlier version kept "
                    + old
                    + " without the path of the URL, so it may be of another NAS behind "
                    + address
                    + "; it is not used",
                new Location.OnNas(target.name(), null, null),
                "check in DSM whether a connection is paused that should not be; then move "
                    + old
                    + " away"))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * A run whose journal cannot be read is no reason to leave the NAS alone, but what it left is
   * then for a person to find.
   */
  private static Diagnostic mayHideSomething(Diagnostic problem) {
    return Diagnostic.warning(
        problem.code(),
        problem.message()
            + "; whether its run left anything undone, such as a connection that it paused, is not"
            + " known",
        problem.location(),
        "see in DSM whether a connection is paused that should not be, then move the file out of"
            + " its folder");
  }
}
