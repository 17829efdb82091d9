package io.cloudsyncctl.run;

import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What happens on Ctrl-C or SIGTERM. First the journals of the applies under way say so, and no
 * further operation is begun. Then every session gives up its call and is logged out, since a login
 * leaves a session on the NAS that counts. The work itself comes to its end as after any other
 * failure and journals what became of that call; and the program ends with 4 where something was
 * written or may have been, else with 1.
 */
public final class Interruption {
  /** How long the work may take to come to its end once its sessions are closed. */
  private static final Duration UNWINDING = Duration.ofSeconds(5);

  private final Set<DsmSession> open = ConcurrentHashMap.newKeySet();
  private final Set<RunJournal> runs = ConcurrentHashMap.newKeySet();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile int code;
  private final List<Consumer<ExitCode>> lastWords = new CopyOnWriteArrayList<>();
  private volatile String again = "";
  private volatile boolean idle;
  private final RetryPolicy.Sleeper sleeper;

  public Interruption() {
    sleeper = this::await;
  }

  /** One under which time passes in another way. */
  public Interruption(RetryPolicy.Sleeper sleeper) {
    this.sleeper = sleeper;
  }

  /**
   * Takes over the end of the program, from now on.
   *
   * @param told what is said last
   */
  public void install(Consumer<String> told) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(told), "interruption"));
  }

  /** The program has come to its end by itself, with this exit code. */
  public void endsByItself(int exitCode) {
    code = exitCode;
    ended.countDown();
  }

  /** Whether nothing is under way, so that an interruption is how it is meant to end. */
  public void idle(boolean isIdle) {
    if (isIdle) {
      runs.clear();
    }
    idle = isIdle;
  }

  /** A session that has to be closed. */
  public void opened(DsmSession session) {
    open.add(session);
    if (hasBegun()) {
      session.close();
    }
  }

  public void closed(DsmSession session) {
    open.remove(session);
  }

  /**
   * An apply begins.
   *
   * @param command what to type to finish it, should it be interrupted
   */
  public void begins(RunJournal run, String command) {
    again = command;
    runs.add(run);
    if (hasBegun()) {
      run.interrupt();
    }
  }

  /** Something that is still to be done when the program is interrupted. */
  public void beforeTheEnd(Consumer<ExitCode> lastWord) {
    lastWords.add(lastWord);
  }

  /** It is no longer to be done. */
  public void nothingMore(Consumer<ExitCode> lastWord) {
    lastWords.remove(lastWord);
  }

  /** Sleeps, unless it is told to end. */
  public void sleep(Duration duration) throws InterruptedException {
    sleeper.sleep(duration);
  }

  private void await(Duration duration) throws InterruptedException {
    if (begun.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new InterruptedException("the program was told to end");
    }
  }

  /** Whether the program was told to end. */
  public boolean hasBegun() {
    return begun.getCount() == 0;
  }

  /** The code that the program ends with where its work has ended with this one. */
  public ExitCode codeOf(ExitCode work) {
    return hasBegun() && !succeeded(work.number()) ? cutShort() : work;
  }

  private ExitCode cutShort() {
    boolean wrote = runs.stream().anyMatch(RunJournal::mayHaveWritten);
    return wrote ? ExitCode.PARTLY_APPLIED : ExitCode.FAILED;
  }

  private void end(Consumer<String> told) {
    int exitCode = endedByItself(Duration.ZERO) ? code : interrupted(told);
    Runtime.getRuntime().halt(exitCode);
  }

  private int interrupted(Consumer<String> told) {
    if (idle) {
      return ExitCode.OK.number();
    }
    begun.countDown();
    runs.forEach(RunJournal::interrupt);
    boolean atWork = !open.isEmpty();
    closeAll();
    if (atWork && endedByItself(UNWINDING) && succeeded(code)) {
      return code;
    }
    ExitCode exit = cutShort();
    lastWords.forEach(word -> word.accept(exit));
    told.accept(
        exit == ExitCode.PARTLY_APPLIED
            ? "Interrupted while changes were made. This finishes the work and resumes what it had"
                + " paused:\n  "
                + again
            : "Interrupted. Nothing was changed.");
    return exit.number();
  }

  /** Each has its own five seconds, so they are closed at the same time. */
  private void closeAll() {
    List<Thread> closing = new ArrayList<>();
    open.forEach(session -> closing.add(Thread.ofVirtual().start(session::close)));
    for (Thread thread : closing) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean endedByItself(Duration limit) {
    try {
      return ended.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The work was done before it could be interrupted. */
  private static boolean succeeded(int code) {
    return code == ExitCode.OK.number()
        || code == ExitCode.MANUAL_STEPS_REMAIN.number()
        || code == ExitCode.DIFFERS.number();
  }
}
