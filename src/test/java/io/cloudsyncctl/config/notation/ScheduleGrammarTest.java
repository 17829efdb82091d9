package io.cloudsyncctl.config.notation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.config.RandomStates;
import io.cloudsyncctl.model.setting.WeekHours;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Days with their hours. */
class ScheduleGrammarTest {

  private static WeekHours week(ImmutableMap<String, String> rows) {
    ScheduleGrammar.Parsed parsed = ScheduleGrammar.parse(rows);
    assertThat(parsed.mistakes()).isEmpty();
    return Objects.requireNonNull(parsed.hours());
  }

  private static String day(String hours, int day) {
    return week(ImmutableMap.of("sun-sat", hours)).day(day);
  }

  @Test
  void hoursAreHalfOpen() {
    assertThat(day("0-8, 18-24", 3)).isEqualTo("111111110000000000111111");
    assertThat(day("23-24", 3)).isEqualTo("000000000000000000000001");
    assertThat(day("0-24", 3)).isEqualTo("1".repeat(24));
  }

  @Test
  void hoursMayCrossMidnightIntoTheNextDay() {
    WeekHours week = week(ImmutableMap.of("mon", "22-6", "others", "none"));
    assertThat(week.day(1)).isEqualTo("000000000000000000000011");
    assertThat(week.day(2)).isEqualTo("111111000000000000000000");
    assertThat(week.hoursOn()).isEqualTo(8);
  }

  @Test
  void saturdaysHoursSpillIntoSunday() {
    WeekHours week = week(ImmutableMap.of("sat", "22-6", "sun", "12-13", "others", "none"));
    assertThat(week.day(0)).isEqualTo("111111000000100000000000");
  }

  @Test
  void endingAtZeroIsEndingAtMidnight() {
    assertThat(week(ImmutableMap.of("mon", "22-0", "others", "none")))
        .isEqualTo(week(ImmutableMap.of("mon", "22-24", "others", "none")));
  }

  @Test
  void daysMayBeRangesAcrossTheWeekend() {
    WeekHours week = week(ImmutableMap.of("fri-mon", "all", "tue, wed,thu", "none"));
    assertThat(IntStream.range(0, 7).filter(day -> week.at(day, 0)).boxed())
        .containsExactly(0, 1, 5, 6);
  }

  @Test
  void mistakesSayWhereTheyAre() {
    ScheduleGrammar.Parsed parsed =
        ScheduleGrammar.parse(
            ImmutableMap.of("mon, frei", "8-12, 13-x", "mon", "all", "others", "none"));
    assertThat(parsed.hours()).isNull();
    assertThat(parsed.mistakes())
        .extracting(m -> m.days() + "|" + m.inDays() + "|" + m.index() + "|" + m.message())
        .containsExactly(
            "mon, frei|true|5|\"frei\" is not a day",
            "mon, frei|false|6|\"13-x\" is not a range of hours",
            "mon|true|0|mon is covered already, by \"mon, frei\"");
  }

  @Test
  void equalDaysAreWrittenTogether() {
    String workday = "0".repeat(8) + "1".repeat(10) + "0".repeat(6);
    assertThat(
            ScheduleGrammar.format(
                new WeekHours("0".repeat(24) + workday.repeat(5) + "1".repeat(24))))
        .containsExactly(
            Map.entry("mon-fri", "8-18"), Map.entry("sat", "all"), Map.entry("sun", "none"));
  }

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsFormattedIsParsedAsTheSameWeek(int seed) {
    WeekHours week = RandomStates.hours(new Random(seed));
    assertThat(week(ScheduleGrammar.format(week))).as("seed %d", seed).isEqualTo(week);
  }
}
