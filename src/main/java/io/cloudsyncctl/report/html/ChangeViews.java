package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.ValueText;
import io.cloudsyncctl.report.wording.Wording;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the changes of one NAS ready to be shown. */
final class ChangeViews {
  private final Verb verb;
  private final Instant now;
  private final String nasId;
  private final Map<String, Finding> findings = new HashMap<>();
  private int pictures;

  ChangeViews(Verb verb, Instant now, String nasId, Collection<Finding> findings) {
    this.verb = verb;
    this.now = now;
    this.nasId = nasId;
    findings.forEach(finding -> this.findings.put(finding.difference().key(), finding));
  }

  Verb verb() {
    return verb;
  }

  /** Whether any of it counts. */
  boolean counts(Change change) {
    if (change instanceof Change.Update update) {
      return update.fields().stream()
          .map(field -> finding(new Difference.OfSetting(update, field)))
          .anyMatch(finding -> finding.map(Finding::counts).orElse(true));
    }
    return finding(new Difference.OfWhole(change)).map(Finding::counts).orElse(true);
  }

  ChangeView of(Change change) {
    return new ChangeView(
        kind(change),
        Wording.sign(change),
        Wording.phrase(change, verb),
        Optional.ofNullable(change.blockedBy()).map(Escaper::sentence).orElse(""),
        remarks(change),
        steps(change),
        tasks(change),
        fields(change),
        change instanceof Change.Update ? ImmutableList.of() : RiskView.of(change.risks()),
        change instanceof Change.Update
            ? ImmutableList.of()
            : notes(new Difference.OfWhole(change)),
        // Each setting of an update says by itself where it is declared.
        change instanceof Change.Update ? "" : Places.of(change.at()));
  }

  /** What is known of a difference. */
  ImmutableList<NoteView> notes(Difference difference) {
    return finding(difference).map(finding -> NoteView.of(finding, now)).orElse(ImmutableList.of());
  }

  private Optional<Finding> finding(Difference difference) {
    return Optional.ofNullable(findings.get(difference.key()));
  }

  private static String kind(Change change) {
    return switch (change) {
      case Change.Create _ -> "create";
      case Change.Update _ -> "update";
      case Change.Delete _ -> "delete";
      case Change.Pause _, Change.Resume _ -> "pause";
      case Change.Manual _ -> "manual";
    };
  }

  private ImmutableList<String> remarks(Change change) {
    ImmutableList.Builder<String> remarks = ImmutableList.builder();
    switch (change) {
      case Change.Create create -> {
        NewTask task = create.task();
        if (task != null) {
          remarks.add(
              "storage class "
                  + ValueText.text(task.storageClass())
                  + ", server-side encryption "
                  + (task.serverSideEncryption() ? "on" : "off"));
          if (verb != Verb.DRIFT) {
            remarks.add(
                create.connectionPaused()
                    ? "its connection is paused already, and stays so meanwhile"
                    : "its connection is paused meanwhile");
          }
        }
      }
      case Change.Manual manual -> remarks.add(Escaper.sentence(manual.what()));
      case Change.Update _, Change.Delete _, Change.Pause _, Change.Resume _ -> {}
    }
    return remarks.build();
  }

  private static ImmutableList<String> steps(Change change) {
    return change instanceof Change.Manual manual
        ? manual.steps().stream().map(Escaper::sentence).collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
  }

  private static ImmutableList<String> tasks(Change change) {
    return change instanceof Change.Delete delete
        ? delete.tasks().stream().map(LabelText::address).collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
  }

  private ImmutableList<FieldView> fields(Change change) {
    return switch (change) {
      case Change.Update update ->
          update.fields().stream()
              .map(field -> field(field, notes(new Difference.OfSetting(update, field))))
              .collect(ImmutableList.toImmutableList());
      case Change.Create create ->
          create.fields().stream()
              .map(field -> field(field, ImmutableList.of()))
              .collect(ImmutableList.toImmutableList());
      case Change.Delete _, Change.Pause _, Change.Resume _, Change.Manual _ -> ImmutableList.of();
    };
  }

  private FieldView field(FieldChange<?> field, ImmutableList<NoteView> notes) {
    return FieldView.of(nasId + "-week-" + ++pictures, field, notes);
  }
}
