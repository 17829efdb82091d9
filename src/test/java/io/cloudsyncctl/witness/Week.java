package io.cloudsyncctl.witness;

import java.util.List;
import java.util.Map;

/** The hours of a schedule as 168 digits, Sunday first, from the little that these tests use. */
final class Week {
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private Week() {}

  static String of(Object hours) {
    if (hours instanceof String text) {
      return (text.equals("all") ? "1" : "0").repeat(168);
    }
    String[] week = new String[7];
    String others = "";
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) hours).entrySet()) {
      String day = day(String.valueOf(entry.getValue()));
      String days = String.valueOf(entry.getKey());
      if (days.equals("others")) {
        others = day;
      } else {
        String[] ends = days.split("-", -1);
        int last = DAYS.indexOf(ends[ends.length - 1]);
        for (int i = DAYS.indexOf(ends[0]); i <= last; i++) {
          week[i] = day;
        }
      }
    }
    StringBuilder text = new StringBuilder();
    for (String day : week) {
      text.append(day == null ? others : day);
    }
    return text.toString();
  }

  private static String day(String hours) {
    if (hours.equals("all") || hours.equals("none")) {
      return (hours.equals("all") ? "1" : "0").repeat(24);
    }
    String[] ends = hours.split("-", -1);
    int from = Integer.parseInt(ends[0]);
    int to = Integer.parseInt(ends[1]);
    return "0".repeat(from) + "1".repeat(to - from) + "0".repeat(24 - to);
  }
}
