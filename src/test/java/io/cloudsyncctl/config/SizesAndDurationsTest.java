package io.cloudsyncctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.config.notation.Durations;
import io.cloudsyncctl.config.notation.Sizes;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes and durations as people write them. */
class SizesAndDurationsTest {

  @ParameterizedTest
  @CsvSource({
    "1 MiB, 1048576", "1MiB, 1048576", "1 KB, 1000", "1 KiB, 1024", "2 MB, 2000000",
    "1 GB, 1000000000", "3 GiB, 3221225472", "5 B, 5", "0 B, 0", "007 B, 7",
    "8589934591 GiB, 9223372035781033984"
  })
  void sizesAreRead(String text, long bytes) {
    assertThat(Sizes.parse(text)).contains(bytes);
    assertThat(text).matches(Sizes.PATTERN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 mib",
        "1",
        "MiB",
        "1.5 GiB",
        "-1 B",
        "1  MiB",
        " 1 MiB",
        "1 TiB",
        "8589934592 GiB",
        "99999999999999999999999 B",
        "1 MiB\n",
        "１ B"
      })
  void otherTextsAreNoSizes(String text) {
    assertThat(Sizes.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"60s, 60", "5m, 300", "2 h, 7200", "0s, 0"})
  void durationsAreRead(String text, long seconds) {
    assertThat(Durations.parse(text)).contains(seconds);
    assertThat(text).matches(Durations.PATTERN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5 min", "m", "1d", "1h30m", "-1s", "99999999999999999999h"})
  void otherTextsAreNoDurations(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsFormattedIsParsedAsTheSameNumber(int seed) {
    Random random = new Random(seed);
    long number = (random.nextLong() >>> (1 + random.nextInt(60))) >> 10 << (random.nextInt(4) * 3);
    String size = Sizes.format(number);
    assertThat(size.matches("[0-9]+") ? Long.valueOf(size) : Sizes.parse(size).orElseThrow())
        .as("seed %d", seed)
        .isEqualTo(number);
    assertThat(Durations.parse(Durations.format(number))).as("seed %d", seed).contains(number);
  }
}
