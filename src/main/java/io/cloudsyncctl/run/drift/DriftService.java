package io.cloudsyncctl.run.drift;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.config.read.IgnoreReader;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.finding.Ignores;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.RunInput;
import io.cloudsyncctl.run.plan.Baseline;
import io.cloudsyncctl.run.plan.Comparison;
import io.cloudsyncctl.run.plan.FindingAssessor;
import io.cloudsyncctl.run.plan.PlanPipeline;
import io.cloudsyncctl.run.plan.PlanningRequest;
import java.nio.file.Path;
import java.util.List;

/**
 * Shows how the NAS of a run differ from what is declared, and what is known of each difference.
 */
public final class DriftService {
  private final RunContext run;

  public DriftService(RunContext run) {
    this.run = run;
  }

  public ExitCode drift(DriftRequest request) {
    RunInput input = RunInput.load(run, request.files());
    FindingAssessor assessor = assessor(request, input.states());
    Comparison comparison =
        Comparison.show(
            run,
            input,
            PlanningRequest.USUAL,
            PlanPipeline::asDrift,
            assessor,
            request.limits(),
            Verb.DRIFT);
    assessor.reportIgnores(run.output(), comparison.plans());
    return comparison.code(input, true);
  }

  private FindingAssessor assessor(DriftRequest request, List<DesiredState> states) {
    Baseline baseline =
        request
            .baseline()
            .map(revision -> RevisionBaseline.read(run.output(), request.files(), revision, states))
            .orElseGet(Baseline.OfRecords::new);
    Ignores ignores = request.ignoreFile().map(this::ignores).orElseGet(Ignores::none);
    return new FindingAssessor(
        baseline,
        request.since().map(folder -> EarlierReports.read(folder, run)),
        ignores,
        request.unmanaged());
  }

  private Ignores ignores(Path file) {
    IgnoreReader.Result result = IgnoreReader.read(file);
    if (result.diagnostics().stream().anyMatch(one -> one.severity() == Severity.ERROR)) {
      throw new DiagnosticException(FailureKind.BAD_INPUT, result.diagnostics(), null);
    }
    return new Ignores(ImmutableList.copyOf(result.rules()), run.today());
  }
}
