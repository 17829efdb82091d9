package io.cloudsyncctl.cli.console;

import io.cloudsyncctl.run.RunOutput;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line on standard error that says how far the work is, once it takes over a second and only
 * where a terminal is there.
 */
public final class ConsoleProgress implements RunOutput.Progress {
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final Console console;
  private final String doing;
  private final int total;
  private final AtomicInteger done = new AtomicInteger();
  private final ScheduledExecutorService timer;

  private ConsoleProgress(Console console, String doing, int total) {
    this.console = console;
    this.doing = doing;
    this.total = total;
    this.timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  }

  public static ConsoleProgress start(Console console, String doing, int total) {
    ConsoleProgress progress = new ConsoleProgress(console, doing, total);
    if (console.interactive()) {
      var _ = progress.timer.scheduleAtFixedRate(progress::show, 1, 1, TimeUnit.SECONDS);
    }
    return progress;
  }

  @Override
  public <T> T count(T result) {
    done.incrementAndGet();
    return result;
  }

  private void show() {
    console.err().print(ERASE_LINE + doing + ": " + done.get() + " of " + total + " NAS done");
    console.err().flush();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    if (console.interactive()) {
      console.err().print(ERASE_LINE);
      console.err().flush();
    }
  }
}
