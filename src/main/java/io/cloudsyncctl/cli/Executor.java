package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.ApplyResult;
import io.cloudsyncctl.apply.ApplyRun;
import io.cloudsyncctl.apply.Approval;
import io.cloudsyncctl.apply.JournaledRun;
import io.cloudsyncctl.apply.Leftovers;
import io.cloudsyncctl.apply.LostSight;
import io.cloudsyncctl.apply.Planner;
import io.cloudsyncctl.apply.RunJournal;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.RefusalCode;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.model.WireValue;
import io.cloudsyncctl.plan.Movement;
import io.cloudsyncctl.plan.Plan;
import io.cloudsyncctl.report.Applied;
import io.cloudsyncctl.report.ApplyTextRenderer;
import io.cloudsyncctl.report.MovementText;
import io.cloudsyncctl.report.PlanTextRenderer;
import io.cloudsyncctl.report.TextOptions;
import io.cloudsyncctl.report.Verb;
import io.cloudsyncctl.state.DeclarationCodec;
import io.cloudsyncctl.state.Journal;
import io.cloudsyncctl.state.JournalFolder;
import io.cloudsyncctl.state.RecordKeeper;
import io.cloudsyncctl.state.RunLock;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Reads a NAS for an apply, and carries out or rehearses what was approved. */
final class Executor {
  private final Console console;
  private final SimulateOption simulate;
  private final StateOptions record;
  private final PlanningOptions planning;
  private final ConsentOptions consent;
  private final ColourOption colour;
  private final ObserveOptions observe;
  private final TimeLimits limits;
  private final String again;
  private final boolean yes;
  private final boolean several;

  Executor(
      Console console,
      SimulateOption simulate,
      StateOptions record,
      PlanningOptions planning,
      ConsentOptions consent,
      ColourOption colour,
      ObserveOptions observe,
      TimeoutOption timeout,
      String again,
      boolean yes,
      int nasInRun) {
    this.console = console;
    this.simulate = simulate;
    this.record = record;
    this.planning = planning;
    this.consent = consent;
    this.colour = colour;
    this.observe = observe;
    this.limits = timeout.writing(observe.duration());
    this.again = again;
    this.yes = yes;
    this.several = nasInRun > 1;
  }

  /** One look at a NAS. */
  Reading read(DesiredState desired) {
    try (OpenNas nas = OpenNas.of(desired.nas(), simulate, console, limits)) {
      return Reading.of(nas, desired, keeper(desired).current(), planning, leftovers(desired));
    }
  }

  /** One look at a NAS, for another end than what is declared. */
  Reading read(DesiredState desired, Planner planner) {
    try (OpenNas nas = OpenNas.of(desired.nas(), simulate, console, limits)) {
      return Reading.by(nas, desired, keeper(desired).current(), planner, leftovers(desired));
    }
  }

  /**
   * Makes exactly what was approved: the NAS is read again, and where that leads to other
   * operations nothing is written.
   */
  ExitCode apply(Reading approved) {
    DesiredState desired = approved.desired();
    return locked(
        desired,
        nas -> {
          Leftovers leftovers = leftovers(desired);
          RecordKeeper keeper = keeper(desired);
          Reading now = Reading.of(nas, desired, keeper.current(), planning, leftovers);
          return now.isAs(approved.approval())
              ? carryOut(
                  nas,
                  keeper,
                  now,
                  approved.plan(),
                  leftovers,
                  Verb.APPLY,
                  remaining -> Remembering.remember(console, keeper, desired, remaining))
              : moved(approved, now, Verb.APPLY);
        });
  }

  /** Carries out what undoes a run; the run itself is the measure of what is left to do. */
  ExitCode undo(Reading approved) {
    DesiredState desired = approved.desired();
    return locked(
        desired,
        nas -> {
          RecordKeeper keeper = keeper(desired);
          Leftovers leftovers = leftovers(desired);
          Reading now = Reading.by(nas, desired, keeper.current(), approved.planner(), leftovers);
          return now.isAs(approved.approval())
              ? carryOut(
                  nas, keeper, now, approved.plan(), leftovers, Verb.UNDO, _ -> Optional.empty())
              : moved(approved, now, Verb.UNDO);
        });
  }

