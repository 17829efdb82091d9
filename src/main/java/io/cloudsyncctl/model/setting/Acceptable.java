package io.cloudsyncctl.model.setting;

import com.google.common.collect.ImmutableList;

/** What a person can accept by name: a class of risk, or that a connection does not rest. */
public sealed interface Acceptable permits Risk, Unrest {
  /** The name that people write and read. */
  String word();

  /** Whether it is done only where somebody accepted it. */
  boolean dangerous();

  /** Everything of either kind. */
  static ImmutableList<Acceptable> all() {
    return ImmutableList.<Acceptable>builder().add(Risk.values()).add(Unrest.values()).build();
  }
}
