package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Wording;

/**
 * What of a NAS is no change, sorted by what it means to a reader.
 *
 * @param unreadable what cannot be seen
 * @param unverifiable what no getter answers, with the time when it was last written
 * @param undeclared what nobody declared, where that counts as a difference
 * @param unmanaged what nobody declared, and does not count
 * @param remarks anything else
 */
public record ObservationsView(
    ImmutableList<Item> unreadable,
    ImmutableList<Unverifiable> unverifiable,
    ImmutableList<Item> undeclared,
    ImmutableList<Item> unmanaged,
    ImmutableList<Item> remarks) {

  static final ObservationsView NOTHING =
      new ObservationsView(
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of(),
          ImmutableList.of());

  /** A setting that is believed to be as it was last written. */
  public record Unverifiable(
      String address, String setting, String value, String written, String place) {}

  static ObservationsView of(AssessedPlan assessed) {
    ImmutableList.Builder<Item> unreadable = ImmutableList.builder();
    ImmutableList.Builder<Unverifiable> unverifiable = ImmutableList.builder();
    ImmutableList.Builder<Item> undeclared = ImmutableList.builder();
    ImmutableList.Builder<Item> unmanaged = ImmutableList.builder();
    ImmutableList.Builder<Item> remarks = ImmutableList.builder();
    for (AssessedPlan.Observed observed : assessed.observations()) {
      ImmutableList<NoteView> notes =
          observed.finding().map(NoteView::of).orElse(ImmutableList.of());
      switch (observed.observation()) {
        case Observation.Unreadable one ->
            unreadable.add(Item.of(one.address(), Escaper.sentence(one.why()), one.at(), notes));
        case Observation.Unverifiable one ->
            unverifiable.add(
                new Unverifiable(
                    LabelText.address(one.address()),
                    one.setting().key(),
                    Boolean.toString(one.value()),
                    LabelText.time(one.writtenAt()),
                    Places.of(one.at())));
        case Observation.Unmanaged one ->
            (observed.finding().filter(Finding::counts).isPresent() ? undeclared : unmanaged)
                .add(
                    Item.of(
                        one.address(),
                        one.address().task() == null ? "connection" : "task",
                        null,
                        notes));
        case Observation.PathNotKept one -> remarks.add(remark(one.remark()));
        case Observation.Remark one -> remarks.add(remark(one));
      }
    }
    assessed
        .plan()
        .resting()
        .forEach(one ->
            remarks.add(Item.of(one.address(), Wording.resting(one), null, ImmutableList.of())));
    return new ObservationsView(
        unreadable.build(),
        unverifiable.build(),
        undeclared.build(),
        unmanaged.build(),
        remarks.build());
  }

  private static Item remark(Observation.Remark one) {
    return Item.of(one.address(), Escaper.sentence(one.text()), null, ImmutableList.of());
  }
}
