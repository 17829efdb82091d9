package io.cloudsyncctl.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation: its fenced blocks, headings, links and words in backticks. */
record MarkdownPage(Path path, List<String> lines) {
  private static final Path README = Path.of("README.md");
  private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern NOTE = Pattern.compile("<!-- (\\w+): (.*) -->");

  /**
   * A fenced block.
   *
   * @param language what follows the opening fence, such as {@code console}
   * @param notes what the comments just above it say, such as {@code <!-- file: nas.yaml -->}
   * @param first the index of its first line
   * @param lines the lines between the fences
   */
  record Block(String language, Map<String, String> notes, int first, List<String> lines) {
    String text() {
      return String.join("\n", lines) + "\n";
    }
  }

  static MarkdownPage of(Path path) {
    try {
      return new MarkdownPage(path, List.of(Files.readString(path).split("\n", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The README, what lies in {@code docs}, and the pages of the examples. */
  static List<MarkdownPage> all() {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.of(
              Stream.of(README),
              docs.filter(path -> path.toString().endsWith(".md")).sorted(),
              Stream.of(
                  Path.of("examples", "README.md"),
                  Path.of("examples", "ci", "README.md"),
                  Path.of("CHANGELOG.md")))
          .flatMap(pages -> pages)
          .map(MarkdownPage::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Map<String, String> notes = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher note = NOTE.matcher(lines.get(i));
      if (note.matches()) {
        notes.put(note.group(1), note.group(2));
      } else if (lines.get(i).startsWith("```")) {
        int end = i + 1;
        while (!lines.get(end).equals("```")) {
          end++;
        }
        String language = lines.get(i).substring("```".length());
        blocks.add(new Block(language, Map.copyOf(notes), i + 1, lines.subList(i + 1, end)));
        notes.clear();
        i = end;
      } else if (!lines.get(i).isBlank()) {
        notes.clear();
      }
    }
    return blocks;
  }

  /** The text outside of fenced blocks. */
  String prose() {
    Set<Integer> fenced = new HashSet<>();
    for (Block block : blocks()) {
      for (int i = 0; i < block.lines().size(); i++) {
        fenced.add(block.first() + i);
      }
    }
    StringBuilder prose = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (!fenced.contains(i) && !lines.get(i).startsWith("```")) {
        prose.append(lines.get(i)).append('\n');
      }
    }
    return prose.toString();
  }

  List<String> links() {
    return LINK.matcher(prose()).results().map(link -> link.group(1)).toList();
  }

  List<String> words() {
    return CODE.matcher(prose()).results().map(word -> word.group(1)).toList();
  }

  /** The names by which links reach the headings, as GitHub makes them. */
  List<String> anchors() {
    return prose()
        .lines()
        .map(HEADING::matcher)
        .filter(Matcher::matches)
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(text -> text.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
        .toList();
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
