package io.cloudsyncctl.run.apply;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.execute.ApplyRun;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.leftover.Leftovers;
import io.cloudsyncctl.apply.observe.Tripwire;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.run.OpenNas;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.plan.Reading;
import io.cloudsyncctl.state.RecordKeeper;
import io.cloudsyncctl.state.RunLock;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Carries out on a NAS what was approved. */
final class PlanExecutor {
  private final WriteContext context;
  private final RunContext run;
  private final RunJournals journals;
  private final Guard guard;
  private boolean stopped;

  /** What the apply under way has written down; it knows whether there was a write. */
  private Optional<RunJournal> begun = Optional.empty();

  PlanExecutor(WriteContext context, Guard guard) {
    this.context = context;
    this.guard = guard;
    this.run = context.run();
    this.journals = new RunJournals(context);
  }

  /**
   * One NAS after the other. Where what was changed on one does not pass its watch, the others are
   * not begun.
   */
  List<ExitCode> carryOut(List<Reading> approved) {
    List<ExitCode> codes = new ArrayList<>();
    Iterator<Reading> readings = approved.iterator();
    while (readings.hasNext()) {
      Reading reading = readings.next();
      codes.add(carryOut(reading, Verb.APPLY));
      if (stopped) {
        notBegun(ImmutableList.copyOf(readings), reading.plan().nas());
        break;
      }
    }
    return codes;
  }

  private void notBegun(ImmutableList<Reading> others, String after) {
    List<Diagnostic> told = new ArrayList<>();
    for (Reading other : others) {
      String nas = other.plan().nas();
      run.log().applied(nas, Applied.Status.NOT_BEGUN, Optional.empty());
      told.add(
          Diagnostic.error(
              DiagnosticCode.RUN_STOPPED,
              "nothing was changed, since the run was stopped after " + after,
              new Location.OnNas(nas, null, null),
              "look at " + after + " first, then apply again"));
    }
    run.output().report(told);
  }

  /**
   * Makes exactly what was approved: the NAS is read again, and where that leads to other
   * operations nothing is written.
   *
   * @param verb for an undo, the run that is undone is the measure of what is left to do, and not
   *     what is declared
   */
  ExitCode carryOut(Reading approved, Verb verb) {
    DesiredState desired = approved.desired();
    return locked(
        desired,
        nas -> {
          Leftovers leftovers = run.leftovers(desired);
          RecordKeeper keeper = context.keeper(desired);
          SecondReading.await(run, approved, keeper.current());
          Reading read = Reading.of(nas, keeper.current(), approved.pipeline().with(leftovers));
          Reading now = read.owing(journals.noteSeen(leftovers, read.snapshot().live(), desired));
          if (!now.isAs(approved.approval())) {
            return new StalePlanReporter(run).tell(approved, now, verb);
          }
          // The operations are the same, but what they may do hangs on the rest of the NAS as well.
          if (guard.refuses(now)) {
            run.log().applied(now.plan().nas(), Applied.Status.REFUSED, Optional.empty());
            return ExitCode.REFUSED;
          }
          return write(new Work(nas, keeper, now, approved.plan(), verb));
        });
  }

  /** What is to be written, and what was known just before. */
  private record Work(OpenNas nas, RecordKeeper keeper, Reading now, Plan approved, Verb verb) {}

  private ExitCode locked(DesiredState desired, Function<OpenNas, ExitCode> work) {
    try (OpenNas nas = context.open(desired)) {
      if (!context.keepsJournals()) {
        return work.apply(nas);
      }
      Path lock = context.lock(desired);
      try (RunLock _ = RunLock.take(lock, desired.nas().name())) {
        return work.apply(nas);
      }
    } catch (DiagnosticException e) {
      return failed(desired, e.diagnostics(), code(ExitCode.of(e.kind())));
    } catch (UncheckedIOException e) {
      return failed(desired, ImmutableList.of(unwritable(desired, e)), code(ExitCode.FAILED));
    } catch (DsmException e) {
      return failed(desired, ImmutableList.of(e.diagnostic()), code(ExitCode.of(e.kind())));
    } catch (RuntimeException e) {
      if (!mayHaveWritten()) {
        throw e;
      }
      // A defect that shows between writes leaves a NAS that is changed, and says so.
      run.log().applied(desired.nas().name(), Applied.Status.PARTLY_APPLIED, Optional.empty());
      run.output().defect(e);
      return ExitCode.PARTLY_APPLIED;
    } finally {
      begun = Optional.empty();
    }
  }

  /** The code of a failure: once something was written, that is what counts. */
  private ExitCode code(ExitCode failure) {
    return mayHaveWritten() ? ExitCode.PARTLY_APPLIED : failure;
  }

  private boolean mayHaveWritten() {
    return begun.map(RunJournal::mayHaveWritten).orElse(false);
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
    run.log().applied(desired.nas().name(), status, Optional.empty());
    run.output().report(diagnostics);
    return code;
  }

