package io.cloudsyncctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.config.yaml.ConfigCode;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Names in the documentation: options, exit codes, error codes, types and files all exist. */
class NamesTest {
  private static final Path SOURCES = Path.of("src");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]*");
  private static final Pattern KEBAB_LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z0-9]+)*)\"");
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
    Set<String> codes = codesOfTheProgram();
    CODE_IN_BRACKETS
        .matcher(String.join("\n", page.lines()))
        .results()
        .map(code -> code.group(1))
        .filter(code -> !code.equals("code"))
        .forEach(code -> assertThat(codes).as(page + " names " + code).contains(code));
    page.words().stream()
        .filter(word -> word.matches("[a-z]+(-[a-z0-9]+)+"))
        .filter(word -> !word.matches("(mon|sun|fri|cloudsyncctl|temurin|openjdk)-.*|[a-z]-[a-z]"))
        .forEach(word -> assertThat(codes).as(page + " names " + word).contains(word));
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

  @Test
  void everyErrorCodeOfTheProgramIsExplained() throws IOException {
    List<String> explained = MarkdownPage.of(Path.of("docs", "errors.md")).words();
    assertThat(explained).containsAll(diagnosticCodes());
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

  /** Every text in the sources that could be a code, for what the pages name. */
  private static Set<String> codesOfTheProgram() throws IOException {
    Set<String> codes = new TreeSet<>(configCodes());
    codes.addAll(refusalCodes());
    for (Path file : mainSources()) {
      KEBAB_LITERAL
          .matcher(Files.readString(file))
          .results()
          .forEach(literal -> codes.add(literal.group(1)));
    }
    return codes;
  }

  /** The codes that stand first in a diagnostic or in what becomes one. */
  private static Set<String> diagnosticCodes() throws IOException {
    Pattern first =
        Pattern.compile(
            "(?:Diagnostic\\.(?:error|warning|note)|new NasUnreachableException|new Refusal"
                + "|\\b(?:before|after|usage|error|mismatch|failure))"
                + "\\(\\s*(?:change,\\s*)?\"([a-z]+(?:-[a-z0-9]+)*)\",");
    Pattern constant = Pattern.compile("Diagnostic\\.(?:error|warning|note)\\(\\s*([A-Z_]+),");
    Set<String> codes = new TreeSet<>(configCodes());
    codes.addAll(refusalCodes());
    for (Path file : mainSources()) {
      if (!file.toString().contains("simulator")) {
        String source = Files.readString(file);
        first.matcher(source).results().forEach(code -> codes.add(code.group(1)));
        constant
            .matcher(source)
            .results()
            .flatMap(name -> text(source, name.group(1)))
            .forEach(codes::add);
      }
    }
    return codes;
  }

  /** The text of a constant; none where it is that of a refusal. */
  private static Stream<String> text(String source, String constant) {
    return Pattern.compile("String " + constant + "\\s*=\\s*\"([^\"]*)\";")
        .matcher(source)
        .results()
        .map(text -> text.group(1));
  }

  private static List<String> configCodes() {
    return Arrays.stream(ConfigCode.values()).map(ConfigCode::code).toList();
  }

  private static List<String> refusalCodes() {
    return Arrays.stream(RefusalCode.values()).map(RefusalCode::code).toList();
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
