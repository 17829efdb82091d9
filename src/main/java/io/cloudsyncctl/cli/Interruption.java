package io.cloudsyncctl.cli;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What happens on Ctrl-C or SIGTERM: every open session is logged out, since a login leaves a
 * session on the NAS that counts; then the program ends with 4 where something was written, else 1.
 */
final class Interruption {
  private final Set<Runnable> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean wrote = new AtomicBoolean();
  private final AtomicBoolean ending = new AtomicBoolean();

  /** Takes over the end of the program, from now on until it ends by itself. */
  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "interruption"));
  }

  /** The program is about to end by itself: the hook has nothing more to do. */
  void endsByItself() {
    ending.set(true);
  }

  /** What has to be closed; the very same object takes it back in {@link #closed}. */
  void opened(Runnable close) {
    open.add(close);
  }

  void closed(Runnable close) {
    open.remove(close);
  }

  /** A write is about to be made. */
  void writes() {
    wrote.set(true);
  }

  private void interrupted() {
    if (ending.get()) {
      return;
    }
    open.forEach(Runnable::run);
    ExitCode code = wrote.get() ? ExitCode.PARTLY_APPLIED : ExitCode.FAILED;
    Runtime.getRuntime().halt(code.number());
  }
}
