package io.cloudsyncctl.model.setting;

import com.google.common.collect.ImmutableList;

/** Judges the change of one setting from what is known of the value before to the value after. */
@FunctionalInterface
public interface RiskRule<T> {

  /** All findings, none where the change is harmless. */
  ImmutableList<RiskFinding> judge(Value<T> before, T after);

  /** The rule of a setting that harms nothing. */
  static <T> RiskRule<T> harmless() {
    return (before, after) -> ImmutableList.of();
  }
}
