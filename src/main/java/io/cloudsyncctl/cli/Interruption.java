package io.cloudsyncctl.cli;

import io.cloudsyncctl.dsm.DsmSession;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What happens on Ctrl-C or SIGTERM: every open session is logged out, since a login leaves a
 * session on the NAS that counts; then the program ends with 4 where something was written, else 1.
 */
final class Interruption {
  private final Set<DsmSession> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean wrote = new AtomicBoolean();
  private final AtomicBoolean idle = new AtomicBoolean();
  private final AtomicBoolean ending = new AtomicBoolean();
  private final List<Consumer<ExitCode>> lastWords = new CopyOnWriteArrayList<>();

  /** Takes over the end of the program, from now on until it ends by itself. */
  void install(PrintStream err) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupted(err), "interruption"));
  }

  /** The program is about to end by itself: the hook has nothing more to do. */
  void endsByItself() {
    ending.set(true);
  }

  /** Nothing is under way, and an interruption is how it is meant to end. */
  void idle(boolean isIdle) {
    idle.set(isIdle);
  }

  /** A session that has to be closed. */
  void opened(DsmSession session) {
    open.add(session);
  }

  void closed(DsmSession session) {
    open.remove(session);
  }

  /** Something that is still to be done when the program is interrupted. */
  void beforeTheEnd(Consumer<ExitCode> lastWord) {
    lastWords.add(lastWord);
  }

  /** It is no longer to be done. */
  void nothingMore(Consumer<ExitCode> lastWord) {
    lastWords.remove(lastWord);
  }

  /** A write is about to be made. */
  void writes() {
    wrote.set(true);
  }

  private void interrupted(PrintStream err) {
    if (ending.get()) {
      return;
    }
    if (idle.get()) {
      Runtime.getRuntime().halt(ExitCode.OK.number());
    }
    open.forEach(DsmSession::close);
    err.println(
        wrote.get()
            ? "Interrupted while changes were made: apply the same file again. It finishes the work"
                + " and resumes what it had paused."
            : "Interrupted. Nothing was changed.");
    err.flush();
    ExitCode code = wrote.get() ? ExitCode.PARTLY_APPLIED : ExitCode.FAILED;
    lastWords.forEach(word -> word.accept(code));
    Runtime.getRuntime().halt(code.number());
  }
}
