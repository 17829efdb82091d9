package io.cloudsyncctl.plan.risk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.setting.RiskFinding;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The NAS of a run that were not read.
 *
 * @param states what is declared of them
 * @param foundEarlier what was found when all of them were known, which holds on meanwhile; empty
 *     where they never were, so that what is declared of them has to stand for them
 */
public record NotReached(
    ImmutableList<DesiredState> states,
    Optional<ImmutableListMultimap<Address, RiskFinding>> foundEarlier) {

  /** The tasks that count as being there. */
  ImmutableList<PlannedTask> tasks() {
    return foundEarlier.isPresent()
        ? ImmutableList.of()
        : states.stream()
            .flatMap(state -> PlannedTasks.ofNotReached(state).stream())
            .collect(ImmutableList.toImmutableList());
  }

  /** What was found earlier and holds on; nothing where all of them are known. */
  ImmutableListMultimap<Address, RiskFinding> foundAgain() {
    return states.isEmpty()
        ? ImmutableListMultimap.of()
        : foundEarlier.orElse(ImmutableListMultimap.of());
  }

  /** What is to be said to each of the others, in words. */
  Optional<String> remark() {
    return states.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "not checked against the tasks of "
                + states.stream().map(state -> state.nas().name()).collect(Collectors.joining(", "))
                + ", of which nothing is known but what "
                + (foundEarlier.isPresent() ? "was found when the plan was saved" : "is declared"));
  }
}
