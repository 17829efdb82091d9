package io.cloudsyncctl.report.wording;

import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.Verb;

/** What was done about a plan, in the words of every kind of report, escaped by {@link Escaper}. */
public final class ApplyWords {
  /** Of an operation that failed, and was done perhaps. */
  public static final String MAY_BE_DONE =
      "The NAS may have done it all the same: plan again to see.";

  private ApplyWords() {}

  /** How one operation ended. */
  public static String word(OperationOutcome outcome) {
    return switch (outcome) {
      case OperationOutcome.Done _ -> "done";
      case OperationOutcome.Skipped _ -> "skipped";
      case OperationOutcome.Failed _ -> "failed";
    };
  }

  /** What stands above that which a new plan would still change. */
  public static String stillDifferent(Verb verb) {
    return "Still different from what "
        + (verb == Verb.UNDO ? "was before the run:" : "is declared:");
  }

  /** What came of a plan of which no result is known. */
  public static String withoutResult(Applied.Status status) {
    return switch (status) {
      case NOTHING_TO_DO,
          MANUAL_STEPS_REMAIN,
          NOT_READ_IN_FULL,
          NOT_APPROVED,
          REFUSED,
          FAILED,
          NOT_BEGUN ->
          "Nothing was changed.";
      case APPLIED, REHEARSED, PARTLY_APPLIED -> "What was done is in the journal of the run.";
    };
  }

  /** What it comes to. */
  public static String sentence(ApplyResult result, Verb verb) {
    return switch (verb) {
      case UNDO -> undone(result);
      case DRY_RUN -> applied(result, "Rehearsal");
      case PLAN, DRIFT, APPLY -> applied(result, "Apply");
    };
  }

  private static String applied(ApplyResult result, String title) {
    String nas = Escaper.escape(result.nas());
    String writes = writes(result);
    if (result.onlyBesides()) {
      Plan after = result.remaining();
      boolean more = after != null && (!after.isEmpty() || after.readInPart());
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
              // What a person does may not be all that is left, where not all can be read.
              + (result.readInPart() ? " " + standing(result) : "");
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

  /** Of an undo the run is the measure, not what is declared. */
  private static String undone(ApplyResult result) {
    String nas = Escaper.escape(result.nas());
    String writes = writes(result);
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

  private static String writes(ApplyResult result) {
    return Quantity.count(
        result.outcomes().stream().filter(OperationOutcome.Done.class::isInstance).count(),
        "operation");
  }

  private static String besides(String nas) {
    return "But something else has changed on " + nas + " that was to stay as it was: see above.";
  }

  private static String standing(ApplyResult result) {
    Plan remaining = result.remaining();
    return remaining == null
        ? Escaper.escape(result.nas()) + " could not be read again."
        : Summary.standing(remaining);
  }
}
