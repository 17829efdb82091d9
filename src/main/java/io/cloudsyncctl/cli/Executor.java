package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.ApplyResult;
import io.cloudsyncctl.apply.ApplyRun;
import io.cloudsyncctl.apply.JournaledRun;
import io.cloudsyncctl.apply.Leftovers;
import io.cloudsyncctl.apply.OperationSequencer;
import io.cloudsyncctl.apply.Planner;
import io.cloudsyncctl.apply.RunJournal;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.model.WireValue;
import io.cloudsyncctl.plan.Plan;
import io.cloudsyncctl.report.Applied;
import io.cloudsyncctl.report.ApplyTextRenderer;
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
import java.util.List;
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
      boolean yes,
      int nasInRun) {
    this.console = console;
    this.simulate = simulate;
    this.record = record;
    this.planning = planning;
    this.consent = consent;
    this.colour = colour;
    this.observe = observe;
    this.yes = yes;
    this.several = nasInRun > 1;
  }

  /** One look at a NAS. */
  Reading read(DesiredState desired) {
    try (OpenNas nas = OpenNas.of(desired.nas(), simulate, console)) {
      return Reading.of(nas, desired, keeper(desired).current(), planning, leftovers(desired));
    }
  }

  /** One look at a NAS, for another end than what is declared. */
  Reading read(DesiredState desired, Planner planner) {
    try (OpenNas nas = OpenNas.of(desired.nas(), simulate, console)) {
      return Reading.by(nas, desired, keeper(desired).current(), planner);
    }
  }

  /**
   * Makes exactly what was approved: the NAS is read again, and where that leads to other
   * operations nothing is written.
   */
  ExitCode apply(DesiredState desired, Plan approved) {
    return locked(
        desired,
        nas -> {
          Leftovers leftovers = leftovers(desired);
          RecordKeeper keeper = keeper(desired);
          Reading now = Reading.of(nas, desired, keeper.current(), planning, leftovers);
          return sameOperations(now.plan(), approved)
              ? carryOut(
                  nas,
                  keeper,
                  now,
                  approved,
                  leftovers,
                  remaining -> Remembering.remember(console, keeper, desired, remaining))
              : moved(now);
        });
  }

  /** Carries out what undoes a run; the run itself is the measure of what is left to do. */
  ExitCode undo(DesiredState desired, Reading approved) {
    return locked(
        desired,
        nas -> {
          RecordKeeper keeper = keeper(desired);
          Reading now = Reading.by(nas, desired, keeper.current(), approved.planner());
          return sameOperations(now.plan(), approved.plan())
              ? carryOut(
                  nas,
                  keeper,
                  now,
                  approved.plan(),
                  new Leftovers(List.of()),
                  _ -> Optional.empty())
              : moved(now);
        });
  }

  private static boolean sameOperations(Plan now, Plan approved) {
    return OperationSequencer.sequence(now).equals(OperationSequencer.sequence(approved));
  }

  private ExitCode locked(DesiredState desired, Function<OpenNas, ExitCode> work) {
    try (OpenNas nas = OpenNas.of(desired.nas(), simulate, console)) {
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
      Function<Plan, Optional<SettingsRecord.Declared>> converged) {
    Optional<Path> file = journalFile(now.desired());
    ApplyRun run =
        new ApplyRun(
            nas.session(),
            keeper,
            console.clock(),
            more -> approves(more, now),
            new ApplyProgress(console, text(Verb.APPLY)),
            journal(now.desired(), file));
    Instant began = console.clock().instant();
    ApplyResult result = run.apply(now.planner(), approved);
    settle(leftovers, result);
    ExitCode code = finish(result);
    Optional<Diagnostic> tripped = observe.watch(nas, console, result, began);
    tripped.ifPresent(diagnostic -> Reporter.report(console, ImmutableList.of(diagnostic)));
    if (tripped.isPresent()) {
      return ExitCode.PARTLY_APPLIED;
    }
    Plan remaining = result.remaining();
    if (remaining != null && endedWell(result)) {
      Optional<SettingsRecord.Declared> noted = converged.apply(remaining);
      file.filter(Files::exists)
          .ifPresent(journal -> noted.ifPresent(what -> add(journal, what, now.desired())));
    }
    return code;
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
  private boolean approves(Plan more, Reading now) {
    console.out().println();
    show(more);
    Guard guard = new Guard(console, consent.consent(console), ImmutableList.of(now.with(more)));
    return !guard.refuses(more, now.desired(), now.snapshot().live())
        && (yes || Prompt.confirmed(console, "Apply these changes as well?"));
  }

  private ExitCode finish(ApplyResult result) {
    console.log().applied(result.nas(), status(result), Optional.of(result));
    console.out().print(ApplyTextRenderer.result(result, text(Verb.APPLY)));
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

  private ExitCode moved(Reading now) {
    show(now.plan());
    reportMoved(now);
    return ExitCode.REFUSED;
  }

  /** Says that a NAS no longer leads to the plan that was approved. */
  void reportMoved(Reading now) {
    console.log().applied(now.plan().nas(), Applied.Status.REFUSED, Optional.empty());
    Reporter.report(
        console,
        ImmutableList.of(
            Diagnostic.error(
                "nas-moved",
                "the NAS has changed since the plan was made; above is the plan as it is now",
                new Location.OnNas(now.plan().nas(), null, null),
                "look at it and apply again")));
  }

  private void show(Plan plan) {
    console
        .out()
        .print(
            PlanTextRenderer.render(
                ImmutableList.of(new NasOutcome.Done<>(plan.nas(), plan)), text(Verb.APPLY)));
    console.out().flush();
  }

  private TextOptions text(Verb verb) {
    return colour.text(console, verb);
  }
}
