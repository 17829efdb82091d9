package io.cloudsyncctl.cli.command;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.ConnectionList;
import io.cloudsyncctl.cloudsync.read.CloudSyncReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.report.wording.Escaper;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ping}. */
@Command(
    name = "ping",
    description =
        "Log in to a NAS, ask its Cloud Sync for the connections and log out. Only reads.",
    footer = {"", "Example: cloudsyncctl ping --url https://nas.example.lan:5001 --username admin"})
public final class PingCommand implements Callable<Integer> {
  @Mixin Targets targets = new Targets();

  private final Console console;

  public PingCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Targets.Resolved resolved = targets.resolve(console);
    ImmutableList<NasOutcome<String>> outcomes =
        targets.run(resolved.targets(), console, PingCommand::ping);
    List<ExitCode> codes = resolved.codes();
    for (NasOutcome<String> outcome : outcomes) {
      switch (outcome) {
        case NasOutcome.Done<String>(String _, String text) -> {
          console.out().print(text);
          codes.add(ExitCode.OK);
        }
        case NasOutcome.Failed<String> failed -> {
          Reporter.report(console, failed.diagnostics());
          codes.add(ExitCode.of(failed.kind()));
        }
      }
    }
    console.out().flush();
    return ExitCode.worst(codes).number();
  }

  private static String ping(Targets.OpenTarget open) {
    ConnectionList list =
        new CloudSyncReader(ReadGateway.over(open.nas().session())).readableConnections();
    StringBuilder text = new StringBuilder();
    text.append(open.target().name())
        .append(": Cloud Sync answers; ")
        .append(list.entries().size())
        .append(list.entries().size() == 1 ? " connection" : " connections")
        .append(
            list.adminView()
                ? " of all users\n"
                : " of this login only (no administrator, or admin_mode is off)\n");
    list.incomplete()
        .ifPresent(
            why -> text.append("  not readable: ").append(Escaper.sentence(why)).append('\n'));
    for (ConnectionEntry entry : list.entries()) {
      text.append("  ")
          .append(Escaper.escape(entry.name()))
          .append(" (")
          .append(Escaper.escape(entry.type()))
          .append(", ")
          .append(Escaper.escape(entry.account()))
          .append("): ")
          .append(Escaper.escape(entry.status()))
          .append('\n');
    }
    return text.toString();
  }
}
