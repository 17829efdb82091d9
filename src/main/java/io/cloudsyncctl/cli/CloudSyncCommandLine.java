package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.cli.command.ApplyCommand;
import io.cloudsyncctl.cli.command.CaptureCommand;
import io.cloudsyncctl.cli.command.CompletionCommand;
import io.cloudsyncctl.cli.command.DriftCommand;
import io.cloudsyncctl.cli.command.ExportCommand;
import io.cloudsyncctl.cli.command.PingCommand;
import io.cloudsyncctl.cli.command.PlanCommand;
import io.cloudsyncctl.cli.command.RecordCommand;
import io.cloudsyncctl.cli.command.RootCommand;
import io.cloudsyncctl.cli.command.RunsCommand;
import io.cloudsyncctl.cli.command.RunsSettleCommand;
import io.cloudsyncctl.cli.command.SchemaCommand;
import io.cloudsyncctl.cli.command.ShowCommand;
import io.cloudsyncctl.cli.command.SimulateCommand;
import io.cloudsyncctl.cli.command.StatusCommand;
import io.cloudsyncctl.cli.command.UndoCommand;
import io.cloudsyncctl.cli.command.ValidateCommand;
import io.cloudsyncctl.cli.command.WatchCommand;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.cli.console.Version;
import io.cloudsyncctl.cli.console.Words;
import io.cloudsyncctl.cli.option.ColourOption;
import io.cloudsyncctl.cli.option.SimulateOption;
import io.cloudsyncctl.cli.output.ResultFormat;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.report.wording.Escaper;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands, put together for one console. */
public final class CloudSyncCommandLine {
  private static final int HELP_WIDTH = 80;

  /** The command that tells of all commands. */
  private static final String COMPLETION = "completion";

  private final Console console;
  private final RootCommand root = new RootCommand();

  public CloudSyncCommandLine(Console console) {
    this.console = console;
  }

  private ImmutableMap<String, Supplier<Object>> commands() {
    return ImmutableMap.<String, Supplier<Object>>builder()
        .put("validate", () -> new ValidateCommand(console))
        .put("plan", () -> new PlanCommand(console))
        .put("apply", () -> new ApplyCommand(console))
        .put("drift", () -> new DriftCommand(console))
        .put("watch", () -> new WatchCommand(console))
        .put("show", () -> new ShowCommand(console))
        .put(
            "runs",
            () ->
                new CommandLine(new RunsCommand(console))
                    .addSubcommand(new RunsSettleCommand(console)))
        .put("undo", () -> new UndoCommand(console))
        .put("record", () -> new RecordCommand(console))
        .put("export", () -> new ExportCommand(console))
        .put("capture", () -> new CaptureCommand(console))
        .put("status", () -> new StatusCommand(console))
        .put("ping", () -> new PingCommand(console))
        .put("simulate", () -> new SimulateCommand(console))
        .put("schema", () -> new SchemaCommand(console))
        .put(COMPLETION, () -> new CompletionCommand(console))
        .build();
  }

  /**
   * Puts the commands together: only the one that is asked for where that is certain, since to put
   * all together takes longer than most of what they do.
   */
  private CommandLine commandLine(String... arguments) {
    ImmutableMap<String, Supplier<Object>> commands = commands();
    String asked = arguments.length == 0 ? "" : arguments[0];
    boolean one = commands.containsKey(asked) && !asked.equals(COMPLETION);
    CommandLine commandLine = new CommandLine(root);
    commands.forEach((name, command) -> {
      if (!one || name.equals(asked)) {
        commandLine.addSubcommand(name, command.get());
      }
    });
    commandLine
        .setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(CommandLine.Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF))
        .setUsageHelpWidth(HELP_WIDTH)
        .registerConverter(ResultFormat.class, Words.reading(ResultFormat.class))
        .registerConverter(StatusCommand.Level.class, Words.reading(StatusCommand.Level.class))
        .registerConverter(WatchCommand.Mode.class, Words.reading(WatchCommand.Mode.class))
        .registerConverter(ColourOption.When.class, Words.reading(ColourOption.When.class))
        .registerConverter(SimulateCommand.Seed.class, Words.reading(SimulateCommand.Seed.class))
        .registerConverter(SchemaCommand.Subject.class, Words.reading(SchemaCommand.Subject.class))
        .registerConverter(
            CompletionCommand.Shell.class, Words.reading(CompletionCommand.Shell.class))
        .setAbbreviatedOptionsAllowed(false)
        .setParameterExceptionHandler((e, _) -> misused(e))
        .setExecutionExceptionHandler((e, _, _) -> failed(e))
        .setExecutionStrategy(this::run);
    everyCommandHasHelp(commandLine);
    return commandLine;
  }

  private static void everyCommandHasHelp(CommandLine command) {
    command.getCommandSpec().mixinStandardHelpOptions(true);
    command.getCommandSpec().versionProvider(new Version());
    command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
    command.getSubcommands().values().forEach(CloudSyncCommandLine::everyCommandHasHelp);
  }

  public int execute(String... arguments) {
    return commandLine(arguments).execute(SimulateOption.withValue(arguments));
  }

  private int run(CommandLine.ParseResult parsed) {
    if (root.debug) {
      console.defects().trace();
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private int misused(ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    StringBuilder hint = new StringBuilder("see ").append(command).append(" --help");
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        hint.insert(0, "did you mean " + suggestions.getFirst() + "? ");
      }
    }
    Reporter.report(
        console,
        ImmutableList.of(
            Diagnostic.error(
                DiagnosticCode.BAD_USAGE, Escaper.escape(message(e)), null, hint.toString())));
    return ExitCode.USAGE.number();
  }

  private String message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched
        && e.getCommandLine().getParent() == null) {
      return "there is no command '" + unmatched.getUnmatched().getFirst() + "'";
    }
    return String.valueOf(e.getMessage());
  }

  private int failed(Exception e) {
    return switch (e) {
      case DiagnosticException explained -> {
        Reporter.report(console, explained.diagnostics());
        console.defects().origin(console, explained);
        yield ExitCode.of(explained.kind()).number();
      }
      case DsmException explained -> {
        Reporter.report(console, ImmutableList.of(explained.diagnostic()));
        console.defects().origin(console, explained);
        yield ExitCode.of(explained.kind()).number();
      }
      default -> {
        console.defects().report(console, e);
        yield ExitCode.of(FailureKind.FAILED).number();
      }
    };
  }
}
