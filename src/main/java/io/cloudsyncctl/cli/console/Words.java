package io.cloudsyncctl.cli.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are spelt. */
public final class Words {
  private Words() {}

  /** The name of a constant as people write and read it. */
  public static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Reads one of an option's words, whatever its case. */
  public static <E extends Enum<E>> ITypeConverter<E> reading(Class<E> type) {
    E[] constants = type.getEnumConstants();
    return text ->
        Arrays.stream(constants)
            .filter(constant -> lowerCase(constant).equals(text.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() ->
                new TypeConversionException(
                    "expected "
                        + Arrays.stream(constants)
                            .map(Words::lowerCase)
                            .collect(Collectors.joining(" or "))
                        + ", not '"
                        + text
                        + "'"));
  }
}
