package io.cloudsyncctl.dsm;

/** What is known of a write that failed. */
public enum Certainty {
  /** The NAS certainly did not do it. */
  DID_NOT_HAPPEN,
  /** Nobody knows: read the state before anything else is done. */
  MAY_HAVE_HAPPENED
}
