package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cloudsync.LiveStateReader;
import io.cloudsyncctl.cloudsync.ReadGateway;
import io.cloudsyncctl.config.ExportTarget;
import io.cloudsyncctl.config.YamlExporter;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.NasTarget;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code export}. */
@Command(
    name = "export",
    description =
        "Write what a NAS is set to as YAML that plans to nothing. Holds no secrets. Only reads.",
    footer = {"", "Example: cloudsyncctl export --url https://nas.example.lan:5001 -o nas.yaml"})
final class ExportCommand implements Callable<Integer> {
  private static final String SCHEMA = "cloudsync-v1.schema.json";

  @Mixin Targets targets = new Targets();
  @Mixin FileResults results = new FileResults();

  private final Console console;

  ExportCommand(Console console) {
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
