package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import io.cloudsyncctl.finding.AssessedChange;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Wording;
import java.util.Optional;

/** Makes the changes of one NAS ready to be shown. */
final class ChangeViews {
  private final Verb verb;
  private final String nasId;
  private int pictures;

  ChangeViews(Verb verb, String nasId) {
    this.verb = verb;
    this.nasId = nasId;
  }

  Verb verb() {
    return verb;
  }

  ChangeView of(AssessedChange assessed) {
    Change change = assessed.change();
    return new ChangeView(
        kind(change),
        Wording.sign(change),
        Wording.phrase(change, verb),
        Optional.ofNullable(change.blockedBy()).map(Escaper::sentence).orElse(""),
        remarks(change),
        steps(change),
        tasks(change),
        fields(assessed),
        change instanceof Change.Update ? ImmutableList.of() : RiskView.of(change.risks()),
        change instanceof Change.Update
            ? ImmutableList.of()
            : NoteView.of(assessed.findings().getFirst()),
        // Each setting of an update says by itself where it is declared.
        change instanceof Change.Update ? "" : Places.of(change.at()));
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
          remarks.add(Wording.newTask(task));
          if (verb != Verb.DRIFT) {
            remarks.add(Wording.pausedMeanwhile(create));
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

  private ImmutableList<FieldView> fields(AssessedChange assessed) {
    return switch (assessed.change()) {
      case Change.Update update ->
          Streams.zip(
                  update.fields().stream(),
                  assessed.findings().stream(),
                  (field, finding) -> field(field, NoteView.of(finding)))
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
