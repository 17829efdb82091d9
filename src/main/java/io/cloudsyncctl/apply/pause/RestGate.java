package io.cloudsyncctl.apply.pause;

import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationException;
import io.cloudsyncctl.apply.rest.RestLook;
import io.cloudsyncctl.apply.rest.RestReading;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.plan.model.Target;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The gate around everything that may delete files: it lets a write through only while its
 * connection is seen to rest, whoever paused it and however long ago, and looks again afterwards.
 *
 * <p>What a write rests upon is read in the same answer in which its connection is seen to rest:
 * while that is waited for, others may write.
 */
public final class RestGate {
  private final RestLooks looks;
  private final PauseSwitch pauses;
  private final RunJournal journal;
  private final Set<Long> written = new HashSet<>();

  public RestGate(RestLooks looks, PauseSwitch pauses, RunJournal journal) {
    this.looks = looks;
    this.pauses = pauses;
    this.journal = journal;
  }

  /**
   * Lets an operation do its write, at rest where it needs that.
   *
   * @param reading reads what the write rests upon, and fails where that has moved
   * @return what was read last before the write
   * @throws OperationException {@code not-at-rest} where its connection does not rest before, so
   *     that nothing was written, or was woken meanwhile, so that it was paused once more
   */
  public <R extends RestReading> R around(
      Operation operation, long number, Supplier<R> reading, Consumer<R> write) {
    if (operation.toRest().isEmpty()) {
      R read = reading.get();
      write.accept(read);
      return read;
    }
    One one = new One(operation.address().withoutTask(), operation.toRest().get(), number);
    R read = before(one, reading);
    try {
      write.accept(read);
    } catch (DsmException e) {
      if (e.certainty() == Certainty.MAY_HAVE_HAPPENED) {
        afterFailure(one);
      }
      throw e;
    } catch (OperationException e) {
      if (e.written()) {
        afterFailure(one);
      }
      throw e;
    }
    RestLook look = lookAfter(one);
    if (!judged(one, "after", look)) {
      throw new OperationException(
          diagnostic(one, "done, but the connection did not rest to the end: ", look, true), true);
    }
    return read;
  }

  /** An operation with its connection. */
  private record One(Address address, Target.OfConnection connection, long number) {}

  /**
   * Where everything is paused at once and that has not reached the connection yet, it has the time
   * to; where it has rested before, it was woken.
   */
  private <R extends RestReading> R before(One one, Supplier<R> reading) {
    boolean hasRested = looks.hasRested(one.connection());
    R read =
        waited(
            one,
            false,
            () ->
                looks.until(
                    one.address(),
                    one.connection(),
                    looks.limit(),
                    reading,
                    seen ->
                        isEnough(one, seen, seen.saysRest() || (seen.allPaused() && !hasRested))));
    RestLook look = read.rest();
    if (!judged(one, "before", look)) {
      throw new OperationException(
          diagnostic(
              one,
              "not done, since the connection "
                  + (hasRested ? "no longer rests: " : "does not rest: "),
              look,
              written.contains(one.connection().id())),
          false);
    }
    written.add(one.connection().id());
    return read;
  }

  /** The write may have been made, and it is the end all the same: the connection shall rest. */
  private void afterFailure(One one) {
    try {
      RestLook look = lookAfter(one);
      if (!judged(one, "after", look)) {
        looks.note(diagnostic(one, "the connection no longer rests: ", look, true));
      }
    } catch (DsmException | OperationException _) {
      // What the write failed of is told; that a look fails as well adds nothing.
    }
  }

  private RestLook lookAfter(One one) {
    return waited(
        one,
        true,
        () ->
            looks.until(
                one.address(),
                one.connection(),
                looks.limit(),
                seen -> isEnough(one, seen, seen.saysRest())));
  }

  /** Whether it rests, or it is not worth while to wait until it does. */
  private boolean isEnough(One one, RestLook look, boolean mayRest) {
    return looks.rests(one.address(), one.connection(), look) || !mayRest;
  }

  private interface Waiting<R> {
    R result() throws InterruptedException;
  }

  private static <R> R waited(One one, boolean written, Waiting<R> waiting) {
    try {
      return waiting.result();
    } catch (DsmException e) {
      throw e.with(written ? Certainty.MAY_HAVE_HAPPENED : Certainty.DID_NOT_HAPPEN);
    } catch (InterruptedException e) {
      // The thread is not marked: what was done still has to be written down.
      throw new OperationException(RestLooks.interrupted(one.address(), one.connection()), written);
    }
  }

  private boolean judged(One one, String when, RestLook look) {
    boolean rests = looks.rests(one.address(), one.connection(), look);
    journal.looked(one.number(), when, look, rests);
    return rests;
  }

  /** Where something that may delete files was written before, the connection may not go on so. */
  private Diagnostic diagnostic(One one, String what, RestLook look, boolean pauseAgain) {
    return Diagnostic.error(
        DiagnosticCode.NOT_AT_REST,
        what
            + look.words()
            + (pauseAgain
                ? "; " + pauses.pauseAgain(one.address(), one.connection(), one.number())
                : ""),
        RestLooks.at(one.address(), one.connection()),
        hint(one, look));
  }

  private static String hint(One one, RestLook look) {
    if (look.stuck()) {
      return PauseSwitch.override(one.address());
    }
    if (!look.listed()) {
      return "look for it in DSM, then plan again";
    }
    if (look.saysRest()) {
      return "let its tasks come to rest in DSM, then apply again; --rest-timeout waits longer";
    }
    return look.allPaused()
        ? "the NAS says that everything is paused, but this connection does not: pause it by itself"
            + " in DSM, then apply again"
        : "see in DSM who or what resumed it, then apply again";
  }
}
