package io.cloudsyncctl.cli.command;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.output.FileResults;
import io.cloudsyncctl.cloudsync.read.LiveStateReader;
import io.cloudsyncctl.cloudsync.read.RawAnswers;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.run.OpenNas;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code capture}. */
@Command(
    name = "capture",
    description =
        "Save the NAS's API responses as a state file, to plan offline, rehearse or"
            + " reproduce a fault with --simulate=FILE. Holds no credentials. Only reads.",
    footer = {
      "",
      "It does hold names of connections, accounts, folders and filters; with",
      "--with-activity also names of files."
    })
public final class CaptureCommand implements Callable<Integer> {
  @Mixin Targets targets = new Targets();
  @Mixin FileResults results = new FileResults();

  @Option(
      names = "--with-activity",
      description = "Also the newest page of each log, and recently changed files.")
  boolean withActivity;

  private final Console console;

  public CaptureCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Targets.Resolved resolved = targets.resolve(console);
    results.check(resolved.targets().size());
    ImmutableList<NasOutcome<String>> outcomes =
        targets.run(resolved.targets(), console, open -> capture(open.nas()));
    List<ExitCode> codes = resolved.codes();
    codes.addAll(results.put(console, outcomes, ".state.json"));
    return ExitCode.worst(codes).number();
  }

  private String capture(OpenNas nas) {
    ReadGateway gateway = ReadGateway.over(nas.session());
    RawAnswers raw = LiveStateReader.read(gateway).raw();
    RawAnswers all = withActivity ? LiveStateReader.withActivity(gateway, raw) : raw;
    return WireJson.pretty(all.stateFile()) + "\n";
  }
}
