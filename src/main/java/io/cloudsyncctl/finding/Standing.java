package io.cloudsyncctl.finding;

/** Whether a difference counts. */
public sealed interface Standing {

  /** It counts. */
  record Counts() implements Standing {}

  /** Somebody has said that it does not. */
  record Ignored(Ignore ignore) implements Standing {}

  /** It counts again: what somebody said has run out. */
  record Lapsed(Ignore ignore) implements Standing {}
}
