package io.cloudsyncctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.config.yaml.ConfigCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The part of {@code docs/errors.md} between its two marks is made from the codes and the first
 * example of each among the invalid files.
 */
class ErrorReferenceTest {
  private static final Path FILE = Path.of("docs/errors.md");
  private static final Path EXAMPLES = Path.of("src/test/resources/invalid");
  private static final String BEGIN = "<!-- codes of the YAML files: begin -->\n";
  private static final String END = "<!-- codes of the YAML files: end -->\n";

  @Test
  void everyCodeIsExplainedWithAnExample() throws IOException {
    String reference = reference();
    if (Boolean.getBoolean("cloudsyncctl.update")) {
      Files.createDirectories(Path.of("docs"));
      String old = Files.exists(FILE) ? Files.readString(FILE) : introduction() + BEGIN + END;
      int begin = old.indexOf(BEGIN) + BEGIN.length();
      Files.writeString(
          FILE, old.substring(0, begin) + reference + old.substring(old.indexOf(END)));
    }
    assertThat(Files.readString(FILE)).contains(BEGIN + reference + END);
  }

  private static String introduction() {
    return """
    # Errors and warnings

    Each message bears a stable code in brackets: `FILE:LINE:COLUMN: error[code]: what is wrong`,
    and often a hint on the next line. Lines and columns count from 1, columns in characters.
    Errors stop the work on that NAS; warnings do not.

    ## In YAML files

    """;
  }

  private static String reference() throws IOException {
    StringBuilder reference = new StringBuilder();
    for (ConfigCode code : ConfigCode.values()) {
      reference
          .append("### `")
          .append(code.code().id())
          .append("`\n\n")
          .append(code.severity().word().substring(0, 1).toUpperCase(java.util.Locale.ROOT))
          .append(code.severity().word().substring(1))
          .append(". ")
          .append(code.meaning())
          .append(" To do: ")
          .append(code.remedy())
          .append(".\n\n```\n")
          .append(example(code))
          .append("```\n\n");
    }
    return reference.toString();
  }

  /** The first message of that code, with its hint. */
  private static String example(ConfigCode code) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".expected")).sorted().toList()) {
        String[] lines = Files.readString(file).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
          if (lines[i].contains("[" + code.code().id() + "]: ")) {
            boolean hint = i + 1 < lines.length && lines[i + 1].startsWith("  hint: ");
            return lines[i] + "\n" + (hint ? lines[i + 1] + "\n" : "");
          }
        }
      }
    }
    return switch (code) {
      case NO_FILES -> "error[no-files]: the folder nas holds no file that ends in .yaml or .yml\n";
      case FILE_TOO_LARGE ->
          "office.yaml:1:1: error[file-too-large]: the file is larger than 4 MiB\n";
      case UNREADABLE_FILE -> "office.yaml:1:1: error[unreadable-file]: the file cannot be read\n";
      case FILE_NOT_FOUND -> "error[file-not-found]: there is no file or folder office.yaml\n";
      default -> throw new IllegalStateException("no example of " + code.code().id());
    };
  }
}