  private ExitCode locked(DesiredState desired, Function<OpenNas, ExitCode> work) {
    try (OpenNas nas = OpenNas.of(desired.nas(), simulate, console, limits)) {
      if (!record.keepsJournals(simulate.isSet())) {
        return work.apply(nas);
      }
      Path lock = record.lock(desired.nas(), simulate.isSet(), console);
      try (RunLock _ = RunLock.take(lock, desired.nas().name())) {
        return work.apply(nas);
      }
    } catch (DiagnosticException e) {
      return failed(desired, e.diagnostics(), ExitCode.of(e.kind()));
    } catch (UncheckedIOException e) {
      return failed(desired, ImmutableList.of(unwritable(desired, e)), ExitCode.FAILED);
    } catch (DsmException e) {
      return failed(desired, ImmutableList.of(e.diagnostic()), ExitCode.of(e.kind()));
    }
  }

  private ExitCode failed(
      DesiredState desired, ImmutableList<Diagnostic> diagnostics, ExitCode code) {
    Applied.Status status =
        switch (code) {
          case REFUSED -> Applied.Status.REFUSED;
          case PARTLY_APPLIED -> Applied.Status.PARTLY_APPLIED;
          case USAGE, BAD_INPUT, FAILED, UNREACHABLE, MANUAL_STEPS_REMAIN, DIFFERS, OK ->
              Applied.Status.FAILED;
        };
    console.log().applied(desired.nas().name(), status, Optional.empty());
    Reporter.report(console, diagnostics);
    return code;
  }

  private static Diagnostic unwritable(DesiredState desired, UncheckedIOException e) {
    return Diagnostic.error(
        "state-unwritable",
        String.valueOf(e.getMessage()),
        new Location.OnNas(desired.nas().name(), null, null),
        "make its folder writable, or name another with --state-dir; nothing is written to a NAS"
            + " without its journal");
  }

  /**
   * Carries a plan out.
   *
   * @param converged gets what a new plan says, where all went well
   */
  private ExitCode carryOut(
      OpenNas nas,
      RecordKeeper keeper,
      Reading now,
      Plan approved,
      Leftovers leftovers,
      Verb verb,
      Function<Plan, Optional<SettingsRecord.Declared>> converged) {
    Optional<Path> file = journalFile(now.desired());
    RunJournal journal = journal(now.desired(), file);
    console.interruption().begins(journal, again);
    ApplyRun run =
        new ApplyRun(
            nas.session(),
            keeper,
            console.clock(),
            more -> approves(more, now, verb),
            new ApplyProgress(console, text(verb)),
            journal,
            again);
    Instant began = console.clock().instant();
    ApplyResult result = run.apply(now.planner(), approved, now.snapshot().live());
    settle(leftovers, result);
    ExitCode code = finish(result, verb);
    Optional<Diagnostic> tripped = watch(nas, result, began);
    tripped.ifPresent(diagnostic -> Reporter.report(console, ImmutableList.of(diagnostic)));
    if (tripped.isPresent()) {
      return ExitCode.PARTLY_APPLIED;
    }
    Plan remaining = result.remaining();
    if (remaining != null && endedWell(result)) {
      Optional<SettingsRecord.Declared> noted = converged.apply(remaining);
      file.filter(Files::exists)
          .ifPresent(path -> noted.ifPresent(what -> add(path, what, now.desired())));
    }
    return code;
  }

  /** What has been written stays so, also where the watch fails. */
  private Optional<Diagnostic> watch(OpenNas nas, ApplyResult result, Instant began) {
    try {
      return observe.watch(nas, console, result, began);
    } catch (DsmException e) {
      return Optional.of(e.diagnostic());
    }
  }

  /** So that a record that is lost can be made anew. */
  private void add(Path journal, SettingsRecord.Declared declared, DesiredState desired) {
    try (Journal open = Journal.append(journal)) {
      open.add(
          "declared",
          declared.at(),
          ImmutableMap.of("declaration", DeclarationCodec.encode(declared.declaration())));
    } catch (UncheckedIOException e) {
      Remembering.notKept(console, desired, String.valueOf(e.getMessage()));
    }
  }

