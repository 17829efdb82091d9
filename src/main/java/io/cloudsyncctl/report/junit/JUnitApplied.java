package io.cloudsyncctl.report.junit;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.wording.ApplyWords;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import java.util.ArrayList;
import java.util.List;

/** The cases of an apply: how it ended, and each operation. */
final class JUnitApplied {
  private JUnitApplied() {}

  static ImmutableList<JUnitCase> of(NasReport nas, String group) {
    return nas.applied().map(applied -> of(applied, group + ".apply")).orElse(ImmutableList.of());
  }

  private static ImmutableList<JUnitCase> of(Applied applied, String group) {
    List<JUnitCase> cases = new ArrayList<>();
    String status = applied.status().word();
    cases.add(
        new JUnitCase(
            group,
            "the plan was applied",
            applied.status().failed()
                ? new JUnitCase.Verdict.Failed(status, status, "")
                : new JUnitCase.Verdict.Passed()));
    int number = 1;
    for (OperationOutcome outcome :
        applied.result().map(ApplyResult::outcomes).orElse(ImmutableList.of())) {
      cases.add(new JUnitCase(group, name(outcome, number++), verdict(outcome)));
    }
    return ImmutableList.copyOf(cases);
  }

  private static String name(OperationOutcome outcome, int number) {
    return number
        + ". "
        + LabelText.address(outcome.operation().address())
        + ": "
        + outcome.operation().summary();
  }

  private static JUnitCase.Verdict verdict(OperationOutcome outcome) {
    return switch (outcome) {
      case OperationOutcome.Done _ -> new JUnitCase.Verdict.Passed();
      case OperationOutcome.Skipped _ ->
          new JUnitCase.Verdict.Skipped("not tried, since an earlier operation failed");
      case OperationOutcome.Failed failed -> {
        String type = failed.diagnostic().code().id();
        String message = Escaper.sentence(failed.diagnostic().message());
        String body = JUnitReportRenderer.text(ImmutableList.of(failed.diagnostic()));
        yield failed.mayBeDone()
            ? new JUnitCase.Verdict.Erred(type, message + ". " + ApplyWords.MAY_BE_DONE, body)
            : new JUnitCase.Verdict.Failed(type, message, body);
      }
    };
  }
}
