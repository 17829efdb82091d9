package io.cloudsyncctl.apply.execute;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.apply.operation.OperationSequencer;
import io.cloudsyncctl.apply.operation.Planner;
import io.cloudsyncctl.apply.operation.Stop;
import io.cloudsyncctl.apply.rest.Polling;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.apply.verify.LostPermissions;
import io.cloudsyncctl.apply.verify.RunReach;
import io.cloudsyncctl.apply.verify.SuspensionCheck;
import io.cloudsyncctl.apply.verify.UndeclaredChanges;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.cloudsync.read.LiveStateReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.dsm.session.RetryPolicy;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.plan.match.Recreation;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.SetOrder;
import io.cloudsyncctl.state.RecordKeeper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the plan of one NAS and proves by a new plan that nothing is left.
 *
 * <p>Where the plan turns the administrator's view on, that is done alone and everything is read
 * again: only then can be seen what else is declared. Changes that nobody has seen so far need an
 * approval of their own.
 */
public final class ApplyRun {
  private final ReadGateway reading;
  private final Polling polling;
  private final KeptValues kept;
  private final Applier applier;
  private final RecordKeeper record;
  private final BiPredicate<Plan, LiveState> approval;
  private final RunJournal journal;
  private final InstantSource clock;
  private final RetryPolicy.Sleeper sleeper;
  private final String again;
  private final List<OperationOutcome> outcomes = new ArrayList<>();
  private final List<Diagnostic> notes = new ArrayList<>();
  private @Nullable LiveState first;
  private @Nullable LiveState last;
  private boolean carriedOut;

  /**
   * A run.
   *
   * @param gateway an open session with the NAS
   * @param approval whether changes that were in no plan so far may be made, to a NAS that tells
   *     this by now
   * @param journal where it is written down
   * @param rest how it is waited for that connections rest
   * @param kept what the NAS is known to keep in place of what was written, and what it keeps in
   *     this run
   * @param again the command that finishes the work where it stops before its end
   */
  public ApplyRun(
      DsmGateway gateway,
      RecordKeeper record,
      InstantSource clock,
      BiPredicate<Plan, LiveState> approval,
      ApplyListener listener,
      RunJournal journal,
      RestTerms rest,
      KeptValues kept,
      String again) {
    this.reading = ReadGateway.over(gateway);
    this.polling = new Polling(rest.sleeper());
    this.kept = kept;
    this.applier = new Applier(gateway, record, clock, listener, journal, rest, kept, again);
    this.record = record;
    this.approval = approval;
    this.journal = journal;
    this.clock = clock;
    this.sleeper = rest.sleeper();
    this.again = again;
  }

  /**
   * Applies an approved plan, which the NAS was read for just now.
   *
   * @param seen what that reading told
   */
  public ApplyResult apply(Planner planner, Plan approved, LiveState seen) {
    ApplyResult result = carryOut(planner, approved, seen);
    // What was told to pause and never was seen to may do so later: the next apply has to look.
    journal.end(
        LeftPaused.mayStillCome(outcomes) ? ApplyResult.Status.PARTLY_APPLIED : result.status());
    return journal
        .trouble()
        .map(why -> result.with(JournalTrouble.of(result, why, again)))
        .orElse(result);
  }

  /** The NAS as it was last read in this run; empty where it was not. */
  public Optional<LiveState> last() {
    return Optional.ofNullable(last);
  }

  /** Whether the run has seen a connection paused and then at work. */
  public boolean isPauseOver(long connection) {
    return applier.isPauseOver(connection);
  }

  private ApplyResult carryOut(Planner planner, Plan approved, LiveState seen) {
    Plan plan = kept.without(approved);
    notes.addAll(kept.notWritten(approved));
    applier.seen(seen);
    if (turnsAdministratorViewOn(plan)) {
      outcomes.addAll(applier.apply(firstPart(plan)));
      if (failed()) {
        return result(planner, approved, seen);
      }
      plan = twice(plan(planner, approved, seen), planner, approved, seen);
      LiveState now = last;
      if (plan == null || now == null) {
        return result(planner, approved, seen);
      }
      first = widened(seen, now);
      plan = kept.without(plan);
      if (showsMore(plan, approved) && !approval.test(plan, now)) {
        notes.add(
            Diagnostic.note(
                DiagnosticCode.NOT_APPROVED,
                "only admin_mode was turned on; the changes that showed then were not made",
                new Location.OnNas(plan.nas(), null, null),
                "plan again, and they show from the start; what was refused above needs the"
                    + " acceptance that stands there"));
        return result(planner, approved, seen);
      }
    }
    outcomes.addAll(applier.apply(OperationSequencer.sequence(plan)));
    carriedOut = !failed();
    return result(planner, approved, seen);
  }

  /** What the record knows and only now could show is created only where two readings lack it. */
  private @Nullable Plan twice(
      @Nullable Plan first, Planner planner, Plan approved, LiveState seen) {
    Duration wait =
        first == null || last == null
            ? Duration.ZERO
            : Recreation.waiting(first, last, record.current(), clock.instant());
    if (wait.isZero()) {
      return first;
    }
    try {
      sleeper.sleep(wait);
    } catch (InterruptedException e) {
      return null;
    }
    return plan(planner, approved, seen);
  }

