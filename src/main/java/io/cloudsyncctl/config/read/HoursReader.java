package io.cloudsyncctl.config.read;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.config.notation.ScheduleGrammar;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.config.yaml.Shown;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.setting.WeekHours;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code schedule.hours} in each of its forms. */
final class HoursReader {
  private static final String FORMS =
      "all, none, days with their hours, or a list of 7 texts of 24 times 0 or 1";

  private HoursReader() {}

  /** The week; null where it cannot be read, which is reported. */
  static @Nullable WeekHours read(Node node, Problems problems) {
    return switch (node) {
      case Node.Scalar scalar -> word(scalar, problems);
      case Node.Sequence sequence -> bits(sequence, problems);
      case Node.Mapping mapping -> grammar(mapping, problems);
    };
  }

  private static @Nullable WeekHours word(Node.Scalar scalar, Problems problems) {
    if (scalar.isUndefined()) {
      return null;
    }
    if (scalar.isText() && scalar.text().equals("all")) {
      return WeekHours.ALL;
    }
    if (scalar.isText() && scalar.text().equals("none")) {
      return WeekHours.NONE;
    }
    problems.add(
        scalar.isText() ? ConfigCode.BAD_HOURS : ConfigCode.WRONG_TYPE,
        "hours must be " + FORMS + ", but it is " + Shown.value(scalar),
        scalar.at(),
        "write such as mon-fri: 8-18 on a line of its own below hours:");
    return null;
  }

  private static @Nullable WeekHours bits(Node.Sequence sequence, Problems problems) {
    if (sequence.items().size() != WeekHours.DAYS) {
      problems.add(
          ConfigCode.BAD_HOURS,
          "the list of hours must have 7 entries, one for each day, but it has "
              + sequence.items().size(),
          sequence.at(),
          "start with Sunday");
      return null;
    }
    StringBuilder bits = new StringBuilder();
    for (Node item : sequence.items()) {
      if (item instanceof Node.Scalar scalar
          && scalar.isText()
          && scalar.text().matches("[01]{24}")) {
        bits.append(scalar.text());
      } else if (!item.isUndefined()) {
        String text = item instanceof Node.Scalar scalar ? scalar.text() : "";
        problems.add(
            ConfigCode.BAD_HOURS,
            "a day in the list of hours must be a text of 24 times 0 or 1",
            item.at(),
            text.matches("[01]{24}") ? "put it in quotes: \"" + text + '"' : null);
      }
    }
    return WeekHours.isValid(bits.toString()) ? new WeekHours(bits.toString()) : null;
  }

  private static @Nullable WeekHours grammar(Node.Mapping mapping, Problems problems) {
    Map<String, String> rows = new LinkedHashMap<>();
    boolean readable = true;
    for (Map.Entry<String, Node.Entry> row : mapping.entries().entrySet()) {
      Node value = row.getValue().value();
      if (value instanceof Node.Scalar scalar && scalar.isText()) {
        rows.put(row.getKey(), scalar.text());
      } else {
        readable = false;
        if (!value.isUndefined()) {
          problems.add(
              ConfigCode.WRONG_TYPE,
              "the hours of a day must be all, none, or hours such as 0-8, 18-24, but this is "
                  + Shown.value(value),
              value.at(),
              hint(value));
        }
        // The days are checked all the same.
        rows.put(row.getKey(), "none");
      }
    }
    ScheduleGrammar.Parsed parsed = ScheduleGrammar.parse(rows);
    report(parsed.mistakes(), mapping, problems);
    return readable ? parsed.hours() : null;
  }

  private static @Nullable String hint(Node value) {
    if (value.isNull()) {
      return "write none";
    }
    boolean hour =
        value instanceof Node.Scalar scalar && scalar.text().matches("[0-9]|1[0-9]|2[0-3]");
    if (!hour) {
      return null;
    }
    int from = Integer.parseInt(((Node.Scalar) value).text());
    return "one hour is " + from + "-" + (from + 1);
  }

  private static void report(
      ImmutableList<ScheduleGrammar.Mistake> mistakes, Node.Mapping mapping, Problems problems) {
    ImmutableMap<String, Node.Entry> entries = mapping.entries();
    for (ScheduleGrammar.Mistake mistake : mistakes) {
      Node.Entry entry = mistake.days() == null ? null : entries.get(mistake.days());
      Location.InFile at = mapping.at();
      String message = mistake.message();
      if (entry != null && mistake.inDays()) {
        at = entry.key().at(mistake.index());
      } else if (entry != null && entry.value() instanceof Node.Scalar value) {
        at = value.at(mistake.index());
        message = value.trait().secret() ? "the hours cannot be read" : message;
      }
      problems.add(ConfigCode.BAD_HOURS, message, at, mistake.hint());
    }
  }
}
