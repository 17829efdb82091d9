package io.cloudsyncctl.report.format;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.report.wording.HourRanges;
import io.cloudsyncctl.report.wording.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a schedule turns on and off: a row for each day, a column for each hour. */
public final class ScheduleGrid {
  private static final ImmutableList<String> DAYS =
      ImmutableList.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat");
  private static final String RULER = "0  3  6  9  12 15 18 21";

  private ScheduleGrid() {}

  /** The grid with its ruler and its legend; where nothing is known of before, only the hours. */
  public static void add(Page page, int indent, Optional<WeekHours> before, WeekHours after) {
    page.add(Line.indented(indent + 4).add(RULER, Style.MUTED));
    for (int day = 0; day < WeekHours.DAYS; day++) {
      Line line = Line.indented(indent).add(DAYS.get(day)).padTo(indent + 4);
      for (int hour = 0; hour < WeekHours.HOURS; hour++) {
        addCell(line, was(before, after, day, hour), after.at(day, hour));
      }
      addWords(line, page.width(), before, after, day);
      page.add(line);
    }
    Line legend = Line.indented(indent + 4);
    if (before.isPresent()) {
      legend.add("+", Style.ADDED).add(" turns on  ").add("-", Style.REMOVED).add(" turns off  ");
      legend.add("# stays on  . stays off");
    } else {
      legend.add("# on  . off");
    }
    page.add(legend);
  }

  private static boolean was(Optional<WeekHours> before, WeekHours after, int day, int hour) {
    return before.orElse(after).at(day, hour);
  }

  private static void addCell(Line line, boolean was, boolean is) {
    if (was == is) {
      line.add(is ? "#" : ".", is ? Style.PLAIN : Style.MUTED);
    } else {
      line.add(is ? "+" : "-", is ? Style.ADDED : Style.REMOVED);
    }
  }

  /** The same in words beside the row, in the half-open hours that the YAML takes. */
  private static void addWords(
      Line line, int width, Optional<WeekHours> before, WeekHours after, int day) {
    List<String> on = HourRanges.of(h -> after.at(day, h) && !was(before, after, day, h));
    List<String> off = HourRanges.of(h -> !after.at(day, h) && was(before, after, day, h));
    if (before.isEmpty()) {
      on = HourRanges.of(h -> after.at(day, h));
    }
    List<String> words = new ArrayList<>();
    if (!on.isEmpty()) {
      words.add("on " + String.join(", ", on));
    }
    if (!off.isEmpty()) {
      words.add("off " + String.join(", ", off));
    }
    String text = "  " + String.join("; ", words);
    if (line.width() + text.length() <= width) {
      line.add(text, Style.MUTED);
    }
  }
}
