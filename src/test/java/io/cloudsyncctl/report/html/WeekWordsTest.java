package io.cloudsyncctl.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Hours of a week in words. */
class WeekWordsTest {
  @Test
  void daysWithTheSameHoursAreToldTogether() {
    assertThat(WeekWords.of((day, hour) -> day >= 1 && day <= 5 && hour >= 6 && hour < 18))
        .isEqualTo("Mon–Fri 6-18");
    assertThat(WeekWords.of((day, hour) -> (day == 0 || day == 6) && hour == 23))
        .isEqualTo("Sun, Sat 23-24");
    assertThat(WeekWords.of((day, hour) -> day == 2 || (day < 2 && (hour < 2 || hour > 20))))
        .isEqualTo("Sun, Mon 0-2, 21-24; Tue 0-24");
  }

  @Test
  void allAndNothingAreWords() {
    assertThat(WeekWords.of((day, hour) -> true)).isEqualTo("every hour of the week");
    assertThat(WeekWords.of((day, hour) -> false)).isEqualTo("no hour");
  }
}
