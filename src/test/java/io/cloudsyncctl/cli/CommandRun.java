package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.execute.KeptValues;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.option.ColourOption;
import io.cloudsyncctl.cli.option.ConsentOptions;
import io.cloudsyncctl.cli.option.NasConnector;
import io.cloudsyncctl.cli.output.ConsoleOutput;
import io.cloudsyncctl.cli.output.ResultFormat;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.model.identity.AddressPattern;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.plan.policy.Consent;
import io.cloudsyncctl.plan.policy.RemovalLimits;
import io.cloudsyncctl.plan.policy.RiskConsent;
import io.cloudsyncctl.run.DeclaredFiles;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.RunLog;
import io.cloudsyncctl.run.StateStore;
import io.cloudsyncctl.run.TimeLimits;
import io.cloudsyncctl.run.apply.ApplyRequest;
import io.cloudsyncctl.run.apply.ApplyService;
import io.cloudsyncctl.run.apply.WriteTerms;
import io.cloudsyncctl.run.plan.PlanRequest;
import io.cloudsyncctl.run.plan.PlanService;
import io.cloudsyncctl.run.plan.PlanningRequest;
import io.cloudsyncctl.state.JournalStore;
import io.cloudsyncctl.state.StateFolder;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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
        json ? ResultFormat.JSON : ResultFormat.TEXT,
        run ->
            new PlanService(run)
                .plan(
                    new PlanRequest(
                        files(setting),
                        PlanningRequest.USUAL,
                        TimeLimits.none(),
                        Optional.empty(),
                        true)));
  }

  /** {@code apply --yes}. */
  public static CommandRun apply(Setting setting, boolean acceptEverything) {
    ImmutableList<RiskConsent> everything =
        ImmutableList.of(
            new RiskConsent(Risk.DATA_LOSS, AddressPattern.of("*")),
            new RiskConsent(Risk.DISCONNECT, AddressPattern.of("*")));
    Consent consent =
        new Consent(
            acceptEverything ? everything : ImmutableList.of(),
            acceptEverything ? new RemovalLimits(100, 100, 100) : RemovalLimits.DEFAULT,
            LocalDate.ofInstant(NOW, ZoneOffset.UTC));
    WriteTerms terms =
        new WriteTerms(
            consent,
            RestTerms.USUAL_LIMIT,
            Optional.empty(),
            TimeLimits.none(),
            true,
            new KeptValues());
    ApplyRequest request =
        new ApplyRequest(
            files(setting), PlanningRequest.USUAL, terms, false, ImmutableList.of("apply"));
    return run(setting, ResultFormat.TEXT, run -> new ApplyService(run).apply(request));
  }

  private static DeclaredFiles files(Setting setting) {
    return DeclaredFiles.of(List.of(setting.yaml()), setting.environment()::get);
  }

  private static CommandRun run(
      Setting setting, ResultFormat format, Function<RunContext, ExitCode> work) {
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
    ExitCode code =
        work.apply(
            console.context(
                new ConsoleOutput(console, new ColourOption(), format, true),
                new NasConnector(console, Optional.empty()),
                new StateStore(
                    Optional.of(setting.record()),
                    StateFolder.of(setting.environment()::get, setting.home().toString()),
                    false,
                    false,
                    time),
                _ -> Optional.empty()));
    return new CommandRun(
        code.number(), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
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
}
