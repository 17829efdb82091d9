package io.cloudsyncctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/cli.md} is what the commands say of themselves. */
class CommandReferenceTest {
  private static final Path PAGE = Path.of("docs", "cli.md");

  @TempDir Path home;

  @Test
  void theCommittedPageIsWhatTheCommandsSayOfThemselves() throws IOException {
    String page = page(HelpTexts.read(home));
    if (Boolean.getBoolean("cloudsyncctl.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("run the tests with -Dcloudsyncctl.update=true and look at what changed")
        .isEqualTo(page);
  }

  @Test
  void everyHelpTextFitsATerminalAndBreaksLinesOnlyWhereTheyAreFull() {
    HelpTexts texts = HelpTexts.read(home);
    List<String> badlyBroken = new ArrayList<>();
    texts
        .byCommand()
        .forEach((command, text) -> {
          String[] lines = text.split("\n", -1);
          for (int i = 0; i + 1 < lines.length; i++) {
            assertThat(lines[i].length()).as(lines[i]).isLessThanOrEqualTo(80);
            boolean shortLine =
                !lines[i].isBlank()
                    && !lines[i].startsWith(" ")
                    && lines[i].length() < 40
                    && !lines[i].endsWith(".")
                    && !lines[i].endsWith(":");
            boolean goesOn =
                !lines[i + 1].isEmpty() && Character.isLowerCase(lines[i + 1].charAt(0));
            if (shortLine && goesOn) {
              badlyBroken.add(command + ": " + lines[i]);
            }
          }
        });
    assertThat(badlyBroken).isEmpty();
  }

  private static String page(HelpTexts texts) {
    StringBuilder page =
        new StringBuilder(
            """
            # Commands

            Generated from the program's own help; a test fails where this page is stale. The exit codes
            are explained in the [README](../README.md#exit-codes).

            """);
    page.append("```\n").append(texts.ofProgram()).append("```\n");
    texts
        .byCommand()
        .forEach((command, text) ->
            page.append("\n## ").append(command).append("\n\n```\n").append(text).append("```\n"));
    return page.toString();
  }
}