  private ApplyResult result(Planner planner, Plan approved, LiveState seen) {
    LiveState before = last;
    Plan remaining = journal.interrupted() ? null : proof(planner, approved, seen);
    notes.addAll(applier.notes());
    notes.addAll(LeftPaused.of(outcomes, applier::isPauseOver, again));
    if (remaining != null && last != null) {
      notes.addAll(SuspensionCheck.of(approved.nas(), outcomes, seen, last));
      notes.addAll(LeftPaused.since(outcomes, last));
    }
    if (last != null && last != before) {
      notes.addAll(besides(approved.nas(), first == null ? seen : first, last, remaining));
    }
    return new ApplyResult(
        approved.nas(),
        ImmutableList.copyOf(outcomes),
        remaining,
        notes.stream().distinct().collect(ImmutableList.toImmutableList()));
  }

  /** A new plan, once it shows what was done, or some seconds later. */
  private @Nullable Plan proof(Planner planner, Plan approved, LiveState seen) {
    try {
      return polling
          .until(
              () -> Optional.ofNullable(plan(planner, approved, seen)),
              plan ->
                  !carriedOut
                      || last == null
                      || plan.isEmpty()
                      || isAsExpected(plan.get(), first == null ? seen : first, last))
          .orElse(null);
    } catch (InterruptedException e) {
      // The thread is not marked: what was done still has to be written down.
      return null;
    }
  }

  private boolean isAsExpected(Plan plan, LiveState then, LiveState now) {
    return ApplyResult.notConverged(plan).stream().allMatch(kept::explains)
        && besides(plan.nas(), then, now, plan).stream().noneMatch(ApplyResult::isError);
  }

  /** What changed, or cannot be seen any more, of what nothing was to be done to. */
  private ImmutableList<Diagnostic> besides(
      String nas, LiveState then, LiveState now, @Nullable Plan remaining) {
    return ImmutableList.<Diagnostic>builder()
        .addAll(UndeclaredChanges.of(nas, outcomes, applier.created(), then, now, remaining))
        .addAll(LostPermissions.of(nas, written(then), written(now)))
        .build();
  }

  /** Those connections of a NAS that were written to. */
  private LiveState written(LiveState live) {
    RunReach reach = RunReach.of(outcomes);
    return new LiveState(
        LiveSettings.EMPTY,
        live.adminView(),
        live.allPaused(),
        live.connections().stream()
            .filter(connection -> !reach.deeds(connection.id()).isEmpty())
            .collect(ImmutableList.toImmutableList()),
        live.volumes(),
        live.incomplete());
  }

  /** The first reading, with what only the administrator's view has shown. */
  private static LiveState widened(LiveState seen, LiveState more) {
    Set<Long> known = new HashSet<>();
    seen.connections().forEach(connection -> known.add(connection.id()));
    return new LiveState(
        seen.packageSettings(),
        more.adminView(),
        more.allPaused(),
        Stream.concat(
                seen.connections().stream(),
                more.connections().stream().filter(connection -> !known.contains(connection.id())))
            .collect(ImmutableList.toImmutableList()),
        seen.volumes(),
        more.incomplete());
  }

  /** A new plan; null where the NAS does not tell enough for one, which the notes then say. */
  private @Nullable Plan plan(Planner planner, Plan approved, LiveState seen) {
    try {
      LiveState live = LiveStateReader.read(reading).live();
      last = live;
      applier.seen(live);
      Plan plan = planner.plan(live, record.current());
      ImmutableList<Diagnostic> lost = LostPermissions.of(approved.nas(), seen, live);
      if (lost.isEmpty() || !unknown(plan, approved)) {
        return plan;
      }
      notes.addAll(lost);
    } catch (DsmException e) {
      notes.add(e.diagnostic());
    } catch (DiagnosticException e) {
      notes.addAll(e.diagnostics());
    }
    return null;
  }

  /** Whether a plan hangs on what could not be read: it has changes, or cannot tell of some. */
  private static boolean unknown(Plan plan, Plan approved) {
    return !ApplyResult.notConverged(plan).isEmpty()
        || plan.observations().stream()
            .filter(Observation.Unreadable.class::isInstance)
            .anyMatch(unreadable -> !approved.observations().contains(unreadable));
  }

  private boolean failed() {
    return outcomes.stream().anyMatch(outcome -> outcome.ends() != Stop.NOTHING);
  }

  private static boolean turnsAdministratorViewOn(Plan plan) {
    return plan.changes().stream().anyMatch(ApplyRun::turnsAdministratorViewOn);
  }

  private static boolean turnsAdministratorViewOn(Change change) {
    return change instanceof Change.Update update
        && update.fields().stream()
            .anyMatch(field ->
                field.setting().equals(PackageSettings.ADMIN_MODE)
                    && Boolean.TRUE.equals(field.after()));
  }

  private static ImmutableList<Operation> firstPart(Plan plan) {
    ImmutableList<Change> first =
        plan.changes().stream()
            .filter(ApplyRun::turnsAdministratorViewOn)
            .collect(ImmutableList.toImmutableList());
    return OperationSequencer.sequence(new Plan(plan.nas(), first, ImmutableList.of()));
  }

  private static boolean showsMore(Plan plan, Plan approved) {
    Set<Change> seen = new HashSet<>();
    approved.changes().forEach(change -> seen.add(SetOrder.of(change)));
    return !plan.changes().stream().map(SetOrder::of).allMatch(seen::contains);
  }
}
