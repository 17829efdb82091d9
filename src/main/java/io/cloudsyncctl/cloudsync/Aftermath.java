package io.cloudsyncctl.cloudsync;

import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out by reading what became of a write that must not be repeated. */
final class Aftermath {
  private Aftermath() {}

  /**
   * What is seen of the write where it took effect after all.
   *
   * <p>Where it is not seen it did not happen, unless the NAS may still be at work on it: after a
   * time-out nothing but its effect proves anything.
   *
   * @param failure why it is not known
   * @param look reads the state; empty where nothing of the write is seen
   * @throws DsmException the failure, with the certainty that there is now
   */
  static <T> T of(DsmException failure, Supplier<Optional<T>> look) {
    if (failure.certainty() == Certainty.DID_NOT_HAPPEN) {
      throw failure;
    }
    Optional<T> seen;
    try {
      seen = look.get();
    } catch (DsmException unreadable) {
      failure.addSuppressed(unreadable);
      throw failure;
    }
    return seen.orElseThrow(
        () -> failure.mayStillHappen() ? failure : failure.with(Certainty.DID_NOT_HAPPEN));
  }
}
