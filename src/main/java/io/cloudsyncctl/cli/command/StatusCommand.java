package io.cloudsyncctl.cli.command;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Version;
import io.cloudsyncctl.cli.option.ColourOption;
import io.cloudsyncctl.cli.output.ConsoleOutput;
import io.cloudsyncctl.cli.output.ResultFormat;
import io.cloudsyncctl.cloudsync.method.LogQuery;
import io.cloudsyncctl.cloudsync.read.NasStatus;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.cloudsync.read.StatusReader;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.report.json.StatusJson;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.text.StatusText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code status}. */
@Command(
    name = "status",
    description = "Show what each Cloud Sync is doing: connections, tasks, errors. Only reads.",
    footer = {"", "Example: cloudsyncctl status nas.yaml --log 20 --level error"})
public final class StatusCommand implements Callable<Integer> {
  /** The levels of a log, in the order of their codes. */
  public enum Level {
    INFO,
    WARNING,
    ERROR
  }

  @Mixin Targets targets = new Targets();
  @Mixin ColourOption colour = new ColourOption();

  @Option(
      names = "--log",
      paramLabel = "N",
      description = "Also the newest N entries of each connection's log, 200 at most.")
  int log;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "Of the log only info, warning or error.")
  Optional<Level> level = Optional.empty();

  @Option(
      names = "--keyword",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Of the log only what holds this text.")
  String keyword = "";

  @Option(names = "--recent", description = "Also the files that changed last or are under way.")
  boolean recent;

  @Option(
      names = "--folders",
      description =
          "Also the cloud folders right below each task's own, which filtered_paths may name; the"
              + " NAS asks the cloud for them.")
  boolean folders;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "TEXT",
      description = "text (the default) or json.")
  ResultFormat format = ResultFormat.TEXT;

  private final Console console;

  public StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    StatusReader.Wanted wanted = new StatusReader.Wanted(query(), recent, folders);
    Targets.Resolved resolved = targets.resolve(console);
    ImmutableList<NasOutcome<NasStatus>> outcomes =
        targets.run(
            resolved.targets(),
            console,
            open -> StatusReader.read(ReadGateway.over(open.nas().session()), wanted));
    List<ExitCode> codes = resolved.codes();
    StringBuilder text = new StringBuilder();
    for (NasOutcome<NasStatus> outcome : outcomes) {
      switch (outcome) {
        case NasOutcome.Done<NasStatus>(String nas, NasStatus status) -> {
          text.append(StatusText.render(nas, status, colour.text(console, Verb.PLAN)));
          codes.add(ExitCode.OK);
        }
        case NasOutcome.Failed<NasStatus> failed -> codes.add(ExitCode.of(failed.kind()));
      }
    }
    new ConsoleOutput(console, colour, format, true).reportFailed(outcomes);
    console
        .out()
        .print(
            switch (format) {
              case TEXT -> text.toString();
              case JSON -> StatusJson.render(outcomes, Version.number());
            });
    console.out().flush();
    return ExitCode.worst(codes).number();
  }

  private Optional<LogQuery> query() {
    boolean filtered = level.isPresent() || !keyword.isEmpty();
    if (log == 0 && !filtered) {
      return Optional.empty();
    }
    if (log < 0 || log > LogQuery.MAX_LIMIT) {
      throw new DiagnosticException(
          FailureKind.USAGE,
          Diagnostic.error(
              DiagnosticCode.BAD_USAGE,
              "--log must be 1 to " + LogQuery.MAX_LIMIT,
              null,
              "see cloudsyncctl status --help"));
    }
    long limit = log == 0 ? LogQuery.MAX_LIMIT : log;
    long code = level.map(Level::ordinal).orElse(-1);
    return Optional.of(new LogQuery(0, limit, keyword, 0, 0, code, -1));
  }
}
