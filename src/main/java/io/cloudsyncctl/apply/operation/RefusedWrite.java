package io.cloudsyncctl.apply.operation;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;

/**
 * A write that the NAS refused. That answer proves as little as its {@code success} does: it may
 * have done the write all the same.
 */
public final class RefusedWrite {
  private RefusedWrite() {}

  /** Whether a write that failed may have been done: its answer was lost, or is a refusal. */
  public static boolean isInDoubt(DsmException failure) {
    return failure.certainty() == Certainty.MAY_HAVE_HAPPENED
        || (failure instanceof ApiRefusedException refusal && isInDoubt(refusal));
  }

  /** Not where the API or the method is not there at all. */
  private static boolean isInDoubt(ApiRefusedException refusal) {
    return switch (refusal.error().code()) {
      case 102, 103, 104 -> false;
      default -> true;
    };
  }

  /** That it was done all the same, or may have been. */
  public static OperationException happened(ApiRefusedException refusal, String what) {
    Diagnostic why = refusal.diagnostic();
    String next = "apply again goes on from what the NAS has by now";
    return new OperationException(
        Diagnostic.error(
            why.code(),
            why.message() + "; " + what,
            why.location(),
            why.hint() == null ? "look at it in DSM; " + next : why.hint() + "; " + next),
        true);
  }
}
