package io.cloudsyncctl.cli.command;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.execute.KeptValues;
import io.cloudsyncctl.apply.operation.Approval;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Prompt;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.cli.option.ColourOption;
import io.cloudsyncctl.cli.option.ConsentOptions;
import io.cloudsyncctl.cli.option.FileOptions;
import io.cloudsyncctl.cli.option.ObserveOptions;
import io.cloudsyncctl.cli.option.PlanningOptions;
import io.cloudsyncctl.cli.option.RestOptions;
import io.cloudsyncctl.cli.option.SimulateOption;
import io.cloudsyncctl.cli.option.StateOptions;
import io.cloudsyncctl.cli.option.TimeoutOption;
import io.cloudsyncctl.cli.output.ReportOptions;
import io.cloudsyncctl.cli.run.ApplyService;
import io.cloudsyncctl.cli.run.FindingAssessor;
import io.cloudsyncctl.cli.run.FleetReading;
import io.cloudsyncctl.cli.run.FleetWork;
import io.cloudsyncctl.cli.run.Guard;
import io.cloudsyncctl.cli.run.LeftoverSettler;
import io.cloudsyncctl.cli.run.Reading;
import io.cloudsyncctl.cli.run.RunContext;
import io.cloudsyncctl.cli.run.RunJournals;
import io.cloudsyncctl.cli.run.SavedPlans;
import io.cloudsyncctl.cli.run.StalePlanReporter;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.identity.AddressPattern;
import io.cloudsyncctl.plan.fact.StateChange;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.text.PlanTextRenderer;
import io.cloudsyncctl.report.text.StateChangeText;
import io.cloudsyncctl.state.PlanFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
  @Mixin public FileOptions files = new FileOptions();
  @Mixin SimulateOption simulate = new SimulateOption();
  @Mixin public StateOptions record = new StateOptions();
  @Mixin ColourOption colour = new ColourOption();
  @Mixin PlanningOptions planning = new PlanningOptions();
  @Mixin public ConsentOptions consent = new ConsentOptions();
  @Mixin RestOptions rest = new RestOptions();
  @Mixin ObserveOptions observe = new ObserveOptions();
  @Mixin ReportOptions reports = new ReportOptions();
  @Mixin TimeoutOption timeout = new TimeoutOption();

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  public boolean yes;

  @Option(
      names = "--dry-run",
      description =
          "Rehearse: apply to a simulated twin of the NAS and plan again. The NAS is only read.")
  boolean dryRun;

  /** What the NAS keep in place of what was written: a watch applies many times. */
  KeptValues kept = new KeptValues();

  private final Console console;
  private Path planFile = Path.of("");

  public ApplyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    simulate.check();
    reports.check(files.files, null);
    Verb verb = dryRun ? Verb.DRY_RUN : Verb.APPLY;
    return reports
        .around(console, verb, files, () -> record.told(simulate.isSet(), console), this::run)
        .number();
  }

  private ExitCode run() {
    @Nullable PlanFile saved = saved();
    FleetWork.Input input = FleetWork.load(console, files, !simulate.isSet());
    if (saved == null) {
      // Where no file can be read, that is what is wrong.
      if (!input.states().isEmpty()) {
        requireConsent();
      }
    } else {
      SavedPlans.check(saved, input.states(), planFile, simulate.isSet(), this::showDeclared);
    }
    List<ExitCode> codes = input.codes();
    RunContext execution =
        new RunContext(
            console,
            simulate,
            record,
            planning,
            consent,
            colour,
            rest,
            observe,
            timeout.writing(observe.duration()),
            again(saved),
            yes,
            saved != null,
            input.states().size() > 1,
            kept);
    ImmutableList<NasOutcome<Reading>> outcomes =
        FleetReading.read(
            console,
            input.states(),
            saved == null ? Optional.empty() : Optional.of(SavedPlans.found(saved, planFile)),
            execution::read);
    show(outcomes);
    RunJournals journals = new RunJournals(execution);
    List<Reading> readings = new ArrayList<>();
    for (NasOutcome<Reading> outcome : outcomes) {
      switch (outcome) {
        case NasOutcome.Done<Reading>(String _, Reading reading) -> {
          journals.reportUnfinished(reading);
          readings.add(reading);
        }
        case NasOutcome.Failed<Reading> failed -> codes.add(ExitCode.of(failed.kind()));
      }
    }
    if (saved != null) {
      List<ExitCode> moved = notAsSaved(execution, saved, readings);
      if (!moved.isEmpty()) {
        codes.addAll(moved);
        return ExitCode.worst(codes);
      }
    }
    Guard guard =
        new Guard(console, consent.consent(console), input.states(), readings, execution::unkept);
    codes.addAll(dryRun ? rehearse(execution, guard, readings) : apply(execution, guard, readings));
    return ExitCode.worst(codes);
  }

  /**
   * A saved plan in place of files: it was looked at when it was made, so nobody is asked again.
   */
  private @Nullable PlanFile saved() {
    if (files.files.size() != 1 || !PlanFile.looksLikeOne(files.files.getFirst())) {
      return null;
    }
    planFile = files.files.getFirst();
    PlanFile saved = PlanFile.read(planFile);
    files.files = SavedPlans.files(saved);
    planning.prune = saved.plans().stream().anyMatch(PlanFile.Entry::prune);
    planning.quiesce = saved.plans().stream().allMatch(PlanFile.Entry::quiesce);
    planning.recreate =
        saved.plans().stream()
            .flatMap(entry -> entry.recreate().stream())
            .distinct()
            .map(AddressPattern::of)
            .toList();
    yes = true;
    return saved;
  }

  private List<ExitCode> notAsSaved(RunContext execution, PlanFile saved, List<Reading> readings) {
    List<ExitCode> codes = new ArrayList<>();
    for (Reading reading : readings) {
      Approval approval = SavedPlans.approval(saved, reading.plan().nas(), planFile);
      if (!reading.isAs(approval)) {
        ImmutableList<Diagnostic> unreadable = SavedPlans.unreadable(saved, reading);
        if (unreadable.isEmpty()) {
          new StalePlanReporter(execution)
              .report(approval, reading, "look at it, and save it with: " + saveAgain());
        } else {
          Reporter.report(console, unreadable);
        }
        codes.add(unreadable.isEmpty() ? ExitCode.REFUSED : ExitCode.FAILED);
      }
    }
    return codes;
  }

  /** The command that makes the saved plan anew, as it is now. */
  private String saveAgain() {
    List<String> words = new ArrayList<>(List.of("plan"));
    files.files.forEach(file -> words.add(file.toString()));
    words.addAll(files.besideFiles());
    words.addAll(planning.words());
    words.addAll(List.of("--out", planFile.toString()));
    return CommandText.of(words, files.secretVariables);
  }

  /** The command that finishes what this one began: a saved plan no longer fits a changed NAS. */
  private String again(@Nullable PlanFile saved) {
    List<String> words = CommandText.typed(spec);
    if (saved == null) {
      return CommandText.of(words, files.secretVariables);
    }
    List<String> unsaved = new ArrayList<>(CommandText.withFiles(words, planFile, files.files));
    unsaved.addAll(planning.words());
    return CommandText.of(unsaved, files.secretVariables);
  }

  private void showDeclared(String nas, ImmutableList<StateChange> otherwise) {
    console.out().print(StateChangeText.declared(nas, otherwise, colour.text(console, Verb.APPLY)));
    console.out().flush();
  }

  private void requireConsent() {
    if (!dryRun && !yes && !console.interactive()) {
      throw new DiagnosticException(
          FailureKind.USAGE,
          Diagnostic.error(
              DiagnosticCode.CONSENT_NEEDED,
              "there is no terminal to ask on",
              null,
              "look at the plan first, then run apply with --yes; or rehearse with --dry-run"));
    }
  }

  private List<ExitCode> rehearse(RunContext execution, Guard guard, List<Reading> readings) {
    List<ExitCode> codes = new ArrayList<>();
    ApplyService executor = new ApplyService(execution, guard);
    for (Reading reading : readings) {
      ExitCode rehearsed = executor.rehearse(reading);
      codes.add(guard.refuses(reading) ? ExitCode.REFUSED : rehearsed);
    }
    return codes;
  }

  private List<ExitCode> apply(RunContext execution, Guard guard, List<Reading> readings) {
    List<ExitCode> codes = new ArrayList<>();
    List<Reading> approved = new ArrayList<>();
    for (Reading reading : readings) {
      if (guard.refuses(reading)) {
        ended(reading, Applied.Status.REFUSED);
        codes.add(ExitCode.REFUSED);
      } else if (somethingToDo(reading.plan())) {
        approved.add(reading);
      } else {
        Reading last = new LeftoverSettler(execution).inSync(reading);
        codes.add(
            somethingToDo(last.plan())
                ? new StalePlanReporter(execution).tell(reading, last, Verb.APPLY)
                : nothingToDo(last));
      }
    }
    if (approved.isEmpty()) {
      return codes;
    }
    String names =
        approved.stream().map(reading -> reading.plan().nas()).collect(Collectors.joining(", "));
    if (!yes && !Prompt.confirmed(console, "Apply these changes to " + names + "?")) {
      console.err().println("Nothing was changed.");
      approved.forEach(reading -> ended(reading, Applied.Status.NOT_APPROVED));
      codes.add(ExitCode.FAILED);
      return codes;
    }
    codes.addAll(new ApplyService(execution, guard).carryOut(approved));
    return codes;
  }

  private ExitCode nothingToDo(Reading reading) {
    if (reading.plan().readInPart()) {
      ended(reading, Applied.Status.NOT_READ_IN_FULL);
      return ExitCode.PARTLY_APPLIED;
    }
    boolean nothing = reading.plan().isEmpty();
    ended(reading, nothing ? Applied.Status.NOTHING_TO_DO : Applied.Status.MANUAL_STEPS_REMAIN);
    return nothing ? ExitCode.OK : ExitCode.MANUAL_STEPS_REMAIN;
  }

  private void ended(Reading reading, Applied.Status status) {
    console.log().applied(reading.plan().nas(), status, Optional.empty());
  }

  private static boolean somethingToDo(Plan plan) {
    return plan.changes().stream().anyMatch(change -> !(change instanceof Change.Manual));
  }

  private void show(ImmutableList<NasOutcome<Reading>> outcomes) {
    Verb verb = dryRun ? Verb.DRY_RUN : Verb.APPLY;
    ImmutableList<NasOutcome<Plan>> plans = FleetReading.map(outcomes, Reading::plan);
    ComparingCommand.log(console, FindingAssessor.byRecords(), outcomes, plans);
    console.out().print(PlanTextRenderer.render(plans, colour.text(console, verb)));
    console.out().flush();
    Reporter.reportFailed(console, outcomes);
  }
}
