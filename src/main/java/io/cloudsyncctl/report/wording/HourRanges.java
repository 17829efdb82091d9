package io.cloudsyncctl.report.wording;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.WeekHours;
import java.util.function.IntPredicate;

/** The hours of one day in words, half-open as the YAML takes them: {@code 6-18}. */
public final class HourRanges {
  private HourRanges() {}

  /** The unbroken ranges of the hours that are wanted, in order. */
  public static ImmutableList<String> of(IntPredicate wanted) {
    ImmutableList.Builder<String> ranges = ImmutableList.builder();
    int start = -1;
    for (int hour = 0; hour <= WeekHours.HOURS; hour++) {
      boolean in = hour < WeekHours.HOURS && wanted.test(hour);
      if (in && start < 0) {
        start = hour;
      } else if (!in && start >= 0) {
        ranges.add(start + "-" + hour);
        start = -1;
      }
    }
    return ranges.build();
  }
}
