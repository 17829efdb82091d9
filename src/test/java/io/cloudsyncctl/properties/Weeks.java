package io.cloudsyncctl.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weeks of 168 hours, as {@code schedule_info} and as people write them. */
final class Weeks {
  private static final int HOURS = 24;
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private Weeks() {}

  static String any(Dice dice) {
    return switch (dice.below(5)) {
      case 0 -> "1".repeat(DAYS.size() * HOURS);
      case 1 -> "0".repeat(DAYS.size() * HOURS);
      case 2 -> day(dice).repeat(DAYS.size());
      case 3 -> day(dice) + day(dice).repeat(5) + day(dice);
      default -> {
        StringBuilder week = new StringBuilder();
        DAYS.forEach(_ -> week.append(day(dice)));
        yield week.toString();
      }
    };
  }

  private static String day(Dice dice) {
    StringBuilder day = new StringBuilder();
    for (int i = 0; i < HOURS; i++) {
      boolean same = i > 0 && !dice.oneIn(4);
      day.append(same ? day.substring(i - 1, i) : dice.of("0", "1"));
    }
    return day.toString();
  }

  /** One of the language's spellings of a week. */
  static Object spelled(String week, Dice dice) {
    if (week.indexOf('0') < 0 && dice.coin()) {
      return "all";
    }
    if (week.indexOf('1') < 0 && dice.coin()) {
      return "none";
    }
    List<String> days = new ArrayList<>();
    for (int i = 0; i < DAYS.size(); i++) {
      days.add(week.substring(i * HOURS, (i + 1) * HOURS));
    }
    if (dice.oneIn(3)) {
      return List.copyOf(days);
    }
    Map<String, List<String>> byHours = new LinkedHashMap<>();
    for (int i = 0; i < DAYS.size(); i++) {
      byHours.computeIfAbsent(days.get(i), _ -> new ArrayList<>()).add(DAYS.get(i));
    }
    Map<String, Object> rows = new LinkedHashMap<>();
    byHours.forEach((hours, named) -> rows.put(String.join(", ", named), ranges(hours)));
    return rows;
  }

  private static String ranges(String day) {
    if (day.indexOf('0') < 0) {
      return "all";
    }
    if (day.indexOf('1') < 0) {
      return "none";
    }
    List<String> ranges = new ArrayList<>();
    for (int from = day.indexOf('1'); from >= 0; ) {
      int zero = day.indexOf('0', from);
      int to = zero < 0 ? HOURS : zero;
      ranges.add(from + "-" + to);
      from = day.indexOf('1', to);
    }
    return String.join(", ", ranges);
  }
}
