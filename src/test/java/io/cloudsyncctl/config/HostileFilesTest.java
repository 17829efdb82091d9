package io.cloudsyncctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.config.read.LoadResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of up to 4 MiB that were made to cost much: each is read or refused, none overflows the
 * stack, and none takes for ever.
 */
class HostileFilesTest {
  private static final int MANY = 200_000;

  @TempDir Path folder;

  static Stream<Map.Entry<String, String>> files() {
    String connection = "connections:\n  - name: A\n";
    return Stream.of(
        Map.entry("a long text", connection + "    account: " + "a ".repeat(MANY) + "\n"),
        Map.entry("a long address", "nas: { url: \"https://" + "a".repeat(MANY) + " \" }\n"),
        Map.entry(
            "many hours",
            connection
                + "    schedule: { hours: { sun-sat: \"0-1"
                + ", 0-1".repeat(MANY)
                + "\" } }\n"),
        Map.entry(
            "many days",
            connection + "    schedule: { hours: { \"" + "mon, ".repeat(20_000) + "\": all } }\n"),
        Map.entry("a long password", "nas: { password: \"" + "${env:A}".repeat(MANY) + "\" }\n"),
        Map.entry("variables that double", doubling() + connection + "    account: ${var:v60}\n"),
        Map.entry("many digits", "package: { workers: " + "9".repeat(3_000_000) + " }\n"),
        Map.entry("a large exponent", "package: { workers: 1e999999999 }\n"),
        Map.entry("many aliases", "vars:\n  a: &a x\n  b: [" + "*a, ".repeat(MANY) + "*a]\n"),
        Map.entry("many brackets", "vars: " + "[".repeat(MANY) + "\n"),
        Map.entry("many dashes", "- ".repeat(MANY) + "\n"),
        Map.entry("many question marks", "? ".repeat(MANY) + "\n"),
        Map.entry("a chain of anchors", chain()),
        Map.entry("many tasks", connection + "    tasks:\n" + tasks()),
        Map.entry("many unknown keys", keys()));
  }

  private static String doubling() {
    StringBuilder vars = new StringBuilder("vars:\n  v0: ''\n");
    for (int i = 1; i <= 60; i++) {
      String before = "${var:v" + (i - 1) + "}";
      vars.append("  v").append(i).append(": ").append(before).append(before).append('\n');
    }
    return vars.toString();
  }

  private static String chain() {
    StringBuilder chain = new StringBuilder("vars:\n  a0: &a0 [x]\n");
    for (int i = 1; i <= 20_000; i++) {
      chain
          .append("  a")
          .append(i)
          .append(": &a")
          .append(i)
          .append(" [*a")
          .append(i - 1)
          .append("]\n");
    }
    return chain.toString();
  }

  private static String tasks() {
    StringBuilder tasks = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      tasks.append("      - { local_path: /a, cloud_path: /").append(i).append(" }\n");
    }
    return tasks.toString();
  }

  private static String keys() {
    StringBuilder keys = new StringBuilder("package:\n");
    for (int i = 0; i < 20_000; i++) {
      keys.append("  k").append(i).append(": 1\n");
    }
    return keys.toString();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aHostileFileIsReadOrRefused(Map.Entry<String, String> hostile) throws IOException {
    String text = hostile.getValue();
    String whole = text.startsWith("nas:") ? "version: 1\n" + text : Loading.NAS + text;
    Path file = Loading.write(folder, "hostile.yaml", whole);
    LoadResult result = Loading.load(Loading.with(Map.of("A", "a")), file);
    assertThat(result.states().size() == 1 || Loading.hasErrors(result)).isTrue();
  }
}
