package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Wording;
import java.util.Optional;

/**
 * What came of a plan.
 *
 * @param remaining what a new plan would still change
 * @param after how the NAS stands afterwards, or nothing
 */
public record AppliedView(
    Badge status,
    ImmutableList<Step> steps,
    ImmutableList<MessageView> notes,
    ImmutableList<Item> remaining,
    String after) {

  /**
   * One operation.
   *
   * @param uncertain whether the NAS may have done it although it failed
   */
  public record Step(
      Badge badge,
      String summary,
      String address,
      ImmutableList<MessageView> messages,
      boolean uncertain) {}

  static AppliedView of(Applied applied, Verb verb) {
    Optional<ApplyResult> result = applied.result();
    Optional<Plan> remaining = result.flatMap(one -> Optional.ofNullable(one.remaining()));
    return new AppliedView(
        Badge.of(tone(applied.status()), applied.status().word()),
        result.map(one -> steps(one.outcomes())).orElse(ImmutableList.of()),
        MessageView.of(result.map(ApplyResult::notes).orElse(ImmutableList.of())),
        remaining.map(plan -> items(plan, verb)).orElse(ImmutableList.of()),
        result.isPresent() && remaining.isEmpty() ? "The NAS could not be read again." : "");
  }

  static Tone tone(Applied.Status status) {
    return switch (status) {
      case NOTHING_TO_DO, APPLIED -> Tone.CALM;
      case REHEARSED, MANUAL_STEPS_REMAIN -> Tone.NOTICE;
      case NOT_APPROVED, NOT_BEGUN, NOT_READ_IN_FULL -> Tone.CAUTION;
      case REFUSED, FAILED, PARTLY_APPLIED -> Tone.ALARM;
    };
  }

  private static ImmutableList<Step> steps(ImmutableList<OperationOutcome> outcomes) {
    return outcomes.stream().map(AppliedView::step).collect(ImmutableList.toImmutableList());
  }

  private static Step step(OperationOutcome outcome) {
    return switch (outcome) {
      case OperationOutcome.Done(Operation operation) ->
          step(Badge.of(Tone.CALM, "done"), operation, ImmutableList.of(), false);
      case OperationOutcome.Skipped(Operation operation) ->
          step(Badge.of(Tone.QUIET, "skipped"), operation, ImmutableList.of(), false);
      case OperationOutcome.Failed failed ->
          step(
              Badge.of(Tone.ALARM, "failed"),
              failed.operation(),
              ImmutableList.of(MessageView.of(failed.diagnostic())),
              failed.mayBeDone());
    };
  }

  private static Step step(
      Badge badge, Operation operation, ImmutableList<MessageView> messages, boolean uncertain) {
    return new Step(
        badge, operation.summary(), LabelText.address(operation.address()), messages, uncertain);
  }

  private static ImmutableList<Item> items(Plan remaining, Verb verb) {
    return remaining.changes().stream()
        .map(change -> item(change, verb))
        .collect(ImmutableList.toImmutableList());
  }

  private static Item item(Change change, Verb verb) {
    return Item.of(change.address(), Wording.phrase(change, verb), change.at(), ImmutableList.of());
  }
}