  private Optional<Path> journalFile(DesiredState desired) {
    if (!record.keepsJournals(simulate.isSet())) {
      return Optional.empty();
    }
    Path folder = record.journals(desired.nas(), simulate.isSet(), console);
    String id = JournalFolder.newRun(folder, console.clock().instant());
    return Optional.of(JournalFolder.file(folder, id));
  }

  private RunJournal journal(DesiredState desired, Optional<Path> file) {
    if (file.isEmpty()) {
      return RunJournal.none(console.clock());
    }
    return new RunJournal(
        () -> Journal.create(file.get()),
        console.clock(),
        ImmutableMap.of(
            "run",
            WireValue.of(JournalFolder.id(file.get())),
            "nas",
            WireValue.of(desired.nas().name()),
            "identity",
            WireValue.of(StateOptions.identity(desired.nas(), simulate.isSet())),
            "tool_version",
            WireValue.of(Version.number())));
  }

  /** What earlier runs left is dealt with once a new plan is empty but for manual steps. */
  private void settle(Leftovers leftovers, ApplyResult result) {
    if (endedWell(result)) {
      leftovers.runs().forEach(this::settle);
    }
  }

  private static boolean endedWell(ApplyResult result) {
    return switch (result.status()) {
      case NOTHING_TO_DO, APPLIED, MANUAL_STEPS_REMAIN -> true;
      case FAILED, PARTLY_APPLIED -> false;
    };
  }

  /** Says which earlier runs did not come to a good end: this one finishes them. */
  void reportUnfinished(DesiredState desired) {
    Reporter.report(
        console,
        leftovers(desired).runs().stream()
            .map(run ->
                Diagnostic.note(
                    "run-unfinished",
                    "the run "
                        + run.id()
                        + " did not come to its end; what it left is part of this"
                        + " plan",
                    new Location.OnNas(desired.nas().name(), null, null),
                    "to see what it did: cloudsyncctl show " + run.path()))
            .toList());
  }

  /** A NAS that is as declared is also the good end of whatever did not come to its end. */
  void settleInSync(Reading reading) {
    remember(reading);
    if (reading.plan().inSync()) {
      leftovers(reading.desired()).runs().forEach(this::settle);
    }
  }

  /** Where another run holds the lock, that one notes what is declared, or the next does. */
  private void remember(Reading reading) {
    RecordKeeper keeper = keeper(reading.desired());
    if (!Remembering.isNews(keeper, reading.desired(), reading.plan())) {
      return;
    }
    if (!record.keepsJournals(simulate.isSet())) {
      Remembering.remember(console, keeper, reading.desired(), reading.plan());
      return;
    }
    Path lock = record.lock(reading.desired().nas(), simulate.isSet(), console);
    try (RunLock _ = RunLock.take(lock, reading.desired().nas().name())) {
      Remembering.remember(console, keeper(reading.desired()), reading.desired(), reading.plan());
    } catch (DiagnosticException e) {
      Remembering.notKept(console, reading.desired(), e.diagnostics().getFirst().message());
    } catch (UncheckedIOException e) {
      Remembering.notKept(console, reading.desired(), String.valueOf(e.getMessage()));
    }
  }

  private void settle(JournaledRun run) {
    try (Journal journal = Journal.append(run.path())) {
      journal.add("settled", console.clock().instant(), ImmutableMap.of());
    }
  }

  private Leftovers leftovers(DesiredState desired) {
    return record.leftovers(desired.nas(), simulate.isSet(), console);
  }

  /** Carries a plan out on a twin of the NAS. */
  ExitCode rehearse(Reading reading) {
    ApplyResult result = Rehearsal.run(reading, console);
    console.log().applied(reading.plan().nas(), Applied.Status.REHEARSED, Optional.of(result));
    console.out().print(ApplyTextRenderer.rehearsal(result, text(Verb.DRY_RUN)));
    console.out().flush();
    return switch (result.status()) {
      case NOTHING_TO_DO, APPLIED -> ExitCode.OK;
      case MANUAL_STEPS_REMAIN -> ExitCode.MANUAL_STEPS_REMAIN;
      case FAILED, PARTLY_APPLIED -> ExitCode.FAILED;
    };
  }

  private RecordKeeper keeper(DesiredState desired) {
    return record.keeper(desired.nas(), simulate.isSet(), several, console);
  }