  private Diagnostic unwritable(DesiredState desired, UncheckedIOException e) {
    return Diagnostic.error(
        DiagnosticCode.STATE_UNWRITABLE,
        String.valueOf(e.getMessage()),
        new Location.OnNas(desired.nas().name(), null, null),
        "make its folder writable, or name another with --state-dir; "
            + (mayHaveWritten()
                ? "the NAS was written to before, and this finishes the work: " + context.again()
                : "nothing is written to a NAS without its journal"));
  }

  private ExitCode write(Work work) {
    Reading now = work.now();
    Optional<Path> file = journals.file(now.desired());
    RunJournal journal =
        journals.journal(now.desired(), file, now.approval(), now.pipeline().undone());
    begun = Optional.of(journal);
    Optional<Tripwire> tripwire =
        context
            .terms()
            .observing()
            .map(terms -> terms.tripwire(work.nas().session(), run, context.terms().restLimit()));
    tripwire.ifPresent(wire -> wire.mark(work.approved()));
    run.interruption().begins(journal, context.again());
    ApplyRun applying =
        new ApplyRun(
            work.nas().session(),
            work.keeper(),
            run.clock(),
            (more, live) ->
                approves(more, live, now.desired(), work.verb()) && marks(tripwire, more),
            run.output().listener(work.verb()),
            journal,
            context.restTerms(now.desired(), now.snapshot().live()),
            context.terms().kept(),
            context.again());
    ApplyResult result = applying.apply(now.pipeline(), work.approved(), now.snapshot().live());
    ExitCode code = finish(result, work.verb());
    applying
        .last()
        .ifPresent(live ->
            journals.settle(
                now, live, result.outcomes(), applying::isPauseOver, endedWell(result)));
    ImmutableList<Diagnostic> seen =
        tripwire
            .map(wire -> ObserveTerms.watch(wire, result, run.output()))
            .orElse(ImmutableList.of());
    if (!seen.isEmpty()) {
      stopped = true;
      run.log().applied(result.nas(), Applied.Status.PARTLY_APPLIED, Optional.of(result));
      run.output().report(seen);
      return ExitCode.PARTLY_APPLIED;
    }
    if (work.verb() == Verb.APPLY && endedWell(result)) {
      remember(work, applying.last(), result.remaining(), file);
    }
    return code;
  }

  private void remember(
      Work work, Optional<LiveState> live, @Nullable Plan remaining, Optional<Path> journal) {
    if (remaining == null || live.isEmpty()) {
      return;
    }
    DesiredState desired = work.now().desired();
    Optional<SettingsRecord> noted =
        BaselineKeeper.remember(run, work.keeper(), desired, live.get(), remaining);
    journal
        .filter(Files::exists)
        .ifPresent(path -> noted.ifPresent(what -> journals.add(path, what, desired)));
  }

  /** Nothing is changed whose log could not be read before. */
  private boolean marks(Optional<Tripwire> tripwire, Plan more) {
    try {
      tripwire.ifPresent(wire -> wire.mark(more));
      return true;
    } catch (DsmException e) {
      run.output().report(ImmutableList.of(e.diagnostic()));
      return false;
    }
  }

  private static boolean endedWell(ApplyResult result) {
    return switch (result.status()) {
      case NOTHING_TO_DO, APPLIED, MANUAL_STEPS_REMAIN -> true;
      case FAILED, PARTLY_APPLIED -> false;
    };
  }

  /** What only shows once the administrator's view is on was in no plan that anybody saw. */
  private boolean approves(Plan more, LiveState live, DesiredState desired, Verb verb) {
    run.output().plannedAnew(more, verb);
    return !context.exactly()
        && !guard.refuses(more, desired, live)
        && (context.terms().yes() || run.output().confirmed("Make these changes as well?"));
  }

  private ExitCode finish(ApplyResult result, Verb verb) {
    run.log().applied(result.nas(), status(result), Optional.of(result));
    // They are printed with the result; every report has them as well.
    run.log().told(result.notes());
    run.output().applied(result, verb);
    return switch (result.status()) {
      case NOTHING_TO_DO, APPLIED -> result.readInPart() ? ExitCode.PARTLY_APPLIED : ExitCode.OK;
      case MANUAL_STEPS_REMAIN ->
          result.readInPart() ? ExitCode.PARTLY_APPLIED : ExitCode.MANUAL_STEPS_REMAIN;
      case FAILED -> result.refused() ? ExitCode.REFUSED : ExitCode.FAILED;
      case PARTLY_APPLIED -> ExitCode.PARTLY_APPLIED;
    };
  }

  private static Applied.Status status(ApplyResult result) {
    if (endedWell(result) && result.readInPart()) {
      return Applied.Status.NOT_READ_IN_FULL;
    }
    return switch (result.status()) {
      case NOTHING_TO_DO -> Applied.Status.NOTHING_TO_DO;
      case APPLIED -> Applied.Status.APPLIED;
      case MANUAL_STEPS_REMAIN -> Applied.Status.MANUAL_STEPS_REMAIN;
      case FAILED -> result.refused() ? Applied.Status.REFUSED : Applied.Status.FAILED;
      case PARTLY_APPLIED -> Applied.Status.PARTLY_APPLIED;
    };
  }
}
