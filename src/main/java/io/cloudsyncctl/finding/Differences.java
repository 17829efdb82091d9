package io.cloudsyncctl.finding;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;

/** Takes a plan apart into the single things that are not as declared. */
public final class Differences {
  private Differences() {}

  /**
   * The differences in the order of the plan.
   *
   * @param unmanaged whether what nobody declared counts as well
   */
  public static ImmutableList<Difference> of(Plan plan, boolean unmanaged) {
    ImmutableList.Builder<Difference> differences = ImmutableList.builder();
    for (Change change : plan.changes()) {
      if (change instanceof Change.Update update) {
        update.fields().forEach(field -> differences.add(new Difference.OfSetting(update, field)));
      } else {
        differences.add(new Difference.OfWhole(change));
      }
    }
    for (Observation observation : plan.observations()) {
      switch (observation) {
        case Observation.Unreadable unreadable ->
            differences.add(new Difference.Unseen(unreadable));
        case Observation.Unmanaged(var address, var _, var _) -> {
          if (unmanaged) {
            differences.add(new Difference.Undeclared(address));
          }
        }
        case Observation.Unverifiable _, Observation.PathNotKept _, Observation.Remark _ -> {}
      }
    }
    return differences.build();
  }
}
