package io.cloudsyncctl.cli;

import io.cloudsyncctl.config.SchemaGenerator;
import io.cloudsyncctl.report.PlanJsonRenderer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code schema}. */
@Command(
    name = "schema",
    description = "Print a JSON Schema: of the YAML, for editors and CI, or of plan --format json.")
final class SchemaCommand implements Callable<Integer> {
  /** What has a schema. */
  enum Subject {
    CONFIG,
    PLAN
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "SUBJECT",
      defaultValue = "CONFIG",
      description = "config (the default) or plan.")
  Subject subject = Subject.CONFIG;

  private final Console console;

  SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console
        .out()
        .print(
            switch (subject) {
              case CONFIG -> SchemaGenerator.generate();
              case PLAN -> PlanJsonRenderer.schema();
            });
    console.out().flush();
    return ExitCode.OK.number();
  }
}
