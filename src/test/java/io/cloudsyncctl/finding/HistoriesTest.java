package io.cloudsyncctl.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.model.identity.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rows of reports: x has the difference, - has it not, ! is of an apply that mended it, ? does not
 * count what nobody declared.
 */
class HistoriesTest {
  private static final Instant FIRST = Instant.parse("2026-01-01T03:00:00Z");
  private static final Difference DIFFERENCE =
      new Difference.Undeclared(Address.ofConnection("office", "Dropbox", null));

  @ParameterizedTest
  @CsvSource({
    "'',     -1, 1, 1",
    "-,      -1, 1, 1",
    "x,       0, 2, 1",
    "xx,      0, 3, 1",
    "-x,      1, 2, 1",
    "x-,      0, 2, 2",
    "x-x,     0, 3, 2",
    "x--xx-,  0, 4, 3",
    "!,       0, 2, 2",
    "!x,      0, 3, 2",
    "!-,      0, 2, 2",
    "?,      -1, 1, 1",
    "x?,      0, 2, 1",
    "x?x,     0, 3, 1",
    "x-?x,    0, 3, 2",
    "!?x,     0, 3, 2",
  })
  void aRowOfReportsTellsSinceWhenAndHowOften(String row, int first, int reports, int spells) {
    Instant now = FIRST.plus(Duration.ofDays(row.length()));
    Instant since = first < 0 ? now : FIRST.plus(Duration.ofDays(first));
    List<EarlierReport> sightings = new ArrayList<>(sightings(row));
    for (long seed = 0; seed < 5; seed++) {
      Collections.shuffle(sightings, new Random(seed));
      assertThat(new Histories(sightings, now).of(DIFFERENCE))
          .isEqualTo(new History(since, reports, spells));
    }
  }

  @Test
  void aReportThatIsThereTwiceCountsOnce() {
    List<EarlierReport> twice = new ArrayList<>(sightings("x"));
    twice.addAll(sightings("x"));
    assertThat(new Histories(twice, FIRST.plusSeconds(1)).of(DIFFERENCE).reports()).isEqualTo(2);
  }

  @Test
  void reportsOfAnotherNasSayNothing() {
    List<EarlierReport> others =
        List.of(
            new EarlierReport(
                "attic",
                FIRST,
                ImmutableSet.of(DIFFERENCE.key().text()),
                ImmutableSet.of(),
                true,
                false),
            new EarlierReport(
                "attic", FIRST.plusSeconds(1), ImmutableSet.of(), ImmutableSet.of(), true, false));
    Instant now = FIRST.plusSeconds(2);
    assertThat(new Histories(others, now).of(DIFFERENCE)).isEqualTo(new History(now, 1, 1));
  }

  private static List<EarlierReport> sightings(String row) {
    List<EarlierReport> sightings = new ArrayList<>();
    for (int i = 0; i < row.length(); i++) {
      sightings.add(
          new EarlierReport(
              "office",
              FIRST.plus(Duration.ofDays(i)),
              row.charAt(i) == '-' || row.charAt(i) == '?'
                  ? ImmutableSet.of()
                  : ImmutableSet.of(DIFFERENCE.key().text()),
              ImmutableSet.of(),
              row.charAt(i) != '?',
              row.charAt(i) == '!'));
    }
    return sightings;
  }
}
