package io.cloudsyncctl.cloudsync.write;

import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out by reading what became of a write that must not be repeated. */
final class WriteVerifier {
  private WriteVerifier() {}

  /**
   * What is seen of the write where it took effect after all.
   *
   * <p>That it is not seen proves nothing: the NAS may still be at work on it, or list late what it
   * has done.
   *
   * @param failure why it is not known
   * @param look reads the state; empty where nothing of the write is seen
   * @throws DsmException the failure, where nothing is seen
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
    return seen.orElseThrow(() -> failure);
  }
}
