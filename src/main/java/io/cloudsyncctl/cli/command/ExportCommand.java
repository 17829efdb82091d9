package io.cloudsyncctl.cli.command;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.output.FileResults;
import io.cloudsyncctl.cloudsync.read.LiveStateReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.config.export.ExportTarget;
import io.cloudsyncctl.config.export.YamlExporter;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.live.LiveState;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code export}. */
@Command(
    name = "export",
    description =
        "Export a NAS's configuration as YAML; planning it shows no changes. Holds no secrets. Only reads.",
    footer = {"", "Example: cloudsyncctl export --url https://nas.example.lan:5001 -o nas.yaml"})
public final class ExportCommand implements Callable<Integer> {
  private static final String SCHEMA = "cloudsync-v1.schema.json";

  @Mixin Targets targets = new Targets();
  @Mixin FileResults results = new FileResults();

  private final Console console;

  public ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Targets.Resolved resolved = targets.resolve(console);
    results.check(resolved.targets().size());
    ImmutableList<NasOutcome<String>> outcomes =
        targets.run(
            resolved.targets(),
            console,
            open -> {
              LiveState live = LiveStateReader.read(ReadGateway.over(open.nas().session())).live();
              return YamlExporter.export(live, target(open.target(), comments()));
            });
    List<ExitCode> codes = resolved.codes();
    codes.addAll(results.put(console, outcomes, ".yaml"));
    return ExitCode.worst(codes).number();
  }

  private static ExportTarget target(NasTarget nas, ImmutableList<String> comments) {
    return new ExportTarget(nas.name(), nas.url(), nas.session(), nas.tls(), SCHEMA, comments);
  }

  private ImmutableList<String> comments() {
    ImmutableList.Builder<String> comments = ImmutableList.builder();
    comments.add(
        "Written by cloudsyncctl export. For help in your editor, put the schema beside it:",
        "cloudsyncctl schema > " + SCHEMA);
    if (targets.isExample()) {
      comments.add("The NAS was a simulated one: write the address of yours as url.");
    }
    return comments.build();
  }
}
