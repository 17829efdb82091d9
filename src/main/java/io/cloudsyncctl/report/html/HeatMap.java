package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.WeekHours;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A week as a picture: a row for each day, a column for each hour.
 *
 * @param id unique in the report
 * @param title what it shows
 * @param words the same hours in words
 * @param layers the cells, by their kind
 */
public record HeatMap(String id, String title, String words, ImmutableList<Layer> layers) {
  private static final int STEP = 12;
  private static final int CELL = 10;
  private static final int LEFT = 30;
  private static final int TOP = 14;

  /**
   * All cells of one kind.
   *
   * @param css the class in the style sheet
   * @param path an SVG path
   */
  public record Layer(String css, String path) {}

  /** A word beside the grid. */
  public record Label(int x, int y, String text) {}

  /** The width of the picture. */
  public static int width() {
    return LEFT + WeekHours.HOURS * STEP;
  }

  /** The height of the picture. */
  public static int height() {
    return TOP + WeekHours.DAYS * STEP;
  }

  /** The days beside the grid and the hours above it. */
  public static ImmutableList<Label> labels() {
    ImmutableList.Builder<Label> labels = ImmutableList.builder();
    for (int hour = 0; hour < WeekHours.HOURS; hour += 6) {
      labels.add(new Label(LEFT + hour * STEP, TOP - 4, String.valueOf(hour)));
    }
    for (int day = 0; day < WeekHours.DAYS; day++) {
      labels.add(new Label(0, TOP + day * STEP + CELL - 1, WeekWords.DAYS.get(day)));
    }
    return labels.build();
  }

  /** Before, where it is known, after, and what becomes of each hour. */
  static ImmutableList<HeatMap> of(String id, Optional<WeekHours> before, WeekHours after) {
    if (before.isEmpty()) {
      return ImmutableList.of(week(id + "a", "After", after));
    }
    WeekHours was = before.get();
    return ImmutableList.of(
        week(id + "b", "Before", was),
        week(id + "a", "After", after),
        difference(id + "d", was, after));
  }

  private static HeatMap week(String id, String title, WeekHours hours) {
    List<Layer> layers = new ArrayList<>();
    add(layers, "cell-off", squares((day, hour) -> !hours.at(day, hour)));
    add(layers, "cell-on", squares(hours::at));
    return new HeatMap(
        id,
        title + ": " + hours.hoursOn() + " of 168 hours",
        WeekWords.of(hours::at),
        ImmutableList.copyOf(layers));
  }

  private static HeatMap difference(String id, WeekHours was, WeekHours is) {
    WeekWords.Hours on = (day, hour) -> !was.at(day, hour) && is.at(day, hour);
    WeekWords.Hours off = (day, hour) -> was.at(day, hour) && !is.at(day, hour);
    List<Layer> layers = new ArrayList<>();
    add(layers, "cell-off", squares((day, hour) -> !was.at(day, hour) && !is.at(day, hour)));
    add(layers, "cell-stays", squares((day, hour) -> was.at(day, hour) && is.at(day, hour)));
    add(layers, "cell-added", squares(on));
    add(layers, "cell-removed", squares(off));
    add(
        layers,
        "sign-added",
        draw(on, (x, y) -> "M" + (x + 2) + " " + (y + 5) + "h6M" + (x + 5) + " " + (y + 2) + "v6"));
    add(layers, "sign-removed", draw(off, (x, y) -> "M" + (x + 2) + " " + (y + 5) + "h6"));
    return new HeatMap(
        id,
        "Difference: +" + count(on) + " −" + count(off) + " hours",
        "Turns on (+): " + WeekWords.of(on) + ". Turns off (−): " + WeekWords.of(off) + ".",
        ImmutableList.copyOf(layers));
  }

  private static int count(WeekWords.Hours hours) {
    int count = 0;
    for (int day = 0; day < WeekHours.DAYS; day++) {
      for (int hour = 0; hour < WeekHours.HOURS; hour++) {
        count += hours.at(day, hour) ? 1 : 0;
      }
    }
    return count;
  }

  private static void add(List<Layer> layers, String css, String path) {
    if (!path.isEmpty()) {
      layers.add(new Layer(css, path));
    }
  }

  private static String squares(WeekWords.Hours hours) {
    return draw(hours, (x, y) -> "M" + x + " " + y + "h" + CELL + "v" + CELL + "h-" + CELL + "z");
  }

  private interface Form {
    String at(int x, int y);
  }

  private static String draw(WeekWords.Hours hours, Form form) {
    StringBuilder path = new StringBuilder();
    for (int day = 0; day < WeekHours.DAYS; day++) {
      for (int hour = 0; hour < WeekHours.HOURS; hour++) {
        if (hours.at(day, hour)) {
          path.append(form.at(LEFT + hour * STEP, TOP + day * STEP));
        }
      }
    }
    return path.toString();
  }
}
