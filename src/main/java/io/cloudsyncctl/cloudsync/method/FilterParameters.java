package io.cloudsyncctl.cloudsync.method;

import com.google.common.collect.ImmutableSet;

/**
 * The two parameters of the filters' setter that are no settings: the NAS's own bookkeeping of what
 * a person added to its dialog, read and sent back with the filters (protocol note §4).
 */
public final class FilterParameters {
  public static final String USER_DEFINED_NAMES = "user_defined_names";
  public static final String USER_DEFINED_EXTENSIONS = "user_defined_extensions";

  static final ImmutableSet<String> ALL =
      ImmutableSet.of(USER_DEFINED_NAMES, USER_DEFINED_EXTENSIONS);

  private FilterParameters() {}
}