  /** What only shows once the administrator's view is on was in no plan that anybody saw. */
  private boolean approves(Plan more, Reading now, Verb verb) {
    console.out().println();
    show(more, verb);
    Guard guard = new Guard(console, consent.consent(console), ImmutableList.of(now.with(more)));
    return !guard.refuses(more, now.desired(), now.snapshot().live())
        && (yes || Prompt.confirmed(console, "Make these changes as well?"));
  }

  private ExitCode finish(ApplyResult result, Verb verb) {
    console.log().applied(result.nas(), status(result), Optional.of(result));
    console.out().print(ApplyTextRenderer.result(result, text(verb)));
    console.out().flush();
    return switch (result.status()) {
      case NOTHING_TO_DO, APPLIED -> ExitCode.OK;
      case MANUAL_STEPS_REMAIN -> ExitCode.MANUAL_STEPS_REMAIN;
      case FAILED -> result.moved() ? ExitCode.REFUSED : ExitCode.FAILED;
      case PARTLY_APPLIED -> ExitCode.PARTLY_APPLIED;
    };
  }

  private static Applied.Status status(ApplyResult result) {
    return switch (result.status()) {
      case NOTHING_TO_DO -> Applied.Status.NOTHING_TO_DO;
      case APPLIED -> Applied.Status.APPLIED;
      case MANUAL_STEPS_REMAIN -> Applied.Status.MANUAL_STEPS_REMAIN;
      case FAILED -> result.moved() ? Applied.Status.REFUSED : Applied.Status.FAILED;
      case PARTLY_APPLIED -> Applied.Status.PARTLY_APPLIED;
    };
  }

  /** The NAS leads to another plan: it has changed, or this login no longer sees all of it. */
  private ExitCode moved(Reading approved, Reading now, Verb verb) {
    String nas = now.plan().nas();
    LiveState approvedSeen = approved.snapshot().live();
    LiveState seen = now.snapshot().live();
    ImmutableList<Diagnostic> lost = LostSight.of(nas, approvedSeen, seen);
    if (!lost.isEmpty()) {
      console.log().applied(nas, Applied.Status.FAILED, Optional.empty());
      Reporter.report(console, lost);
      console.err().println("Nothing was changed on " + nas + ".");
      return ExitCode.FAILED;
    }
    console.out().println();
    show(now.plan(), verb);
    if (LostSight.of(nas, seen, approvedSeen).isEmpty()) {
      reportMoved(approved.approval(), now, "look at it and " + verb.command() + " again");
    } else {
      Reporter.report(console, ImmutableList.of(incomplete(nas)));
    }
    return ExitCode.REFUSED;
  }

  private static Diagnostic incomplete(String nas) {
    return Diagnostic.error(
        RefusalCode.PLAN_INCOMPLETE.code(),
        "the plan was made while this login could not read all that it can read now; above is the"
            + " plan as it is now",
        new Location.OnNas(nas, null, null),
        "look at it and apply again");
  }

  /** Says that a NAS no longer is what the approved plan was made from, and shows what moved. */
  void reportMoved(Approval approved, Reading now, String hint) {
    console.log().applied(now.plan().nas(), Applied.Status.REFUSED, Optional.empty());
    ImmutableList<Movement> moved = approved.moved(now.plan(), now.snapshot().live());
    if (!moved.isEmpty()) {
      console.out().print(MovementText.onNas(now.plan().nas(), moved, text(Verb.APPLY)));
      console.out().flush();
    }
    Reporter.report(
        console,
        ImmutableList.of(
            Diagnostic.error(
                RefusalCode.NAS_MOVED.code(),
                moved.isEmpty()
                    ? "the plan is another one now, although nothing that the NAS answers has"
                        + " changed: what the record or an earlier run says of it has; above is"
                        + " the plan as it is now"
                    : "the NAS has changed since the plan was made; above is the plan as it is"
                        + " now, and what has changed",
                new Location.OnNas(now.plan().nas(), null, null),
                hint)));
  }

  private void show(Plan plan, Verb verb) {
    console
        .out()
        .print(
            PlanTextRenderer.render(
                ImmutableList.of(new NasOutcome.Done<>(plan.nas(), plan)), text(verb)));
    console.out().flush();
  }

  private TextOptions text(Verb verb) {
    return colour.text(console, verb);
  }
}
