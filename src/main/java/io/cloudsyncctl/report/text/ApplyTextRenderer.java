package io.cloudsyncctl.report.text;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.format.DiagnosticRenderer;
import io.cloudsyncctl.report.format.Line;
import io.cloudsyncctl.report.format.ObservationText;
import io.cloudsyncctl.report.format.Page;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.wording.ApplyWords;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Style;

/** What came of an apply, as text for people. */
public final class ApplyTextRenderer {
  private ApplyTextRenderer() {}

  /** One operation that came to its end, as one line and, where it failed, why. */
  public static String outcome(OperationOutcome outcome, TextOptions options) {
    Page page = new Page(options.width());
    add(page, outcome);
    return page.text(options.colour());
  }

  /** The end of an apply: what was left undone, then what it comes to. */
  public static String result(ApplyResult result, TextOptions options) {
    Page page = new Page(options.width());
    if (!result.outcomes().isEmpty()) {
      // The operations stand right above, printed as they ended.
      page.add(Line.indented(0));
    }
    end(page, result, options);
    return page.text(options.colour());
  }

  /** A rehearsal on the twin: every operation, then what a new plan says. */
  public static String rehearsal(ApplyResult result, TextOptions options) {
    Page page = new Page(options.width());
    page.add(
        Line.indented(0)
            .add("Rehearsal on a simulated twin; the NAS was only read", Style.HEADING));
    page.blank();
    result.outcomes().forEach(outcome -> add(page, outcome));
    end(page, result, options);
    return page.text(options.colour());
  }

  private static void add(Page page, OperationOutcome outcome) {
    Operation operation = outcome.operation();
    String what = LabelText.address(operation.address()) + ": " + operation.summary();
    switch (outcome) {
      case OperationOutcome.Done _ ->
          page.add(Line.indented(2).add("done    ", Style.ADDED).add(what));
      case OperationOutcome.Skipped _ ->
          page.add(Line.indented(2).add("skipped ", Style.MUTED).add(what));
      case OperationOutcome.Failed failed -> {
        page.add(Line.indented(2).add("FAILED  ", Style.ATTENTION).add(what));
        DiagnosticRenderer.add(page, 4, ImmutableList.of(failed.diagnostic()));
        if (failed.mayBeDone()) {
          page.paragraph(Line.indented(4), ApplyWords.MAY_BE_DONE, Style.CHANGED);
        }
      }
    }
  }

  private static void end(Page page, ApplyResult result, TextOptions options) {
    if (!result.notes().isEmpty()) {
      page.blank();
      DiagnosticRenderer.add(page, 0, result.notes());
    }
    Plan remaining = result.remaining();
    if (remaining != null && !ApplyResult.notConverged(remaining).isEmpty()) {
      page.blank();
      page.add(Line.indented(0).add(ApplyWords.stillDifferent(options.verb()), Style.CHANGED));
      Plan left = remaining.with(ApplyResult.notConverged(remaining), ImmutableList.of());
      PlanTextRenderer.addChanges(page, AssessedPlan.of(left).changes(), options.verb(), false);
    }
    if (remaining != null && result.wrote()) {
      ObservationText.addNotSyncing(page, remaining.observations());
    }
    page.blank();
    page.paragraph(Line.indented(0), ApplyWords.sentence(result, options.verb()), style(result));
  }

  private static Style style(ApplyResult result) {
    Plan remaining = result.remaining();
    return switch (result.status()) {
      case NOTHING_TO_DO, APPLIED ->
          remaining != null && remaining.inSync() ? Style.ADDED : Style.ATTENTION;
      case MANUAL_STEPS_REMAIN -> Style.NOTICE;
      case FAILED, PARTLY_APPLIED -> Style.ATTENTION;
    };
  }
}
