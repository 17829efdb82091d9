package io.cloudsyncctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command in a {@code console} block of the documentation prints what stands below it. With
 * {@code -Dcloudsyncctl.update=true} the pages are rewritten.
 */
class ConsoleBlocksTest {
  @TempDir Path home;

  static Stream<MarkdownPage> pages() {
    return MarkdownPage.all().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theCommandsOfThePagePrintWhatItShows(MarkdownPage page) throws IOException {
    List<String> corrected = new ArrayList<>();
    int done = 0;
    try (Workbench workbench = new Workbench(home)) {
      for (MarkdownPage.Block block : page.blocks()) {
        String file = block.notes().get("file");
        if (file != null) {
          workbench.write(file, block.text());
        }
        if (block.language().equals("console")) {
          if ("old package".equals(block.notes().get("nas"))) {
            workbench.makeNasOld();
          }
          String change = block.notes().get("dsm");
          if (change != null) {
            workbench.moveNas(change);
          }
          corrected.addAll(page.lines().subList(done, block.first()));
          corrected.addAll(run(block, workbench));
          done = block.first() + block.lines().size();
        }
      }
    }
    corrected.addAll(page.lines().subList(done, page.lines().size()));
    if (Boolean.getBoolean("cloudsyncctl.update")) {
      Files.writeString(page.path(), String.join("\n", corrected));
    } else {
      assertThat(String.join("\n", corrected))
          .as("run with -Dcloudsyncctl.update=true and look at what changed")
          .isEqualTo(String.join("\n", page.lines()));
    }
  }

  private static List<String> run(MarkdownPage.Block block, Workbench workbench)
      throws IOException {
    String answer = block.notes().get("typing");
    String typed = answer == null ? "" : answer + "\n";
    List<String> lines = new ArrayList<>();
    for (ConsoleBlock.Step step : ConsoleBlock.of(block).steps()) {
      lines.addAll(step.typed());
      lines.addAll(step.corrected(workbench.run(step.command(), typed)));
    }
    return lines;
  }

  @Test
  void aPageThatShowsSomethingElseIsFound() {
    List<String> actual = List.of("one", "two", "three");
    assertThat(ConsoleBlock.fits(List.of("one", "two", "three"), actual)).isTrue();
    assertThat(ConsoleBlock.fits(List.of("one", "…", "three"), actual)).isTrue();
    assertThat(ConsoleBlock.fits(List.of("one", "…"), actual)).isTrue();
    assertThat(ConsoleBlock.fits(List.of("one", "two"), actual)).isFalse();
    assertThat(ConsoleBlock.fits(List.of("two", "…"), actual)).isFalse();
    assertThat(ConsoleBlock.fits(List.of("one", "…", "two", "…"), actual)).isFalse();
  }

  @Test
  void whatAPageLeavesOutStaysOutWhenItIsUpdated() {
    assertThat(
            ConsoleBlock.leftOut(
                List.of("one", "…", "four", "five"), List.of("one", "2", "3", "four", "5")))
        .containsExactly("one", "…", "four", "5");
    assertThat(ConsoleBlock.leftOut(List.of("…", "three"), List.of("1", "2", "three", "4")))
        .containsExactly("…", "three", "4");
    assertThat(ConsoleBlock.leftOut(List.of("one", "…"), List.of("0", "one", "2")))
        .containsExactly("0", "one", "…");
    assertThat(ConsoleBlock.leftOut(List.of("gone", "…", "two"), List.of("1", "two")))
        .containsExactly("1", "two");
  }
}
