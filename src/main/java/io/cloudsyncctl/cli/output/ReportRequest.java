package io.cloudsyncctl.cli.output;

import io.cloudsyncctl.report.model.ReportKind;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One {@code --report}.
 *
 * @param file where it goes; {@code -} is standard output
 */
record ReportRequest(ReportKind kind, String file) {
  private static final String STANDARD_OUTPUT = "-";

  boolean toStandardOutput() {
    return file.equals(STANDARD_OUTPUT);
  }

  /** Reads {@code markdown=plan.md}. */
  static final class Converter implements ITypeConverter<ReportRequest> {
    @Override
    public ReportRequest convert(String text) {
      int equals = text.indexOf('=');
      String word = equals < 0 ? text : text.substring(0, equals);
      ReportKind kind =
          Arrays.stream(ReportKind.values())
              .filter(one -> one.word().equals(word))
              .findFirst()
              .orElseThrow(() ->
                  new TypeConversionException(
                      "the kind must be one of "
                          + Arrays.stream(ReportKind.values())
                              .map(ReportKind::word)
                              .collect(Collectors.joining(", "))
                          + ", not '"
                          + word
                          + "'"));
      if (equals < 0 || equals == text.length() - 1) {
        throw new TypeConversionException(
            "a file must follow the kind, such as " + word + "=report." + word);
      }
      return new ReportRequest(kind, text.substring(equals + 1));
    }
  }
}
