package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cloudsync.LiveStateReader;
import io.cloudsyncctl.cloudsync.Snapshot;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.WireValue;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code capture}. */
@Command(
    name = "capture",
    description =
        "Write what the getters of a NAS answered as a state file, to plan offline, rehearse or"
            + " reproduce a fault with --simulate=FILE. Holds no credentials. Only reads.",
    footer = {
      "",
      "It does hold names of connections, accounts, folders and filters; with",
      "--with-activity also names of files."
    })
final class CaptureCommand implements Callable<Integer> {
  @Mixin Targets targets = new Targets();
  @Mixin FileResults results = new FileResults();

  @Option(
      names = "--with-activity",
      description = "Also logs, recently changed files and the cloud folders of tasks.")
  boolean withActivity;

  private final Console console;

  CaptureCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Targets.Resolved resolved = targets.resolve(console);
    results.check(resolved.targets().size());
    ImmutableList<NasOutcome<String>> outcomes =
        targets.run(resolved.targets(), open -> capture(open.nas()));
    List<ExitCode> codes = resolved.codes();
    codes.addAll(results.put(console, outcomes, ".state.json"));
    return ExitCode.worst(codes).number();
  }

  private String capture(OpenNas nas) {
    Snapshot snapshot = new LiveStateReader(nas.session()).read();
    WireValue.Members state =
        withActivity
            ? Activity.addTo(nas.session(), snapshot)
            : snapshot.raw().stateFile();
    return WireJson.pretty(state) + "\n";
  }
}
