package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.model.Split;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Quantity;
import java.util.List;
import java.util.stream.Stream;

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

  static ObservationsView of(Plan plan, Split split, ChangeViews views) {
    return new ObservationsView(
        of(plan, Observation.Unreadable.class)
            .map(one ->
                Item.of(
                    one.address(),
                    Escaper.sentence(one.why()),
                    one.at(),
                    views.notes(new Difference.Unseen(one))))
            .collect(ImmutableList.toImmutableList()),
        of(plan, Observation.Unverifiable.class)
            .map(one ->
                new Unverifiable(
                    LabelText.address(one.address()),
                    one.setting().key(),
                    Boolean.toString(one.value()),
                    LabelText.time(one.writtenAt()),
                    Places.of(one.at())))
            .collect(ImmutableList.toImmutableList()),
        split.undeclared().stream()
            .map(address -> undeclared(address, views))
            .collect(ImmutableList.toImmutableList()),
        of(plan, Observation.Unmanaged.class)
            .map(Observation.Unmanaged::address)
            .filter(address -> !split.undeclared().contains(address))
            .map(address -> undeclared(address, views))
            .collect(ImmutableList.toImmutableList()),
        Stream.concat(
                Observation.remarks(plan.observations()).stream().map(ObservationsView::remark),
                resting(plan))
            .collect(ImmutableList.toImmutableList()));
  }

  private static <T extends Observation> Stream<T> of(Plan plan, Class<T> type) {
    return plan.observations().stream().filter(type::isInstance).map(type::cast);
  }

  private static Item undeclared(Address address, ChangeViews views) {
    return Item.of(
        address,
        address.task() == null ? "connection" : "task",
        null,
        views.notes(new Difference.Undeclared(address)));
  }

  private static Item remark(Observation.Remark one) {
    return Item.of(one.address(), Escaper.sentence(one.text()), null, ImmutableList.of());
  }

  private static Stream<Item> resting(Plan plan) {
    List<Plan.Resting> resting = plan.resting();
    return resting.stream()
        .map(one ->
            Item.of(
                one.address(),
                "it is paused while the risky changes are applied, and then resumed;"
                    + " all its tasks are paused during the change ("
                    + Quantity.count(one.tasks().size(), "task")
                    + ")",
                null,
                ImmutableList.of()));
  }
}
