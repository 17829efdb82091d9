package io.cloudsyncctl.run.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.cloudsyncctl.fleet.FleetExecutor;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.risk.FleetRiskRules;
import io.cloudsyncctl.plan.risk.NotReached;
import io.cloudsyncctl.run.RunOutput;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Readings of all NAS of a run, judged together. */
public final class FleetReading {
  /** How many NAS are read at the same time. */
  public static final int CONCURRENCY = 8;

  private FleetReading() {}

  /**
   * Reads each NAS, then looks for what the plans may do to each other.
   *
   * @param foundEarlier what they may do as a saved plan has it, where there is one
   */
  public static ImmutableList<NasOutcome<Reading>> read(
      RunOutput output,
      List<DesiredState> states,
      Optional<ImmutableListMultimap<Address, RiskFinding>> foundEarlier,
      Function<DesiredState, Reading> one) {
    ImmutableList<NasOutcome<Reading>> outcomes;
    try (RunOutput.Progress progress = output.progress("reading", states.size())) {
      outcomes =
          new FleetExecutor(CONCURRENCY)
              .run(
                  states.stream()
                      .map(state -> new FleetExecutor.Job<>(state.nas().name(), state))
                      .toList(),
                  state -> progress.count(one.apply(state)));
    }
    return judged(states, outcomes, foundEarlier);
  }

  /** One NAS that is read alone, of a run that names others as well. */
  public static Reading alone(Reading reading, List<DesiredState> named) {
    ImmutableList<DesiredState> notRead =
        named.stream()
            .filter(state -> !state.nas().name().equals(reading.plan().nas()))
            .collect(ImmutableList.toImmutableList());
    FleetContext fleet =
        new FleetContext(ImmutableList.of(), new NotReached(notRead, Optional.empty()));
    return reading.among(
        fleet, fleet.judge(reading.desired(), reading.snapshot().live(), reading.plan()));
  }

  private static ImmutableList<NasOutcome<Reading>> judged(
      List<DesiredState> states,
      ImmutableList<NasOutcome<Reading>> outcomes,
      Optional<ImmutableListMultimap<Address, RiskFinding>> foundEarlier) {
    Map<String, FleetRiskRules.View> views = new LinkedHashMap<>();
    for (NasOutcome<Reading> outcome : outcomes) {
      if (outcome instanceof NasOutcome.Done<Reading>(String nas, Reading reading)) {
        views.put(
            nas,
            new FleetRiskRules.View(reading.desired(), reading.snapshot().live(), reading.plan()));
      }
    }
    NotReached unknown =
        new NotReached(
            states.stream()
                .filter(state -> !views.containsKey(state.nas().name()))
                .collect(ImmutableList.toImmutableList()),
            foundEarlier);
    // All of them at once: each by itself among the others would compare every pair for every NAS.
    Iterator<Plan> plans =
        FleetRiskRules.judge(ImmutableList.copyOf(views.values()), unknown).iterator();
    ImmutableList.Builder<NasOutcome<Reading>> judged = ImmutableList.builder();
    for (NasOutcome<Reading> outcome : outcomes) {
      switch (outcome) {
        case NasOutcome.Done<Reading>(String nas, Reading reading) -> {
          FleetContext fleet = new FleetContext(others(views, nas), unknown);
          judged.add(new NasOutcome.Done<>(nas, reading.among(fleet, plans.next())));
        }
        case NasOutcome.Failed<Reading> failed -> judged.add(failed);
      }
    }
    return judged.build();
  }

  private static ImmutableList<FleetRiskRules.View> others(
      Map<String, FleetRiskRules.View> views, String nas) {
    return views.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(nas))
        .map(Map.Entry::getValue)
        .collect(ImmutableList.toImmutableList());
  }

  /** The plans of the readings. */
  public static ImmutableList<NasOutcome<Plan>> plans(ImmutableList<NasOutcome<Reading>> outcomes) {
    return outcomes.stream()
        .map(outcome -> outcome.map(Reading::plan))
        .collect(ImmutableList.toImmutableList());
  }
}
