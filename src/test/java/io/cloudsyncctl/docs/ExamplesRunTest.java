package io.cloudsyncctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.Terminal;
import io.cloudsyncctl.model.setting.Risk;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example validates and plans as it stands, and is named on the page of the examples. */
class ExamplesRunTest {
  private static final Path EXAMPLES = Path.of("examples");

  @TempDir Path home;

  /** Other tests take care of the YAML of the pipelines, which is not ours. */
  private static final Path PIPELINES = EXAMPLES.resolve("ci");

  static Stream<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") && !file.startsWith(PIPELINES))
          .sorted()
          .toList()
          .stream();
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
  void allExamplesTogetherValidate() throws IOException {
    Stream<String> all =
        Stream.concat(
            examples().filter(file -> EXAMPLES.equals(file.getParent())).map(Path::toString),
            Stream.of(
                EXAMPLES.resolve("composed").toString(), EXAMPLES.resolve("risks").toString()));
    assertThat(run(Stream.concat(Stream.of("validate"), all).toArray(String[]::new))).isEmpty();
  }

  @Test
  void everyClassOfRiskHasAnExampleOfItsName() {
    for (Risk risk : Risk.values()) {
      Path file = EXAMPLES.resolve("risks").resolve(risk.word() + ".yaml");
      Outcome outcome = outcome("plan", simulated(risk), "--format", "json", file.toString());
      assertThat(outcome.out()).contains("\n  \"worst_risk\": \"" + risk.word() + "\"");
    }
  }

  @ParameterizedTest
  @EnumSource(Risk.class)
  void anExampleOfARiskIsAppliedAsItStands(Risk risk) {
    String file = EXAMPLES.resolve("risks").resolve(risk.word() + ".yaml").toString();
    Outcome outcome = outcome("apply", simulated(risk), "--yes", file);
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(0);
    assertThat(outcome.out()).contains("Apply complete");
  }

  private static String simulated(Risk risk) {
    return risk == Risk.UNVERIFIABLE ? "--simulate=old-package" : "--simulate";
  }

  @ParameterizedTest
  @EnumSource(
      value = Risk.class,
      names = {"DISCONNECT", "DATA_LOSS"})
  void anExampleOfADangerousChangeIsRefusedWithoutItsAcceptance(Risk risk) throws IOException {
    String example =
        Files.readString(EXAMPLES.resolve("risks").resolve(risk.word() + ".yaml"))
            .replaceAll("(?m)^        accept_risk:\\R(          .*\\R)+", "");
    Path file = Files.writeString(home.resolve("not-accepted.yaml"), example);
    Outcome outcome = outcome("apply", "--simulate", "--yes", file.toString());
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.err())
        .contains("error[risk-not-accepted]")
        .contains("--accept-risk '" + risk.word() + ":" + risk.word() + "/Dropbox/");
  }

  @Test
  void theOfficeIsAppliedAndLeavesTheStepByHand() {
    Outcome outcome =
        outcome("apply", "--simulate", "--yes", EXAMPLES.resolve("office.yaml").toString());
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(6);
  }

  private record Outcome(int code, String out, String err) {}

  /** Runs a command that must succeed, and returns what it printed on standard error. */
  private String run(String... arguments) {
    Outcome outcome = outcome(arguments);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return outcome.err();
  }

  private Outcome outcome(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new Terminal(Map.of(), home, Instant.EPOCH)
            .run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                InputStream.nullInputStream(),
                false,
                arguments);
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
