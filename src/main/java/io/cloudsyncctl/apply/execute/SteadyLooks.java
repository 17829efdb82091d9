package io.cloudsyncctl.apply.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.GroupComparison;
import io.cloudsyncctl.plan.model.Target;
import java.util.Map;

/**
 * Tells what a NAS keeps in place of what was written from what it does not show yet. What reads as
 * before the write may still come; what reads otherwise than before and than written, and does so
 * in several looks, is what it keeps.
 */
final class SteadyLooks {
  private static final int ENOUGH = 3;

  private final KeptValues kept;
  private final Operation.WriteGroup operation;
  private final Target target;
  private final Map<String, WireValue> before;
  private ImmutableMap<String, WireValue> last = ImmutableMap.of();
  private int same;

  /**
   * No looks so far.
   *
   * @param kept what is known from earlier writes; where that reads as before, it is no lag
   * @param before the group before the write
   */
  SteadyLooks(
      KeptValues kept,
      Operation.WriteGroup operation,
      Target target,
      Map<String, WireValue> before) {
    this.kept = kept;
    this.operation = operation;
    this.target = target;
    this.before = before;
  }

  /** Whether there is nothing to wait for after one more look that does not show the write. */
  boolean add(ImmutableMap<String, WireValue> now) {
    same =
        GroupComparison.moved(last, now).isEmpty() && last.keySet().equals(now.keySet())
            ? same + 1
            : 1;
    last = now;
    ImmutableList<String> differing =
        GroupComparison.differing(operation.write().group(), operation.write().parameters(), now);
    if (same < ENOUGH || differing.isEmpty() || differing.stream().anyMatch(this::mayStillCome)) {
      return false;
    }
    kept.note(operation, target, before, now, differing);
    return true;
  }

  private boolean mayStillCome(String parameter) {
    WireValue was = before.get(parameter);
    WireValue is = last.get(parameter);
    return !kept.knows(operation, target, parameter, is)
        && (was == null
            || is == null
            || GroupComparison.moved(Map.of(parameter, was), Map.of(parameter, is)).isEmpty());
  }
}
