package io.cloudsyncctl.model.desired;

import com.google.common.collect.ImmutableList;

/**
 * What other files of a run declare of the same device, under other logins.
 *
 * @param connections theirs
 * @param complete whether that is all: a file that cannot be used may declare more
 */
public record DeclaredElsewhere(ImmutableList<DesiredConnection> connections, boolean complete) {

  /** No other file is about the device. */
  public static final DeclaredElsewhere NOTHING = new DeclaredElsewhere(ImmutableList.of(), true);
}
