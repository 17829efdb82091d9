package io.cloudsyncctl.cli.option;

import io.cloudsyncctl.config.notation.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 10m} as the YAML does. */
public final class Times implements ITypeConverter<Duration> {
  /** A year and a little: small enough to be counted in nanoseconds, and some of it on top. */
  private static final Duration LONGEST = Duration.ofDays(375);

  @Override
  public Duration convert(String text) {
    return Durations.parse(text)
        .filter(seconds -> seconds <= LONGEST.toSeconds())
        .map(Duration::ofSeconds)
        .orElseThrow(() ->
            new TypeConversionException(
                "expected a time such as 30s, 10m or 1h, "
                    + Durations.format(LONGEST.toSeconds())
                    + " at most"));
  }
}
