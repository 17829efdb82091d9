package io.cloudsyncctl.run.apply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.journal.Settlements;
import io.cloudsyncctl.apply.leftover.Leftover;
import io.cloudsyncctl.apply.leftover.LeftoverNews;
import io.cloudsyncctl.apply.leftover.Leftovers;
import io.cloudsyncctl.apply.operation.Approval;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.plan.Reading;
import io.cloudsyncctl.state.DeclarationCodec;
import io.cloudsyncctl.state.IdentityCodec;
import io.cloudsyncctl.state.Journal;
import io.cloudsyncctl.state.JournalFolder;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** The journals that runs on a NAS leave: this run's, and what earlier ones left undone. */
final class RunJournals {
  private final WriteContext context;
  private final RunContext run;

  /** Each is told once. */
  private final Set<Diagnostic> unsettled = new HashSet<>();

  RunJournals(WriteContext context) {
    this.context = context;
    this.run = context.run();
  }

  /** Where this run's journal will be; empty where it leaves none. */
  Optional<Path> file(DesiredState desired) {
    if (!context.keepsJournals()) {
      return Optional.empty();
    }
    Path folder = run.state().journals(desired.nas());
    String id = JournalFolder.newRun(folder, run.clock().instant());
    return Optional.of(JournalFolder.file(folder, id));
  }

  /**
   * This run's journal, which is created with its first event.
   *
   * @param undone the run that it undoes; empty for an apply
   */
  RunJournal journal(
      DesiredState desired, Optional<Path> file, Approval approved, Optional<String> undone) {
    if (file.isEmpty()) {
      return RunJournal.none(run.clock());
    }
    ImmutableMap.Builder<String, WireValue> header = ImmutableMap.builder();
    header
        .put("run", WireValue.of(JournalFolder.id(file.get())))
        .put("nas", WireValue.of(desired.nas().name()))
        .put("identity", WireValue.of(run.state().identity(desired.nas())))
        .put("tool_version", WireValue.of(run.toolVersion()))
        .put("plan", WireValue.of(approved.checksum()));
    undone.ifPresent(run -> header.put(JournaledRun.UNDOES, WireValue.of(run)));
    return new RunJournal(
        () -> Journal.create(run.journals(), file.get()), run.clock(), header.buildOrThrow());
  }

  /** So that a record that is lost can be made anew. */
  void add(Path journal, SettingsRecord noted, DesiredState desired) {
    if (noted.declared().isEmpty()) {
      return;
    }
    SettingsRecord.Declared declared = noted.declared().get();
    try (Journal open = Journal.append(run.journals(), journal)) {
      open.add(
          "declared",
          declared.at(),
          ImmutableMap.of(
              "declaration",
              DeclarationCodec.encode(declared.declaration()),
              "known",
              IdentityCodec.encode(noted.known())));
    } catch (UncheckedIOException e) {
      BaselineKeeper.notKept(run.output(), desired, String.valueOf(e.getMessage()));
    }
  }

  /** Says which earlier runs did not come to a good end: what they left is part of the plan. */
  void reportUnfinished(Reading reading) {
    ImmutableSet<String> own =
        reading.pipeline().own().runs().stream()
            .map(JournaledRun::id)
            .collect(ImmutableSet.toImmutableSet());
    run.output()
        .report(
            reading.pipeline().leftovers().runs().stream()
                .map(run ->
                    Diagnostic.note(
                        DiagnosticCode.RUN_UNFINISHED,
                        "the run "
                            + run.id()
                            + " has not come to its end, or is under way; "
                            + (own.contains(run.id())
                                ? "what it leaves is part of this plan"
                                : "this undo leaves alone what it leaves"),
                        new Location.OnNas(reading.desired().nas().name(), null, null),
                        "to see what it did: cloudsyncctl show " + run.path()))
                .toList());
  }

  /**
   * Notes which connections a reading under the lock shows at work: whoever pauses them after that
   * is somebody else.
   *
   * @return what is still open
   */
  Leftovers noteSeen(Leftovers leftovers, LiveState live, DesiredState desired) {
    return note(leftovers, new LeftoverNews(leftovers, run.clock()).seenActive(live), desired);
  }

  /**
   * What of earlier runs is dealt with at the end of this one.
   *
   * @param found the NAS as this run found it, and what was open then
   * @param left the NAS as it is now
   * @param outcomes what this run did
   * @param isOver whether it has seen a connection paused and then at work
   * @param well whether it ended well, so that whatever those runs did not come to is done
   */
  void settle(
      Reading found,
      LiveState left,
      List<OperationOutcome> outcomes,
      LongPredicate isOver,
      boolean well) {
    DesiredState desired = found.desired();
    Leftovers all = noteSeen(found.pipeline().leftovers(), left, desired);
    Leftovers own = found.pipeline().with(all).own();
    Leftovers open =
        note(
            own,
            new LeftoverNews(own, run.clock())
                .settled(desired, found.snapshot().live(), left, outcomes, isOver),
            desired);
    if (well) {
      finish(open, desired);
    }
  }

  /** Whatever those runs did not come to is done, but for connections that are still open. */
  void finish(Leftovers open, DesiredState desired) {
    for (JournaledRun run : open.dealtWith()) {
      add(run, ImmutableMap.of(), desired);
    }
  }

  private Leftovers note(
      Leftovers leftovers, Map<Leftover, Settlements.Why> settled, DesiredState desired) {
    settled.forEach((leftover, why) ->
        add(leftover.run(), Settlements.of(leftover.connection(), why), desired));
    return leftovers.without(settled.keySet());
  }

  /** That it cannot be noted fails no apply. */
  private void add(JournaledRun earlier, Map<String, WireValue> fields, DesiredState desired) {
    try (Journal journal = Journal.append(run.journals(), earlier.path())) {
      journal.add(Settlements.EVENT, run.clock().instant(), fields);
    } catch (UncheckedIOException e) {
      Diagnostic told = notSettled(earlier, desired, e);
      if (unsettled.add(told)) {
        run.output().report(ImmutableList.of(told));
      }
    }
  }

  private static Diagnostic notSettled(
      JournaledRun earlier, DesiredState desired, UncheckedIOException e) {
    return Diagnostic.warning(
        DiagnosticCode.RUN_NOT_SETTLED,
        "what the run " + earlier.id() + " left is dealt with, but " + e.getMessage(),
        new Location.OnNas(desired.nas().name(), null, null),
        "every plan and apply takes that run for unfinished until its journal is made writable or"
            + " moved out of its folder");
  }
}
