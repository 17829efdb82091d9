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
import io.cloudsyncctl.plan.Change;
import io.cloudsyncctl.plan.Plan;
import io.cloudsyncctl.state.RecordKeeper;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
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
  private final Applier applier;
  private final RecordKeeper record;
  private final Predicate<Plan> approval;
  private final RunJournal journal;
  private final List<OperationOutcome> outcomes = new ArrayList<>();
  private final List<Diagnostic> notes = new ArrayList<>();

  /**
   * A run.
   *
   * @param gateway an open session with the NAS
   * @param approval whether changes that were in no plan so far may be made
   * @param journal where it is written down
   */
  public ApplyRun(
      DsmGateway gateway,
      RecordKeeper record,
      InstantSource clock,
      Predicate<Plan> approval,
      ApplyListener listener,
      RunJournal journal) {
    this.reading = ReadGateway.over(gateway);
    this.applier = new Applier(gateway, record, clock, listener, journal);
    this.record = record;
    this.approval = approval;
    this.journal = journal;
  }

  /** Applies an approved plan, which the NAS was read for just now. */
  public ApplyResult apply(Planner planner, Plan approved) {
    ApplyResult result = carryOut(planner, approved);
    journal.end(result.status());
    return result;
  }

  private ApplyResult carryOut(Planner planner, Plan approved) {
    Plan plan = approved;
    if (turnsAdministratorViewOn(plan)) {
      outcomes.addAll(applier.apply(firstPart(plan)));
      if (failed()) {
        return result(planner, approved.nas());
      }
      plan = plan(planner);
      if (plan == null) {
        return result(planner, approved.nas());
      }
      if (showsMore(plan, approved) && !approval.test(plan)) {
        notes.add(
            Diagnostic.note(
                "not-approved",
                "only admin_mode was turned on; the changes that showed then were not made",
                new Location.OnNas(plan.nas(), null, null),
                "run it again, and they show from the start; what was refused above needs the"
                    + " acceptance that stands there"));
        return result(planner, approved.nas());
      }
    }
    outcomes.addAll(applier.apply(OperationSequencer.sequence(plan)));
    return result(planner, approved.nas());
  }

  private ApplyResult result(Planner planner, String nas) {
    Plan remaining = plan(planner);
    notes.addAll(LeftPaused.of(outcomes));
    return new ApplyResult(
        nas, ImmutableList.copyOf(outcomes), remaining, ImmutableList.copyOf(notes));
  }

  private @Nullable Plan plan(Planner planner) {
    try {
      return planner.plan(LiveStateReader.read(reading).live(), record.current());
    } catch (DsmException e) {
      notes.add(e.diagnostic());
    } catch (DiagnosticException e) {
      notes.addAll(e.diagnostics());
    }
    return null;
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
