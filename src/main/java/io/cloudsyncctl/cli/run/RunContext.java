package io.cloudsyncctl.cli.run;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.execute.KeptValues;
import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.apply.leftover.Leftovers;
import io.cloudsyncctl.apply.operation.Planner;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.TimeLimits;
import io.cloudsyncctl.cli.option.ColourOption;
import io.cloudsyncctl.cli.option.ConsentOptions;
import io.cloudsyncctl.cli.option.ObserveOptions;
import io.cloudsyncctl.cli.option.PlanningOptions;
import io.cloudsyncctl.cli.option.RestOptions;
import io.cloudsyncctl.cli.option.SimulateOption;
import io.cloudsyncctl.cli.option.StateOptions;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.policy.RestConsent;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.text.PlanTextRenderer;
import io.cloudsyncctl.state.RecordKeeper;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What all parts of one apply or undo share.
 *
 * @param again the command that finishes what this one began
 * @param yes nobody is asked
 * @param exactly nothing is done but what the plan has that was looked at: it was saved
 * @param several the run is about several NAS
 * @param kept what the NAS keep in place of what was written
 */
public record RunContext(
    Console console,
    SimulateOption simulate,
    StateOptions state,
    PlanningOptions planning,
    ConsentOptions consent,
    ColourOption colour,
    RestOptions rest,
    ObserveOptions observe,
    TimeLimits limits,
    String again,
    boolean yes,
    boolean exactly,
    boolean several,
    KeptValues kept) {

  boolean simulated() {
    return simulate.isSet();
  }

  OpenNas open(DesiredState desired) {
    return OpenNas.of(desired.nas(), simulate, console, limits);
  }

  /** Whether runs leave a journal, and hold a lock while they write. */
  boolean keepsJournals() {
    return state.keepsJournals(simulated());
  }

  Path lock(DesiredState desired) {
    return state.lock(desired.nas(), simulated(), console);
  }

  /**
   * The record of a NAS, for writing.
   *
   * @throws io.cloudsyncctl.diagnostic.DiagnosticException where {@link #unkept} has something
   */
  RecordKeeper keeper(DesiredState desired) {
    return state.keeper(desired.nas(), simulated(), several, console);
  }

  /** Why what is written to a NAS could not be kept in its record. */
  public Optional<Diagnostic> unkept(DesiredState desired) {
    return state.foreign(desired.nas(), simulated(), several, console);
  }

  /** What earlier runs on a NAS left behind. */
  Leftovers leftovers(DesiredState desired) {
    return state.leftovers(desired.nas(), simulated(), console);
  }

  /** One look at a NAS. */
  public Reading read(DesiredState desired) {
    return read(
        desired,
        RunPlanner.of(planning, desired, leftovers(desired)).consenting(consent.consent(console)));
  }

  /** One look at a NAS, for the way back of a run. */
  public Reading undoing(DesiredState desired, JournaledRun run, Planner back) {
    return read(
        desired, RunPlanner.undoing(run.id(), back, desired, leftovers(desired), planning.quiesce));
  }

  /** Another look at a NAS, with what earlier runs have left by now. */
  Reading again(Reading earlier, Leftovers leftovers) {
    return read(earlier.desired(), earlier.planner().with(leftovers));
  }

  private Reading read(DesiredState desired, RunPlanner planner) {
    try (OpenNas nas = open(desired)) {
      return Reading.of(nas, state.recorded(desired.nas(), simulated(), several, console), planner);
    }
  }

  /**
   * How it is waited for that the connections of a NAS rest.
   *
   * @param live what it was read to be just now
   */
  RestTerms restTerms(DesiredState desired, LiveState live) {
    return rest.terms(console, RestConsent.of(consent.consent(console), desired, live)::covers);
  }

  /** Shows one plan. */
  public void show(Plan plan, Verb verb) {
    print(
        PlanTextRenderer.render(
            ImmutableList.of(new NasOutcome.Done<>(plan.nas(), plan)), text(verb)));
  }

  void print(String text) {
    console.out().print(text);
    console.out().flush();
  }

  TextOptions text(Verb verb) {
    return colour.text(console, verb);
  }
}
