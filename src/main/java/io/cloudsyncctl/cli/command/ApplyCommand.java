package io.cloudsyncctl.cli.command;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.option.ColourOption;
import io.cloudsyncctl.cli.option.FileOptions;
import io.cloudsyncctl.cli.option.PlanningOptions;
import io.cloudsyncctl.cli.option.SimulateOption;
import io.cloudsyncctl.cli.option.StateOptions;
import io.cloudsyncctl.cli.option.WriteOptions;
import io.cloudsyncctl.cli.output.ConsoleOutput;
import io.cloudsyncctl.cli.output.ReportOptions;
import io.cloudsyncctl.cli.output.ResultFormat;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.StateStore;
import io.cloudsyncctl.run.apply.ApplyRequest;
import io.cloudsyncctl.run.apply.ApplyService;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code apply}. */
@Command(
    name = "apply",
    description =
        "Make each NAS as it is declared, after showing the plan and asking; or carry out a plan"
            + " that plan --out saved, and nothing else.",
    footer = {
      "",
      "Changes that may delete files (data-loss) or remove tasks (disconnect) are",
      "refused (exit code 3) unless each is accepted by class and address, here or in",
      "the YAML. What is declared with protect: true is refused all the same."
    })
public final class ApplyCommand implements Callable<Integer> {
  @Mixin FileOptions files = new FileOptions();
  @Mixin SimulateOption simulate = new SimulateOption();
  @Mixin StateOptions state = new StateOptions();
  @Mixin ColourOption colour = new ColourOption();
  @Mixin PlanningOptions planning = new PlanningOptions();
  @Mixin ReportOptions reports = new ReportOptions();
  @Mixin WriteOptions write = new WriteOptions();

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--dry-run",
      description =
          "Rehearse: apply to a simulated twin of the NAS and plan again. The NAS is only read.")
  boolean dryRun;

  private final Console console;

  public ApplyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    simulate.check();
    reports.check(files.files, null);
    StateStore store = state.store(console, simulate.isSet());
    ConsoleOutput output = new ConsoleOutput(console, colour, ResultFormat.TEXT, true);
    RunContext context =
        console.context(output, simulate.access(console), store, _ -> Optional.empty());
    ApplyRequest request =
        new ApplyRequest(
            files.declared(console),
            planning.request(),
            write.terms(console),
            dryRun,
            TypedWords.of(spec));
    return reports
        .around(
            console,
            dryRun ? Verb.DRY_RUN : Verb.APPLY,
            files.files,
            store::notified,
            () -> new ApplyService(context).apply(request))
        .number();
  }
}
