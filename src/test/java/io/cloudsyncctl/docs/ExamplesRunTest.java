package io.cloudsyncctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example validates and plans as it stands, and is named on the page of the examples. */
class ExamplesRunTest {
  private static final Path EXAMPLES = Path.of("examples");

  @TempDir Path home;

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  /** Those that name a NAS; the others only serve them. */
  static Stream<Path> ofANas() throws IOException {
    return examples().filter(file -> !file.startsWith(EXAMPLES.resolve("composed/base")));
  }

  @ParameterizedTest
  @MethodSource("ofANas")
  void anExampleValidatesAndPlans(Path file) {
    assertThat(run("validate", file.toString())).isEmpty();
    assertThat(run("plan", "--simulate", file.toString())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleIsNamedOnThePage(Path file) {
    assertThat(MarkdownPage.of(EXAMPLES.resolve("README.md")).links())
        .contains(EXAMPLES.relativize(file).toString());
  }

  @Test
  void allExamplesTogetherValidate() {
    assertThat(run("validate", EXAMPLES.toString())).isEmpty();
  }

  /** Runs a command that must succeed, and returns what it printed on standard error. */
  private String run(String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new Terminal(Map.of(), home, Instant.EPOCH)
            .run(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                false,
                arguments);
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return err.toString(StandardCharsets.UTF_8);
  }
}
