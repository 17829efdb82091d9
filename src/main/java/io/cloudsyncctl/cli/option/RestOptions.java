package io.cloudsyncctl.cli.option;

import io.cloudsyncctl.apply.rest.RestTerms;
import java.time.Duration;
import picocli.CommandLine.Option;

/** {@code --rest-timeout}. */
public final class RestOptions {
  @Option(
      names = "--rest-timeout",
      paramLabel = "TIME",
      defaultValue = "2m",
      converter = Times.class,
      description =
          "How long a connection may take to come to rest before changes that may delete files, and"
              + " to go on afterwards, such as 30s or 5m (default: 2m).")
  public Duration limit = RestTerms.USUAL_LIMIT;
}
