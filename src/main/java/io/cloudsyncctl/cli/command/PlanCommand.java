package io.cloudsyncctl.cli.command;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.option.PlanningOptions;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.plan.PlanRequest;
import io.cloudsyncctl.run.plan.PlanService;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan}. */
@Command(
    name = "plan",
    description = "Show what apply would change. Only reads.",
    footer = {"", "Example: cloudsyncctl plan examples/office.yaml --simulate"})
public final class PlanCommand extends ComparingCommand {
  @Mixin PlanningOptions planning = new PlanningOptions();

  @Option(
      names = "--detailed-exitcode",
      description = "Exit with 2 where something differs, manual steps included.")
  boolean detailedExitCode;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Save the plan; apply FILE then carries out this and nothing else.")
  @Nullable Path out;

  public PlanCommand(Console console) {
    super(console);
  }

  @Override
  Verb verb() {
    return Verb.PLAN;
  }

  @Override
  @Nullable Path written() {
    return out;
  }

  @Override
  ExitCode run(RunContext context) {
    return new PlanService(context)
        .plan(
            new PlanRequest(
                files.declared(console()),
                planning.request(),
                timeout.reading(),
                Optional.ofNullable(out),
                detailedExitCode));
  }
}
