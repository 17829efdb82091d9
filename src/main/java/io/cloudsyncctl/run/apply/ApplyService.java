package io.cloudsyncctl.run.apply;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.operation.Approval;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.run.CommandText;
import io.cloudsyncctl.run.DeclaredFiles;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.RunInput;
import io.cloudsyncctl.run.plan.FindingAssessor;
import io.cloudsyncctl.run.plan.FleetReading;
import io.cloudsyncctl.run.plan.PlanningRequest;
import io.cloudsyncctl.run.plan.Reading;
import io.cloudsyncctl.run.plan.SavedPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the NAS of a run as they are declared, after showing the plans and asking; or carries out
 * plans that were saved, or rehearses.
 */
public final class ApplyService {
  private final RunContext run;

  public ApplyService(RunContext run) {
    this.run = run;
  }

  public ExitCode apply(ApplyRequest request) {
    return new Apply(request, SavedPlan.named(request.files().named())).carryOut();
  }

  /** One apply. A saved plan was looked at when it was made, so nobody is asked again. */
  private final class Apply {
    private final Optional<SavedPlan> saved;
    private final Verb verb;
    private final DeclaredFiles files;
    private final PlanningRequest planning;
    private final RunInput input;
    private final WriteContext context;

    Apply(ApplyRequest request, Optional<SavedPlan> saved) {
      this.saved = saved;
      this.verb = request.dryRun() ? Verb.DRY_RUN : Verb.APPLY;
      this.files = saved.map(plan -> request.files().naming(plan.files())).orElse(request.files());
      this.planning = saved.map(SavedPlan::planning).orElse(request.planning());
      this.input = RunInput.load(run, files);
      WriteTerms terms = saved.isPresent() ? request.terms().unasked() : request.terms();
      this.context =
          new WriteContext(run, terms, again(request.typed()), saved.isPresent(), input.several());
    }

    ExitCode carryOut() {
      if (saved.isPresent()) {
        saved.get().check(input.states(), run);
      } else if (!input.states().isEmpty()) {
        // Where no file can be read, that is what is wrong.
        requireConsent();
      }
      ImmutableList<NasOutcome<Reading>> outcomes =
          FleetReading.read(
              run.output(),
              input.states(),
              saved.map(SavedPlan::found),
              desired -> context.read(desired, planning));
      FindingAssessor.byRecords().assess(run.log(), outcomes);
      run.output().plans(FleetReading.plans(outcomes), verb);
      run.output().reportFailed(outcomes);
      List<ExitCode> codes = input.codes();
      List<Reading> readings = new ArrayList<>();
      for (NasOutcome<Reading> outcome : outcomes) {
        switch (outcome) {
          case NasOutcome.Done<Reading>(String _, Reading reading) -> readings.add(reading);
          case NasOutcome.Failed<Reading> failed -> codes.add(ExitCode.of(failed.kind()));
        }
      }
      RunJournals journals = new RunJournals(context);
      readings.forEach(journals::reportUnfinished);
      List<ExitCode> moved = notAsSaved(readings);
      codes.addAll(moved);
      if (moved.isEmpty()) {
        Guard guard = new Guard(context, input.states(), readings);
        codes.addAll(verb == Verb.DRY_RUN ? rehearse(guard, readings) : carryOut(guard, readings));
      }
      return ExitCode.worst(codes);
    }

    private void requireConsent() {
      if (verb != Verb.DRY_RUN && !context.terms().yes() && !run.output().interactive()) {
        throw new DiagnosticException(
            FailureKind.USAGE,
            Diagnostic.error(
                DiagnosticCode.CONSENT_NEEDED,
                "there is no terminal to ask on",
                null,
                "look at the plan first, then run apply with --yes; or rehearse with --dry-run"));
      }
    }

    private List<ExitCode> notAsSaved(List<Reading> readings) {
      List<ExitCode> codes = new ArrayList<>();
      for (Reading reading : saved.isPresent() ? readings : List.<Reading>of()) {
        Approval approval = saved.get().approval(reading.plan().nas());
        if (!reading.isAs(approval)) {
          ImmutableList<Diagnostic> unreadable = saved.get().unreadable(reading);
          if (unreadable.isEmpty()) {
            new StalePlanReporter(run)
                .report(
                    approval, reading, "look at it, and save it with: " + saveAgain(saved.get()));
          } else {
            run.output().report(unreadable);
          }
          codes.add(unreadable.isEmpty() ? ExitCode.REFUSED : ExitCode.FAILED);
        }
      }
      return codes;
    }

    /** The command that makes the saved plan anew, as it is now. */
    private String saveAgain(SavedPlan plan) {
      List<String> words = new ArrayList<>(List.of("plan"));
      words.addAll(files.words());
      words.addAll(planning.words());
      words.addAll(List.of("--out", plan.path().toString()));
      return CommandText.of(words, input.secretVariables());
    }

    /** The command that finishes what this one began: a saved plan no longer fits a changed NAS. */
    private String again(List<String> typed) {
      List<String> words = new ArrayList<>(typed);
      if (saved.isPresent()) {
        words = CommandText.withFiles(typed, saved.get().path(), files.named());
        words.addAll(planning.words());
      }
      return CommandText.of(words, input.secretVariables());
    }

    private List<ExitCode> rehearse(Guard guard, List<Reading> readings) {
      List<ExitCode> codes = new ArrayList<>();
      for (Reading reading : readings) {
        ExitCode rehearsed = Rehearsal.rehearse(reading, run);
        codes.add(guard.refuses(reading) ? ExitCode.REFUSED : rehearsed);
      }
      return codes;
    }

    private List<ExitCode> carryOut(Guard guard, List<Reading> readings) {
      List<ExitCode> codes = new ArrayList<>();
      List<Reading> approved = new ArrayList<>();
      for (Reading reading : readings) {
        if (guard.refuses(reading)) {
          ended(reading, Applied.Status.REFUSED);
          codes.add(ExitCode.REFUSED);
        } else if (somethingToDo(reading.plan())) {
          approved.add(reading);
        } else {
          Reading last = new LeftoverSettler(context).inSync(reading);
          codes.add(
              somethingToDo(last.plan())
                  ? new StalePlanReporter(run).tell(reading, last, Verb.APPLY)
                  : nothingToDo(last));
        }
      }
      if (approved.isEmpty()) {
        return codes;
      }
      String names =
          approved.stream().map(reading -> reading.plan().nas()).collect(Collectors.joining(", "));
      if (!context.terms().yes()
          && !run.output().confirmed("Apply these changes to " + names + "?")) {
        run.output().note("Nothing was changed.");
        approved.forEach(reading -> ended(reading, Applied.Status.NOT_APPROVED));
        codes.add(ExitCode.FAILED);
        return codes;
      }
      codes.addAll(new PlanExecutor(context, guard).carryOut(approved));
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
      run.log().applied(reading.plan().nas(), status, Optional.empty());
    }
  }

  private static boolean somethingToDo(Plan plan) {
    return plan.changes().stream().anyMatch(change -> !(change instanceof Change.Manual));
  }
}
