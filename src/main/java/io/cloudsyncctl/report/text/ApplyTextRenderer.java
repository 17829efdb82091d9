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
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Quantity;
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
    end(
        page,
        result,
        options.verb() == Verb.UNDO ? undone(result) : sentence(result, "Apply"),
        options);
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
    end(page, result, sentence(result, "Rehearsal"), options);
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
          page.paragraph(
              Line.indented(4),
              "The NAS may have done it all the same: plan again to see.",
              Style.CHANGED);
        }
      }
    }
  }

  private static void end(Page page, ApplyResult result, String sentence, TextOptions options) {
    if (!result.notes().isEmpty()) {
      page.blank();
      DiagnosticRenderer.add(page, 0, result.notes());
    }
    Plan remaining = result.remaining();
    if (remaining != null && !ApplyResult.notConverged(remaining).isEmpty()) {
      page.blank();
      String measure = options.verb() == Verb.UNDO ? "was before the run:" : "is declared:";
      page.add(Line.indented(0).add("Still different from what " + measure, Style.CHANGED));
      Plan left = remaining.with(ApplyResult.notConverged(remaining), ImmutableList.of());
      PlanTextRenderer.addChanges(page, AssessedPlan.of(left).changes(), options.verb(), false);
    }
    if (remaining != null && result.wrote()) {
      ObservationText.addNotSyncing(page, remaining.observations());
    }
    page.blank();
    page.paragraph(Line.indented(0), sentence, style(result));
  }

  private static String sentence(ApplyResult result, String title) {
    long done = result.outcomes().stream().filter(OperationOutcome.Done.class::isInstance).count();
    String nas = Escaper.escape(result.nas());
    String writes = Quantity.count(done, "operation");
    if (result.onlyBesides()) {
      Plan after = result.remaining();
      boolean more = after != null && (!after.isEmpty() || Summary.readInPart(after));
      return title
          + " complete: "
          + writes
          + (more ? ". " : ", and a new plan is empty. ")
          + besides(nas)
          + (more ? " " + standing(result) : "");
    }
    return switch (result.status()) {
      case NOTHING_TO_DO -> "Nothing to do. " + standing(result);
      case APPLIED ->
          title + " complete: " + writes + ", and a new plan is empty. " + standing(result);
      case MANUAL_STEPS_REMAIN ->
          title
              + " complete: "
              + writes
              + ". What is left has to be done by hand in DSM."
              + unread(result);
      case FAILED -> title + " failed. Nothing was changed.";
      case PARTLY_APPLIED ->
          title
              + " incomplete: "
              + writes
              + " done"
              + (result.planIsEmpty()
                  ? ". A new plan is empty, but not all went well: see above, then apply again."
                  : ", and " + nas + " is not as declared. Apply again once the cause is mended.");
    };
  }

  private static String besides(String nas) {
    return "But something else has changed on " + nas + " that was to stay as it was: see above.";
  }

  /** What a person does by hand may not be all that is left, where not all can be read. */
  private static String unread(ApplyResult result) {
    Plan remaining = result.remaining();
    return remaining != null && Summary.readInPart(remaining)
        ? " " + Summary.standing(remaining)
        : "";
  }

  /** Of an undo the run is the measure, not what is declared. */
  private static String undone(ApplyResult result) {
    long done = result.outcomes().stream().filter(OperationOutcome.Done.class::isInstance).count();
    String nas = Escaper.escape(result.nas());
    String writes = Quantity.count(done, "operation");
    if (result.onlyBesides()) {
      return "Undo complete: " + writes + ". " + besides(nas);
    }
    return switch (result.status()) {
      case NOTHING_TO_DO -> "Nothing to undo. " + Summary.undone(nas);
      case APPLIED -> "Undo complete: " + writes + ". " + Summary.undone(nas);
      case MANUAL_STEPS_REMAIN ->
          "Undo complete, as far as it can be undone: "
              + writes
              + ". What is left has to be done by hand in DSM.";
      case FAILED -> "Undo failed. Nothing was changed.";
      case PARTLY_APPLIED ->
          "Undo incomplete: "
              + writes
              + " done, and "
              + nas
              + " is not as it was before the run. Undo it again once the cause is mended.";
    };
  }

  private static String standing(ApplyResult result) {
    Plan remaining = result.remaining();
    return remaining == null
        ? Escaper.escape(result.nas()) + " could not be read again."
        : Summary.standing(remaining);
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
