package io.cloudsyncctl.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is: of several programs at one NAS only one is at work at a time, and another may
 * take over whenever a request arrives. So one and the same chance gives one and the same story.
 */
final class Turns {
  private final List<Run> present = new ArrayList<>();
  private BooleanSupplier changes = () -> false;
  private @Nullable Run current;

  /** From now on this decides, at each request, whether the other one goes on. */
  synchronized void changing(BooleanSupplier value) {
    changes = value;
  }

  synchronized void comes(Run run) {
    present.add(run);
    if (current == null) {
      current = run;
    }
  }

  /** Waits until it is this one's turn. */
  synchronized void await(Run run) {
    boolean interrupted = false;
    while (current != run) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A request arrives; whose it is. Comes back when it is to be handled. */
  synchronized Run arrives() {
    Run me = current;
    if (me == null) {
      throw new IllegalStateException("a request of nobody");
    }
    if (!me.isDead() && present.size() > 1 && changes.getAsBoolean()) {
      passOn(me);
      await(me);
    }
    return me;
  }

  synchronized void goes(Run run) {
    passOn(run);
    present.remove(run);
    if (present.isEmpty()) {
      current = null;
    }
  }

  private void passOn(Run from) {
    current = present.get((present.indexOf(from) + 1) % present.size());
    notifyAll();
  }
}
