package io.cloudsyncctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.RefusalCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names in the documentation: options, exit codes, error codes, types and files all exist. */
class NamesTest {
  private static final Path SOURCES = Path.of("src");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]*");
  private static final Pattern KEBAB_LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)*)\"");
  private static final Pattern USE_OF_CODE =
      Pattern.compile(
          "(?<![!=]= )\\b(?:Diagnostic|Config|Refusal)Code\\.([A-Z][A-Z0-9_]+)\\b(?!\\.kind\\()");
  private static final Set<String> LISTS_OF_CODES =
      Set.of("DiagnosticCode.java", "ConfigCode.java", "RefusalCode.java");
  private static final Pattern CODE_IN_BRACKETS =
      Pattern.compile("(?:error|warning|note)\\[([a-z0-9-]+)]");
  private static final Pattern EXIT_CODE_ROW = Pattern.compile("\\| (\\d+) \\| .*");
  private static final Pattern EXIT_CODE_CONSTANT = Pattern.compile("  [A-Z_]+\\((\\d+)\\)[,;]");
  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]+(\\.[A-Z][A-Za-z_]+)*");
  private static final Pattern FILE =
      Pattern.compile("(src|docs|schemas|examples|target)/[\\w./-]*|pom\\.xml|\\.ci/run");

  @TempDir Path home;

  static Stream<MarkdownPage> pages() {
    return MarkdownPage.all().stream()
        .filter(page -> !page.path().endsWith(Path.of("docs", "building.md")));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyOptionThatAPageNamesIsOne(MarkdownPage page) {
    Set<String> options = HelpTexts.read(home).options();
    OPTION
        .matcher(String.join("\n", page.lines()))
        .results()
        .map(MatchResult::group)
        .forEach(option -> assertThat(options).as(page + " names " + option).contains(option));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyErrorCodeThatAPageNamesIsInTheProgram(MarkdownPage page) throws IOException {
    List<String> codes = codes();
    CODE_IN_BRACKETS
        .matcher(String.join("\n", page.lines()))
        .results()
        .map(code -> code.group(1))
        .filter(code -> !code.equals("code"))
        .forEach(code -> assertThat(codes).as(page + " names " + code).contains(code));
    Set<String> words = words();
    page.words().stream()
        .filter(word -> word.matches("[a-z]+(-[a-z0-9]+)+"))
        .filter(word -> !word.matches("(mon|sun|fri|cloudsyncctl|temurin|openjdk)-.*|[a-z]-[a-z]"))
        .forEach(word -> assertThat(words).as(page + " names " + word).contains(word));
  }

  @Test
  void theReadmeListsTheExitCodesAndNoOthers() throws IOException {
    Set<Integer> listed =
        MarkdownPage.of(Path.of("README.md")).lines().stream()
            .map(EXIT_CODE_ROW::matcher)
            .filter(Matcher::matches)
            .map(row -> Integer.valueOf(row.group(1)))
            .collect(Collectors.toSet());
    Set<Integer> inTheCode =
        EXIT_CODE_CONSTANT
            .matcher(
                Files.readString(
                    SOURCES.resolve("main/java/io/cloudsyncctl/diagnostic/ExitCode.java")))
            .results()
            .map(constant -> Integer.valueOf(constant.group(1)))
            .collect(Collectors.toSet());
    assertThat(listed).isEqualTo(inTheCode);
  }

  @ParameterizedTest
  @EnumSource(DiagnosticCode.class)
  void everyErrorCodeOfTheProgramIsExplained(DiagnosticCode code) {
    assertThat(MarkdownPage.of(Path.of("docs", "errors.md")).words()).contains(code.id());
  }

  @Test
  void everyErrorCodeOfTheProgramIsTold() throws IOException {
    Set<String> told = new TreeSet<>();
    for (Path file : mainSources()) {
      if (!LISTS_OF_CODES.contains(file.getFileName().toString())) {
        USE_OF_CODE
            .matcher(Files.readString(file))
            .results()
            .forEach(use -> told.add(use.group(1)));
      }
    }
    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::name).toList());
  }

  @ParameterizedTest
  @EnumSource(ConfigCode.class)
  void whatIsSaidOfACodeInYamlBearsItsName(ConfigCode code) {
    assertThat(code.code().name()).isEqualTo(code.name());
  }

  @ParameterizedTest
  @EnumSource(RefusalCode.class)
  void whatIsSaidOfTheCodeOfAGuardBearsItsName(RefusalCode code) {
    assertThat(code.code().name()).isEqualTo(code.name());
  }

  @Test
  void everyTypeAndFileThatTheArchitectureNamesIsThere() throws IOException {
    Set<String> types = types();
    for (String word : MarkdownPage.of(Path.of("docs", "architecture.md")).words()) {
      if (FILE.matcher(word).matches()) {
        assertThat(Files.exists(Path.of(word))).as(word).isTrue();
      } else if (TYPE.matcher(word).matches() && !word.equals(word.toUpperCase(Locale.ROOT))) {
        assertThat(types).as(word).contains(word.replaceAll("\\..*", ""));
        if (word.contains(".")) {
          assertThat(source(word.substring(0, word.indexOf('.'))))
              .as(word)
              .containsPattern("\\b" + word.substring(word.lastIndexOf('.') + 1) + "\\b");
        }
      }
    }
  }

  /** The codes, and every text in the sources that is spelt like one, such as a risk. */
  private static Set<String> words() throws IOException {
    Set<String> words = new TreeSet<>(codes());
    for (Path file : mainSources()) {
      KEBAB_LITERAL
          .matcher(Files.readString(file))
          .results()
          .forEach(literal -> words.add(literal.group(1)));
    }
    return words;
  }

  private static List<String> codes() {
    return Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id).toList();
  }

  private static Set<String> types() throws IOException {
    Set<String> types = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .forEach(name -> types.add(name.substring(0, name.length() - ".java".length())));
    }
    return types;
  }

  private static String source(String type) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      files.filter(file -> file.endsWith(type + ".java")).forEach(found::add);
    }
    return Files.readString(found.getFirst());
  }

  private static List<Path> mainSources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES.resolve("main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
