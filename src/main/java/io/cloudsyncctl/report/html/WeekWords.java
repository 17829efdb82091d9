package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.report.wording.HourRanges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hours of a week in words: {@code Mon–Fri 6-18; Sat 0-24}. */
final class WeekWords {
  /** As on the wire: the week begins on Sunday. */
  static final ImmutableList<String> DAYS =
      ImmutableList.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat");

  /** Which hours are meant. */
  @FunctionalInterface
  interface Hours {
    boolean at(int day, int hour);
  }

  private WeekWords() {}

  static String of(Hours hours) {
    Map<String, List<Integer>> days = new LinkedHashMap<>();
    for (int day = 0; day < WeekHours.DAYS; day++) {
      int theDay = day;
      String ranges = String.join(", ", HourRanges.of(hour -> hours.at(theDay, hour)));
      days.computeIfAbsent(ranges, key -> new ArrayList<>()).add(day);
    }
    if (days.size() == 1 && days.containsKey("")) {
      return "no hour";
    }
    if (days.size() == 1 && days.containsKey("0-24")) {
      return "every hour of the week";
    }
    List<String> words = new ArrayList<>();
    days.forEach((ranges, on) -> {
      if (!ranges.isEmpty()) {
        words.add(days(on) + " " + ranges);
      }
    });
    return String.join("; ", words);
  }

  /** Three or more days in a row as one range. */
  private static String days(List<Integer> days) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= days.size(); i++) {
      if (i == days.size() || days.get(i) != days.get(i - 1) + 1) {
        addRun(words, days.get(start), days.get(i - 1));
        start = i;
      }
    }
    return String.join(", ", words);
  }

  private static void addRun(List<String> words, int first, int last) {
    if (last - first >= 2) {
      words.add(DAYS.get(first) + "–" + DAYS.get(last));
      return;
    }
    for (int day = first; day <= last; day++) {
      words.add(DAYS.get(day));
    }
  }
}
