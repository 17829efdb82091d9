package io.cloudsyncctl.plan.restore;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.GroupComparison;

/**
 * What is known of a write that was made, all by the setter's parameter names.
 *
 * @param preImage the readable parameters before it
 * @param recorded what the record held of the unreadable ones before it; empty where it held
 *     nothing
 * @param left the readable parameters after it
 * @param seen whether that was read back; else it is what was sent, and the NAS may have what was
 *     new in a form of its own
 * @param wrote the unreadable ones that it wrote
 * @param recordedNow what the record holds of them by now; empty where it holds nothing
 */
public record WriteTrace(
    ImmutableMap<String, WireValue> preImage,
    ImmutableMap<String, WireValue> recorded,
    ImmutableMap<String, WireValue> left,
    boolean seen,
    ImmutableMap<String, WireValue> wrote,
    ImmutableMap<String, WireValue> recordedNow) {

  /** Whether a group means what it did before the write. */
  boolean readsAsBefore(SettingGroup group, ImmutableMap<String, WireValue> now) {
    return GroupComparison.differing(group, preImage, now).isEmpty();
  }

  /** Whether what cannot be read is known to be as it was before the write. */
  boolean unreadableAsBefore() {
    return wrote.isEmpty()
        || (!recorded.isEmpty() && (recorded.equals(wrote) || recorded.equals(recordedNow)));
  }

  /** Whether somebody has changed the group since the write. */
  boolean moved(SettingGroup group, ImmutableMap<String, WireValue> now) {
    boolean readable =
        !readsAsBefore(group, now)
            && !(seen
                    ? GroupComparison.moved(left, now)
                    : GroupComparison.differing(group, left, now))
                .isEmpty();
    boolean unreadable =
        !unreadableAsBefore() && !recordedNow.isEmpty() && !recordedNow.equals(wrote);
    return readable || unreadable;
  }
}
