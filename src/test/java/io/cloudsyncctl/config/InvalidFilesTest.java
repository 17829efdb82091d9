package io.cloudsyncctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.config.compose.LoadOptions;
import io.cloudsyncctl.config.read.ConfigLoader;
import io.cloudsyncctl.config.read.LoadResult;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code NAME.yaml} has exactly the diagnostics of {@code NAME.expected}; a folder {@code
 * NAME} is loaded as a folder. {@code -Dcloudsyncctl.update=true} writes what was found.
 */
class InvalidFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/invalid");

  static List<Path> cases() throws IOException {
    try (Stream<Path> entries = Files.list(FOLDER)) {
      return entries
          .filter(path -> !path.toString().endsWith(".expected"))
          .filter(path -> !path.getFileName().toString().startsWith("_"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyMistakeIsReportedWithItsPlace(Path input) throws IOException {
    String name = input.getFileName().toString().replaceFirst("\\.yaml$", "");
    Path expected = FOLDER.resolve(name + ".expected");
    String actual = text(load(input).diagnostics());
    if (Boolean.getBoolean("cloudsyncctl.update")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void noStateIsMadeOfAFileWithErrors(Path input) {
    LoadResult result = load(input);
    if (Files.isRegularFile(input) && Loading.hasErrors(result)) {
      assertThat(result.states()).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void noSecretIsEverRepeated(Path input) {
    assertThat(text(load(input).diagnostics())).doesNotContain("hunter2");
  }

  @Test
  void thereAreCasesEnough() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(65);
  }

  @Test
  void everyCodeHasACase() throws IOException {
    Set<String> seen = new TreeSet<>();
    for (Path input : cases()) {
      load(input).diagnostics().forEach(diagnostic -> seen.add(diagnostic.code().id()));
    }
    seen.addAll(MADE_BY_TESTS);
    for (ConfigCode code : ConfigCode.values()) {
      assertThat(seen).contains(code.code().id());
    }
  }

  @Test
  void tenDifferentMistakesAreTenLocatedErrors() {
    LoadResult result = load(FOLDER.resolve("ten-mistakes.yaml"));
    assertThat(result.diagnostics()).hasSize(10);
    assertThat(result.diagnostics().stream().map(Diagnostic::location).distinct()).hasSize(10);
    assertThat(result.diagnostics().stream().map(Diagnostic::code).distinct())
        .hasSizeGreaterThanOrEqualTo(9);
  }

  /** Files that Git or an editor would not keep as they must be; FileProblemsTest writes them. */
  private static final Set<String> MADE_BY_TESTS =
      Set.of("file-not-found", "no-files", "unreadable-file", "file-too-large");

  private static LoadResult load(Path input) {
    LoadOptions options =
        new LoadOptions(
            ImmutableMap.of(),
            ImmutableList.of(),
            ImmutableMap.of(
                    "SECRET", "hunter2", "NUMBER", "12", "EMPTY", "", "CLOUDSYNC_USERNAME", "admin")
                ::get,
            true,
            ImmutableList.of());
    return new ConfigLoader().load(List.of(input), options);
  }

  private static String text(List<Diagnostic> diagnostics) {
    String text =
        diagnostics.stream()
            .map(diagnostic -> diagnostic.text() + "\n")
            .collect(Collectors.joining());
    return new String(
        text.replace(FOLDER + "/", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
