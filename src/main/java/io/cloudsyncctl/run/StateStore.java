package io.cloudsyncctl.run;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.JournaledRuns;
import io.cloudsyncctl.apply.leftover.Leftovers;
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
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Where a run keeps what outlives it: records, journals, locks, what receivers were told. */
public final class StateStore {
  private static final String SIMULATED = "simulated";

  private final Optional<Path> recordFile;
  private final Path folder;
  private final boolean folderIsNamed;
  private final boolean simulated;
  private final InstantSource clock;

  /** Each is told once in a run, however often the journals are looked at. */
  private final Set<Diagnostic> told = ConcurrentHashMap.newKeySet();

  /**
   * A place for the state of a run.
   *
   * @param recordFile the record that the user names; for several NAS the folder of their records
   * @param folder the state folder
   * @param folderIsNamed whether the user names it: what is done to a simulated NAS is kept there
   *     only then
   */
  public StateStore(
      Optional<Path> recordFile,
      Path folder,
      boolean folderIsNamed,
      boolean simulated,
      InstantSource clock) {
    this.recordFile = recordFile;
    this.folder = folder;
    this.folderIsNamed = folderIsNamed;
    this.simulated = simulated;
    this.clock = clock;
  }

  /**
   * The record of one NAS. What is written to a simulated NAS is no fact about the real one, so it
   * is only kept where the user names a file for it.
   *
   * @throws io.cloudsyncctl.diagnostic.DiagnosticException {@code record-of-another-nas}, or {@code
   *     record-unreadable}
   */
  public RecordKeeper keeper(NasTarget target, boolean several) {
    String identity = identity(target);
    if (!keepsRecord()) {
      return RecordKeeper.inMemory(SettingsRecord.empty(identity));
    }
    Path path = path(target, several);
    return RecordKeeper.inFile(new RecordFile(path), identity);
  }

  /** What the record of one NAS says, for those who only read it. */
  public SettingsRecord recorded(NasTarget target, boolean several) {
    String identity = identity(target);
    if (!keepsRecord()) {
      return SettingsRecord.empty(identity);
    }
    return new RecordFile(path(target, several)).load(identity);
  }

  /** That the record is of another NAS, where it is. */
  public Optional<Diagnostic> foreign(NasTarget target, boolean several) {
    return keepsRecord()
        ? new RecordFile(path(target, several)).foreign(identity(target))
        : Optional.empty();
  }

  private boolean keepsRecord() {
    return recordFile.isPresent() || !simulated || folderIsNamed;
  }

  /** Where the record of one NAS is kept. */
  public Path path(NasTarget target, boolean several) {
    if (recordFile.isPresent()) {
      Path named = recordFile.get();
      return several || Files.isDirectory(named)
          ? named.resolve(target.name() + ".record.json")
          : named;
    }
    Path declared = target.record();
    return declared != null && !simulated
        ? declared
        : StateFolder.record(folder, target.name(), identity(target));
  }

  /** What receivers of notifications were told; of a simulated NAS only where a folder is named. */
  public NotificationState notified() {
    return keepsJournals()
        ? NotificationState.of(StateFolder.told(folder))
        : NotificationState.inMemory();
  }

  /** Whether runs on this NAS leave a journal: a simulated one only where a folder is named. */
  public boolean keepsJournals() {
    return !simulated || folderIsNamed;
  }

  public String identity(NasTarget target) {
    return simulated ? SIMULATED : StateFolder.identity(target.url());
  }

  /** The journals of one NAS. */
  public Path journals(NasTarget target) {
    return StateFolder.journals(folder, target.name(), identity(target));
  }

  /** The lock of the device of one NAS. */
  public Path lock(NasTarget target) {
    return StateFolder.lock(folder, device(target.name(), identity(target)));
  }

  /** What a lock is of: each simulated NAS is a device of its own. */
  public static String device(String nas, String identity) {
    return identity.equals(SIMULATED) ? SIMULATED + " " + nas : identity;
  }

  /** What earlier runs on a NAS left behind. */
  public Leftovers leftovers(NasTarget target, RunOutput output) {
    if (!keepsJournals()) {
      return Leftovers.none();
    }
    ImmutableList<Path> journals = JournalFolder.below(journals(target));
    JournaledRuns found =
        JournaledRuns.read(
            journals.stream().filter(journal -> !JournalFile.isClosed(journal)).toList());
    output.report(
        found.problems().stream().filter(told::add).map(StateStore::mayHideSomething).toList());
    output.report(withoutPath(target).stream().filter(told::add).toList());
    Leftovers leftovers = Leftovers.of(found.runs(), clock.instant());
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
  private ImmutableList<Diagnostic> withoutPath(NasTarget target) {
    String address = StateFolder.address(target.url());
    if (simulated || StateFolder.identity(target.url()).equals(address)) {
      return ImmutableList.of();
    }
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
