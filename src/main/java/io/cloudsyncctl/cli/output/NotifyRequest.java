package io.cloudsyncctl.cli.output;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.notify.NotificationKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One {@code --notify}.
 *
 * @param where where the webhook's URL is to be had: {@code env:NAME} or {@code file:PATH}
 */
record NotifyRequest(NotificationKind kind, String where) {
  private static final String ENVIRONMENT = "env:";
  private static final String FILE = "file:";

  /** The URL; empty where it is not to be had. */
  Optional<Secret> address(Console console) {
    if (where.startsWith(ENVIRONMENT)) {
      return Optional.ofNullable(console.environment().apply(where.substring(ENVIRONMENT.length())))
          .map(String::strip)
          .filter(text -> !text.isEmpty())
          .map(Secret::new);
    }
    try {
      return Optional.of(
          new Secret(Files.readString(Path.of(where.substring(FILE.length()))).strip()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Reads {@code slack=env:SLACK_WEBHOOK}. */
  static final class Converter implements ITypeConverter<NotifyRequest> {
    @Override
    public NotifyRequest convert(String text) {
      int equals = text.indexOf('=');
      String word = equals < 0 ? text : text.substring(0, equals);
      NotificationKind kind =
          Arrays.stream(NotificationKind.values())
              .filter(one -> one.word().equals(word))
              .findFirst()
              .orElseThrow(() ->
                  new TypeConversionException(
                      "the form must be one of "
                          + Arrays.stream(NotificationKind.values())
                              .map(NotificationKind::word)
                              .collect(Collectors.joining(", "))));
      String where = equals < 0 ? "" : text.substring(equals + 1);
      boolean named =
          (where.startsWith(ENVIRONMENT) && where.length() > ENVIRONMENT.length())
              || (where.startsWith(FILE) && where.length() > FILE.length());
      if (!named) {
        // What was given may be the secret itself: it is not repeated.
        throw new TypeConversionException(
            "the webhook's URL is a secret and stands in no command line: name the variable or"
                + " file that holds it, such as "
                + word
                + "=env:WEBHOOK or "
                + word
                + "=file:PATH");
      }
      return new NotifyRequest(kind, where);
    }
  }
}
