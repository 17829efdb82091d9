package io.cloudsyncctl.config.notation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.config.yaml.Shown;
import io.cloudsyncctl.model.setting.WeekHours;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a week as people write them: days with half-open hours of the NAS's local time, such
 * as {@code mon-fri: 0-8, 18-24}. What crosses midnight is added to the next day's own hours.
 */
public final class ScheduleGrammar {
  static final String OTHERS = "others";
  public static final ImmutableList<String> DAYS =
      ImmutableList.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

  private static final Pattern RANGE = Pattern.compile("(?<from>[0-9]{1,2}) *- *(?<to>[0-9]{1,2})");
  private static final Pattern CLOCK = Pattern.compile("[0-9]{1,2}:[0-9]{2}.*");

  /** From Monday, as people read a week. */
  private static final int[] READING_ORDER = {1, 2, 3, 4, 5, 6, 0};

  private final List<Mistake> mistakes = new ArrayList<>();
  private final boolean[] hours = new boolean[WeekHours.DAYS * WeekHours.HOURS];
  private final @Nullable String[] coveredBy = new String[WeekHours.DAYS];

  private ScheduleGrammar() {}

  /**
   * What is wrong with a schedule, and where.
   *
   * @param days the row; null where it is about the whole
   * @param inDays whether it is the days that are wrong, not the hours
   * @param index the position inside the days or hours
   */
  public record Mistake(
      @Nullable String days, boolean inDays, int index, String message, @Nullable String hint) {}

  /**
   * A schedule that was read.
   *
   * @param hours the hours; null where there are mistakes
   */
  public record Parsed(@Nullable WeekHours hours, ImmutableList<Mistake> mistakes) {}

  /** Reads days with their hours; every day must be covered exactly once. */
  public static Parsed parse(Map<String, String> rows) {
    ScheduleGrammar grammar = new ScheduleGrammar();
    rows.forEach((days, hours) -> {
      if (!days.equals(OTHERS)) {
        grammar.row(days, grammar.days(days), hours);
      }
    });
    String others = rows.get(OTHERS);
    if (others != null) {
      List<Integer> rest = new ArrayList<>();
      for (int day = 0; day < WeekHours.DAYS; day++) {
        if (grammar.coveredBy[day] == null) {
          rest.add(day);
          grammar.coveredBy[day] = OTHERS;
        }
      }
      grammar.row(OTHERS, rest, others);
    }
    return grammar.result();
  }

  private Parsed result() {
    List<String> uncovered = new ArrayList<>();
    for (int day : READING_ORDER) {
      if (coveredBy[day] == null) {
        uncovered.add(DAYS.get(day));
      }
    }
    if (!uncovered.isEmpty() && mistakes.isEmpty()) {
      String days = String.join(", ", uncovered);
      mistakes.add(
          new Mistake(
              null,
              false,
              0,
              "the hours say nothing of " + days,
              "add " + days + ": none, or others: none for all that is not named"));
    }
    if (!mistakes.isEmpty()) {
      return new Parsed(null, ImmutableList.copyOf(mistakes));
    }
    StringBuilder bits = new StringBuilder();
    for (boolean hour : hours) {
      bits.append(hour ? '1' : '0');
    }
    return new Parsed(new WeekHours(bits.toString()), ImmutableList.of());
  }

  /** The days that a text names; each is marked as covered by it. */
  private List<Integer> days(String text) {
    List<Integer> named = new ArrayList<>();
    int index = 0;
    for (String part : text.split(",", -1)) {
      int start = index + part.length() - part.stripLeading().length();
      String range = part.strip();
      int hyphen = range.indexOf('-');
      Integer from = day(text, hyphen < 0 ? range : range.substring(0, hyphen), start);
      Integer to = hyphen < 0 ? from : day(text, range.substring(hyphen + 1), start + hyphen + 1);
      if (from != null && to != null) {
        int length = (to - from + WeekHours.DAYS) % WeekHours.DAYS;
        for (int i = 0; i <= length; i++) {
          cover((from + i) % WeekHours.DAYS, text, start, named);
        }
      }
      index += part.length() + 1;
    }
    return named;
  }

  private void cover(int day, String text, int index, List<Integer> named) {
    String before = coveredBy[day];
    if (before != null) {
      mistakes.add(
          new Mistake(
              text,
              true,
              index,
              before.equals(text)
                  ? DAYS.get(day) + " is named twice"
                  : DAYS.get(day) + " is covered already, by " + Shown.quoted(before),
              "name each day once"));
      return;
    }
    coveredBy[day] = text;
    named.add(day);
  }

