package io.cloudsyncctl.cli;

import io.cloudsyncctl.cli.command.ApplyCommand;
import io.cloudsyncctl.cli.command.ComparingCommand;
import io.cloudsyncctl.cli.command.PlanCommand;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.RunLog;
import io.cloudsyncctl.cli.option.ConsentOptions;
import io.cloudsyncctl.model.identity.AddressPattern;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.plan.policy.RiskConsent;
import io.cloudsyncctl.state.JournalStore;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;

/**
 * A command as a person runs it, its streams caught. Its clock stands still but while it waits.
 *
 * @param exitCode what the program would end with
 * @param out what it printed as its result
 * @param err what it printed on standard error
 */
public record CommandRun(int exitCode, String out, String err) {
  /** The time of every run. */
  public static final Instant NOW = Instant.parse("2026-03-01T09:30:00Z");

  private static final int WIDTH = 80;

  /** What a run needs besides its options. */
  public record Setting(Path yaml, Path record, Path home, Map<String, String> environment) {}

  /** {@code plan --detailed-exitcode}, as text or as JSON. */
  public static CommandRun plan(Setting setting, boolean json) {
    return run(
        setting,
        console -> {
          PlanCommand command = new PlanCommand(console);
          command.files.files = List.of(setting.yaml());
          command.record.file = setting.record();
          command.format = json ? ComparingCommand.Format.JSON : ComparingCommand.Format.TEXT;
          command.detailedExitCode = true;
          return command;
        });
  }

  /** {@code apply --yes}. */
  public static CommandRun apply(Setting setting, boolean acceptEverything) {
    return run(
        setting,
        console -> {
          ApplyCommand command = new ApplyCommand(console);
          command.files.files = List.of(setting.yaml());
          command.record.file = setting.record();
          command.yes = true;
          if (acceptEverything) {
            command.consent.risks =
                List.of(
                    new RiskConsent(Risk.DATA_LOSS, AddressPattern.of("*")),
                    new RiskConsent(Risk.DISCONNECT, AddressPattern.of("*")));
            command.consent.maxRemovals = 100;
            command.consent.maxRemovalsRun = 100;
            command.consent.maxRemovalsPercent = 100;
          }
          return command;
        });
  }

  /** A command line as a CI job runs it, on a certain day. */
  public static CommandRun run(
      Map<String, String> environment, Path home, Instant now, String... arguments) {
    return run(environment, home, now, _ -> {}, arguments);
  }

  /**
   * The same.
   *
   * @param passing is told how much time passes while the program waits
   */
  public static CommandRun run(
      Map<String, String> environment,
      Path home,
      Instant now,
      Consumer<Duration> passing,
      String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        new Terminal(environment, home, now, JournalStore.DISK, passing)
            .run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                false,
                arguments);
    return new CommandRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The options by which a user lets something through. */
  public static List<String> consentOptions() {
    return CommandLine.Model.CommandSpec.forAnnotatedObject(new ConsentOptions()).options().stream()
        .map(CommandLine.Model.OptionSpec::longestName)
        .toList();
  }

  private interface Maker {
    Callable<Integer> make(Console console);
  }

  private static CommandRun run(Setting setting, Maker maker) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    HandTime time = new HandTime(NOW);
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream(),
            setting.environment()::get,
            false,
            WIDTH,
            setting.home(),
            time,
            time.interruption(),
            time.connecting(),
            new RunLog());
    int exitCode;
    try {
      exitCode = maker.make(console).call();
    } catch (Exception e) {
      throw new AssertionError("a command ended with an exception", e);
    }
    return new CommandRun(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
