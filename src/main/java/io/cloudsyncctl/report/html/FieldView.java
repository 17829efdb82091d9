package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.WeekHoursType;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.ListDifference;
import io.cloudsyncctl.report.wording.ValueText;
import java.util.Optional;

/**
 * One setting, before and after.
 *
 * @param before nothing where it is new, or where the entries of a list are told one by one
 * @param after likewise
 * @param why why the value before is unknown, or nothing
 * @param added the entries that come to a list
 * @param removed the entries that go
 * @param staying how many others stay, or nothing where it is no list
 * @param week a schedule as pictures
 * @param place where it is declared
 */
public record FieldView(
    String key,
    String before,
    String after,
    String why,
    ImmutableList<String> added,
    ImmutableList<String> removed,
    String staying,
    ImmutableList<HeatMap> week,
    ImmutableList<RiskView> risks,
    ImmutableList<NoteView> notes,
    String place) {

  /**
   * A field.
   *
   * @param id unique in the report
   */
  static <T> FieldView of(String id, FieldChange<T> field, ImmutableList<NoteView> notes) {
    Optional<ListDifference> list = ListDifference.of(field);
    return new FieldView(
        field.setting().key(),
        list.isPresent() || field.before() instanceof Value.Absent<T>
            ? ""
            : ValueText.of(field.setting(), field.before()),
        list.isPresent() ? "" : ValueText.of(field.setting(), field.after()),
        why(field),
        texts(list.map(ListDifference::added)),
        texts(list.map(ListDifference::removed)),
        list.map(ListDifference::others).orElse(""),
        week(id, field),
        RiskView.of(field.risks()),
        notes,
        Places.of(field.at()));
  }

  private static ImmutableList<String> texts(Optional<ImmutableList<String>> entries) {
    return entries.orElse(ImmutableList.of()).stream()
        .map(ValueText::text)
        .collect(ImmutableList.toImmutableList());
  }

  private static <T> String why(FieldChange<T> field) {
    return switch (field.before()) {
      case Value.Unreadable<T>(String why) -> Escaper.sentence(why);
      case Value.Known<T> _, Value.Absent<T> _ -> "";
    };
  }

  private static ImmutableList<HeatMap> week(String id, FieldChange<?> field) {
    if (field.setting().type() instanceof WeekHoursType) {
      return HeatMap.of(
          id, field.before().known().map(WeekHours.class::cast), (WeekHours) field.after());
    }
    return ImmutableList.of();
  }
}