  private @Nullable Integer day(String text, String name, int index) {
    int day = DAYS.indexOf(name);
    if (day >= 0) {
      return day;
    }
    mistakes.add(
        new Mistake(
            text,
            true,
            index,
            Shown.quoted(name) + " is not a day",
            name.length() >= 3
                    && DAYS.contains(name.substring(0, 3).toLowerCase(java.util.Locale.ROOT))
                ? "write " + name.substring(0, 3).toLowerCase(java.util.Locale.ROOT)
                : "days are mon, tue, wed, thu, fri, sat, sun, with ranges such as mon-fri, and"
                    + " others"));
    return null;
  }

  private void row(String key, List<Integer> days, String text) {
    if (text.equals("none")) {
      return;
    }
    if (text.equals("all")) {
      days.forEach(day -> turnOn(day, 0, WeekHours.HOURS));
      return;
    }
    int index = 0;
    for (String part : text.split(",", -1)) {
      int start = index + part.length() - part.stripLeading().length();
      range(key, days, part.strip(), start);
      index += part.length() + 1;
    }
  }

  private void range(String key, List<Integer> days, String text, int index) {
    Matcher matcher = RANGE.matcher(text);
    if (!matcher.matches()) {
      mistakes.add(
          new Mistake(
              key, false, index, Shown.quoted(text) + " is not a range of hours", rangeHint(text)));
      return;
    }
    int from = Integer.parseInt(matcher.group("from"));
    int to = Integer.parseInt(matcher.group("to"));
    if (from >= WeekHours.HOURS || to > WeekHours.HOURS) {
      mistakes.add(
          new Mistake(
              key,
              false,
              index,
              Shown.quoted(text) + " is beyond the day",
              "hours start at 0 … 23 and end at 0 … 24"));
    } else if (from == to) {
      mistakes.add(
          new Mistake(
              key,
              false,
              index,
              Shown.quoted(text) + " has no hour in it",
              "write all for the whole day; the end is not included, so one hour is "
                  + from
                  + "-"
                  + (from + 1)));
    } else {
      int end = from < to ? to : to + WeekHours.HOURS;
      days.forEach(day -> turnOn(day, from, end));
    }
  }

  private static String rangeHint(String text) {
    if (text.matches("[0-9]{1,2}") && Integer.parseInt(text) < WeekHours.HOURS) {
      int hour = Integer.parseInt(text);
      return "one hour is " + hour + "-" + (hour + 1);
    }
    return CLOCK.matcher(text).matches()
        ? "whole hours only, such as 22-6"
        : "write all, none, or hours such as 0-8, 18-24";
  }

  /** An end beyond 24 is of the next day; that of Saturday is of Sunday. */
  private void turnOn(int day, int from, int to) {
    for (int hour = from; hour < to; hour++) {
      hours[(day * WeekHours.HOURS + hour) % hours.length] = true;
    }
  }

  /** Days with their hours, which {@link #parse} reads as the same week. */
  public static ImmutableMap<String, String> format(WeekHours week) {
    Map<String, List<Integer>> daysByHours = new LinkedHashMap<>();
    for (int day : READING_ORDER) {
      daysByHours.computeIfAbsent(week.day(day), _ -> new ArrayList<>()).add(day);
    }
    ImmutableMap.Builder<String, String> rows = ImmutableMap.builder();
    daysByHours.forEach((bits, days) -> rows.put(formatDays(days), formatHours(bits)));
    return rows.buildOrThrow();
  }

  private static String formatDays(List<Integer> days) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start < days.size()) {
      int end = start;
      while (end + 1 < days.size() && days.get(end + 1) == (days.get(end) + 1) % WeekHours.DAYS) {
        end++;
      }
      if (end - start >= 2) {
        parts.add(DAYS.get(days.get(start)) + "-" + DAYS.get(days.get(end)));
      } else {
        days.subList(start, end + 1).forEach(day -> parts.add(DAYS.get(day)));
      }
      start = end + 1;
    }
    return String.join(", ", parts);
  }

  private static String formatHours(String bits) {
    if (bits.indexOf('0') < 0) {
      return "all";
    }
    if (bits.indexOf('1') < 0) {
      return "none";
    }
    List<String> ranges = new ArrayList<>();
    int from = bits.indexOf('1');
    while (from >= 0) {
      int to = bits.indexOf('0', from);
      int end = to < 0 ? bits.length() : to;
      ranges.add(from + "-" + end);
      from = bits.indexOf('1', end);
    }
    return String.join(", ", ranges);
  }
}
