package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.plan.FleetRiskRules;
import io.cloudsyncctl.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Readings of all NAS of a run, judged together. */
final class FleetReading {
  private FleetReading() {}

  /** Reads each NAS, then looks for what the plans may do to each other. */
  static ImmutableList<NasOutcome<Reading>> read(
      Console console, List<DesiredState> states, Function<DesiredState, Reading> one) {
    ImmutableList<NasOutcome<Reading>> outcomes;
    try (Progress progress = Progress.start(console, "reading", states.size())) {
      outcomes = FleetWork.run(states, state -> progress.count(one.apply(state)));
    }
    return judged(outcomes);
  }

  private static ImmutableList<NasOutcome<Reading>> judged(
      ImmutableList<NasOutcome<Reading>> outcomes) {
    ImmutableList.Builder<FleetRiskRules.View> views = ImmutableList.builder();
    ImmutableList.Builder<String> notReached = ImmutableList.builder();
    for (NasOutcome<Reading> outcome : outcomes) {
      switch (outcome) {
        case NasOutcome.Done<Reading>(String _, Reading reading) ->
            views.add(new FleetRiskRules.View(reading.snapshot().live(), reading.plan()));
        case NasOutcome.Failed<Reading> failed -> notReached.add(failed.nas());
      }
    }
    ImmutableList<Plan> plans = FleetRiskRules.judge(views.build(), notReached.build());
    List<NasOutcome<Reading>> judged = new ArrayList<>();
    int next = 0;
    for (NasOutcome<Reading> outcome : outcomes) {
      switch (outcome) {
        case NasOutcome.Done<Reading>(String nas, Reading reading) ->
            judged.add(new NasOutcome.Done<>(nas, reading.with(plans.get(next++))));
        case NasOutcome.Failed<Reading> failed -> judged.add(failed);
      }
    }
    return ImmutableList.copyOf(judged);
  }

  /** The same outcomes, of something made from each reading. */
  static <T> ImmutableList<NasOutcome<T>> map(
      ImmutableList<NasOutcome<Reading>> outcomes, Function<Reading, T> make) {
    return outcomes.stream()
        .map(outcome -> one(outcome, make))
        .collect(ImmutableList.toImmutableList());
  }

  private static <T> NasOutcome<T> one(NasOutcome<Reading> outcome, Function<Reading, T> make) {
    return switch (outcome) {
      case NasOutcome.Done<Reading>(String nas, Reading reading) ->
          new NasOutcome.Done<>(nas, make.apply(reading));
      case NasOutcome.Failed<Reading> failed ->
          new NasOutcome.Failed<>(failed.nas(), failed.kind(), failed.diagnostics());
    };
  }
}
