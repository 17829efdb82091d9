package io.cloudsyncctl.report.format;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.WeekHoursType;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.report.wording.DisplayWidth;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.ListDifference;
import io.cloudsyncctl.report.wording.Style;
import io.cloudsyncctl.report.wording.ValueText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of one change, before and after one below the other. */
public final class FieldText {
  /** A longer value before does not push all others to the right. */
  private static final int WIDEST_BEFORE = 24;

  private final Page page;
  private final int indent;
  private final int valueColumn;
  private final int beforeWidth;

  private FieldText(Page page, int indent, ImmutableList<FieldChange<?>> fields) {
    this.page = page;
    this.indent = indent;
    this.valueColumn =
        indent + 2 + fields.stream().mapToInt(f -> f.setting().key().length()).max().orElse(0);
    this.beforeWidth =
        fields.stream()
            .filter(field -> ListDifference.of(field).isEmpty() && !isAbsent(field))
            .mapToInt(field -> DisplayWidth.of(before(field)))
            .filter(width -> width <= WIDEST_BEFORE)
            .max()
            .orElse(0);
  }

  /**
   * Adds the settings.
   *
   * @param notes what was found of each setting and is to stand below it; empty for nothing
   */
  public static void add(
      Page page, int indent, ImmutableList<FieldChange<?>> fields, List<Finding> notes) {
    FieldText text = new FieldText(page, indent, fields);
    for (int i = 0; i < fields.size(); i++) {
      text.addField(fields.get(i));
      if (!notes.isEmpty()) {
        FindingText.add(page, indent + 2, notes.get(i));
      }
    }
    fields.stream()
        .map(FieldText::whyUnknown)
        .flatMap(Optional::stream)
        .distinct()
        .forEach(why ->
            page.paragraph(
                Line.indented(indent).add("(unknown): ", Style.MUTED),
                Escaper.sentence(why),
                Style.MUTED));
  }

  private <T> void addField(FieldChange<T> field) {
    Optional<ListDifference> difference = ListDifference.of(field);
    if (difference.isPresent()) {
      addEntries(field, difference.get());
    } else {
      addValue(field);
    }
    if (field.setting().type() instanceof WeekHoursType) {
      Optional<WeekHours> before = field.before().known().map(WeekHours.class::cast);
      ScheduleGrid.add(page, indent + 2, before, (WeekHours) field.after());
    }
    // That it is unverifiable is what "(unknown)" says already, once for all of them.
    addRisks(
        page,
        indent + 2,
        field.risks().stream()
            .filter(finding -> finding.risk() != Risk.UNVERIFIABLE)
            .collect(ImmutableList.toImmutableList()));
  }

  private <T> void addValue(FieldChange<T> field) {
    String after = ValueText.of(field.setting(), field.after());
    Line line = key(field);
    if (isAbsent(field)) {
      line.add(after, Style.ADDED);
    } else {
      String before = before(field);
      line.add(before, Style.REMOVED).padTo(valueColumn + beforeWidth);
      line.add(" → ").add(after, Style.ADDED);
    }
    if (line.width() <= page.width()) {
      page.add(line, field.at());
      return;
    }
    page.add(Line.indented(indent).add(field.setting().key()), field.at());
    if (isAbsent(field)) {
      page.paragraph(Line.indented(indent + 4), after, Style.ADDED);
    } else {
      page.paragraph(Line.indented(indent + 4), before(field), Style.REMOVED);
      page.paragraph(Line.indented(indent + 2).add("→ "), after, Style.ADDED);
    }
  }

  /** The entries that come and go, as many on a line as there is room for beside the place. */
  private void addEntries(FieldChange<?> field, ListDifference difference) {
    int right = page.width() - DisplayWidth.of(LabelText.place(field.at())) - 2;
    Line line = key(field);
    Location.@Nullable InFile at = field.at();
    for (String entry : difference.entries()) {
      if (line.width() > valueColumn && line.width() + DisplayWidth.of(entry) > right) {
        addRow(line, at);
        at = null;
        line = Line.indented(valueColumn);
      }
      line.add(entry, styleOf(entry)).add("  ");
    }
    addRow(line, at);
  }

  private void addRow(Line line, Location.@Nullable InFile at) {
    if (at == null) {
      page.add(line);
    } else {
      page.add(line, at);
    }
  }

  private static Style styleOf(String entry) {
    return switch (entry.charAt(0)) {
      case '+' -> Style.ADDED;
      case '-' -> Style.REMOVED;
      default -> Style.MUTED;
    };
  }

  private Line key(FieldChange<?> field) {
    return Line.indented(indent).add(field.setting().key()).padTo(valueColumn);
  }

  /** What a change may do, in words. */
  static void addRisks(Page page, int indent, ImmutableList<RiskFinding> risks) {
    for (RiskFinding finding : risks) {
      if (finding.risk() == Risk.NONE) {
        continue;
      }
      Style style = finding.risk().dangerous() ? Style.ATTENTION : Style.CHANGED;
      page.paragraph(
          Line.indented(indent).add("! " + finding.risk().word() + ": ", style),
          Escaper.sentence(finding.reason()),
          Style.PLAIN);
    }
  }

  private static <T> String before(FieldChange<T> field) {
    return ValueText.of(field.setting(), field.before());
  }

  private static boolean isAbsent(FieldChange<?> field) {
    return field.before() instanceof Value.Absent<?>;
  }

  private static <T> Optional<String> whyUnknown(FieldChange<T> field) {
    return switch (field.before()) {
      case Value.Unreadable<T>(String why) -> Optional.of(why);
      case Value.Known<T> _, Value.Absent<T> _ -> Optional.empty();
    };
  }
}
