package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.cloudsync.LiveStateReader;
import io.cloudsyncctl.cloudsync.ReadGateway;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.plan.Change;
import io.cloudsyncctl.plan.Observation;
import io.cloudsyncctl.plan.Plan;
import io.cloudsyncctl.state.RecordKeeper;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the plan of one NAS and proves by a new plan that nothing is left.
 *
 * <p>Where the plan turns the administrator's view on, that is done alone and everything is read
 * again: only then can be seen what else is declared. Changes that nobody has seen so far need an
 * approval of their own.
 */
public final class ApplyRun {
  private static final String STATE_UNWRITABLE = "state-unwritable";

  private final ReadGateway reading;
  private final Applier applier;
  private final RecordKeeper record;
  private final BiPredicate<Plan, LiveState> approval;
  private final RunJournal journal;
  private final String again;
  private final List<OperationOutcome> outcomes = new ArrayList<>();
  private final List<Diagnostic> notes = new ArrayList<>();
  private @Nullable LiveState last;

  /**
   * A run.
   *
   * @param gateway an open session with the NAS
   * @param approval whether changes that were in no plan so far may be made, to a NAS that tells
   *     this by now
   * @param journal where it is written down
   * @param again the command that finishes the work where it stops before its end
   */
  public ApplyRun(
      DsmGateway gateway,
      RecordKeeper record,
      InstantSource clock,
      BiPredicate<Plan, LiveState> approval,
      ApplyListener listener,
      RunJournal journal,
      String again) {
    this.reading = ReadGateway.over(gateway);
    this.applier = new Applier(gateway, record, clock, listener, journal);
    this.record = record;
    this.approval = approval;
    this.journal = journal;
    this.again = again;
  }

  /**
   * Applies an approved plan, which the NAS was read for just now.
   *
   * @param seen what that reading told
   */
  public ApplyResult apply(Planner planner, Plan approved, LiveState seen) {
    ApplyResult result = carryOut(planner, approved, seen);
    journal.end(result.status());
    return journal.trouble().map(why -> result.with(unjournaled(result, why))).orElse(result);
  }

  /** The NAS as it was last read in this run; empty where it was not. */
  public Optional<LiveState> last() {
    return Optional.ofNullable(last);
  }

  /** What was done is proven by the NAS itself, so it does not hang on the journal. */
  private Diagnostic unjournaled(ApplyResult result, String why) {
    Location at = new Location.OnNas(result.nas(), null, null);
    return switch (result.status()) {
      case NOTHING_TO_DO, APPLIED, MANUAL_STEPS_REMAIN ->
          Diagnostic.warning(
              STATE_UNWRITABLE,
              why,
              at,
              "everything was done, but not all of it stands in the journal: the run counts as"
                  + " unfinished until the next apply, and undo may not know all that it did");
      case FAILED ->
          Diagnostic.error(
              STATE_UNWRITABLE,
              why,
              at,
              "make its folder writable, or name another with --state-dir; nothing is written to a"
                  + " NAS without its journal");
      case PARTLY_APPLIED ->
          Diagnostic.error(
              STATE_UNWRITABLE,
              why + ", so nothing more was written to the NAS",
              at,
              "make room for it or its folder writable, or name another with --state-dir; this"
                  + " finishes the work: "
                  + again);
    };
  }

  private ApplyResult carryOut(Planner planner, Plan approved, LiveState seen) {
    Plan plan = approved;
    if (turnsAdministratorViewOn(plan)) {
      outcomes.addAll(applier.apply(firstPart(plan)));
      if (failed()) {
        return result(planner, approved, seen);
      }
      plan = plan(planner, approved, seen);
      LiveState now = last;
      if (plan == null || now == null) {
        return result(planner, approved, seen);
      }
      if (showsMore(plan, approved) && !approval.test(plan, now)) {
        notes.add(
            Diagnostic.note(
                "not-approved",
                "only admin_mode was turned on; the changes that showed then were not made",
                new Location.OnNas(plan.nas(), null, null),
                "plan again, and they show from the start; what was refused above needs the"
                    + " acceptance that stands there"));
        return result(planner, approved, seen);
      }
    }
    outcomes.addAll(applier.apply(OperationSequencer.sequence(plan)));
    return result(planner, approved, seen);
  }

  private ApplyResult result(Planner planner, Plan approved, LiveState seen) {
    Plan remaining = journal.interrupted() ? null : plan(planner, approved, seen);
    notes.addAll(LeftPaused.of(outcomes, again));
    if (remaining != null && last != null) {
      notes.addAll(Woken.of(approved.nas(), outcomes, seen, last));
    }
    return new ApplyResult(
        approved.nas(),
        ImmutableList.copyOf(outcomes),
        remaining,
        notes.stream().distinct().collect(ImmutableList.toImmutableList()));
  }

  /** A new plan; null where the NAS does not tell enough for one, which the notes then say. */
  private @Nullable Plan plan(Planner planner, Plan approved, LiveState seen) {
    try {
      LiveState live = LiveStateReader.read(reading).live();
      last = live;
      Plan plan = planner.plan(live, record.current());
      ImmutableList<Diagnostic> lost = LostSight.of(approved.nas(), seen, live);
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
    return outcomes.stream().anyMatch(outcome -> !(outcome instanceof OperationOutcome.Done));
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
    Set<Change> seen = new HashSet<>(approved.changes());
    return !seen.containsAll(plan.changes());
  }
}
