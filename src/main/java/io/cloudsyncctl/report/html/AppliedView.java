package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.ApplyWords;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Wording;
import java.util.Optional;

/**
 * What came of a plan.
 *
 * @param stillDifferent what stands above that which remains
 * @param remaining what a new plan would still change
 * @param after what it comes to
 */
public record AppliedView(
    Badge status,
    ImmutableList<Step> steps,
    ImmutableList<MessageView> notes,
    String stillDifferent,
    ImmutableList<Item> remaining,
    String after) {

  /**
   * One operation.
   *
   * @param hint what to think of it, or nothing
   */
  public record Step(
      Badge badge,
      String summary,
      String address,
      ImmutableList<MessageView> messages,
      String hint) {}

  static AppliedView of(Applied applied, Verb verb) {
    Optional<ApplyResult> result = applied.result();
    Optional<Plan> remaining = result.flatMap(one -> Optional.ofNullable(one.remaining()));
    return new AppliedView(
        Badge.of(tone(applied.status()), applied.status().word()),
        result.map(one -> steps(one.outcomes())).orElse(ImmutableList.of()),
        MessageView.of(result.map(ApplyResult::notes).orElse(ImmutableList.of())),
        ApplyWords.stillDifferent(verb),
        remaining.map(plan -> items(plan, verb)).orElse(ImmutableList.of()),
        result
            .map(one -> after(one, verb))
            .orElseGet(() -> ApplyWords.withoutResult(applied.status())));
  }

  private static String after(ApplyResult result, Verb verb) {
    String sentence = ApplyWords.sentence(result, verb);
    return result.remaining() == null ? sentence + " The NAS could not be read again." : sentence;
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
    Operation operation = outcome.operation();
    ImmutableList<MessageView> messages = ImmutableList.of();
    String hint = "";
    Tone tone = Tone.CALM;
    switch (outcome) {
      case OperationOutcome.Done _ -> {}
      case OperationOutcome.Skipped _ -> tone = Tone.QUIET;
      case OperationOutcome.Failed failed -> {
        tone = Tone.ALARM;
        messages = ImmutableList.of(MessageView.of(failed.diagnostic()));
        hint = failed.mayBeDone() ? ApplyWords.MAY_BE_DONE : "";
      }
    }
    return new Step(
        Badge.of(tone, ApplyWords.word(outcome)),
        operation.summary(),
        LabelText.address(operation.address()),
        messages,
        hint);
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
