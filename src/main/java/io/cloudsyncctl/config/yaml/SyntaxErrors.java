package io.cloudsyncctl.config.yaml;

import io.cloudsyncctl.diagnostic.Location;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * SnakeYAML's errors in our words. They never repeat text of the file: a password may stand there.
 */
final class SyntaxErrors {
  private final String text;
  private final String display;
  private final Problems problems;

  SyntaxErrors(String text, String display, Problems problems) {
    this.text = text;
    this.display = display;
    this.problems = problems;
  }

  void report(YAMLException exception) {
    switch (exception) {
      case MarkedYAMLException marked -> marked(marked);
      case ReaderException reader ->
          add(
              ConfigCode.YAML_SYNTAX,
              String.format("the character U+%04X may not stand in YAML", reader.getCodePoint()),
              YamlText.endOf(
                  text.substring(0, text.offsetByCodePoints(0, reader.getPosition())), display),
              "remove it, or write it as an escape in double quotes");
      default -> unmarked(String.valueOf(exception.getMessage()));
    }
  }

  private void unmarked(String message) {
    if (message.contains("Nesting Depth")) {
      add(
          ConfigCode.NESTED_TOO_DEEP,
          "the file is nested more than " + YamlParser.DEPTH + " levels deep",
          new Location.InFile(display, 1, 1),
          null);
    } else {
      add(
          ConfigCode.YAML_SYNTAX,
          "the file is not valid YAML",
          new Location.InFile(display, 1, 1),
          null);
    }
  }

  private void marked(MarkedYAMLException e) {
    String problem = String.valueOf(e.getProblem());
    String context = String.valueOf(e.getContext());
    Location.InFile at = at(e.getProblemMark());
    Mark opening = e.getContextMark();
    if (isSubstitution(e.getProblemMark())) {
      add(
          ConfigCode.UNQUOTED_SUBSTITUTION,
          "${…} inside braces or brackets is not quoted",
          before(at),
          "put the whole value in double quotes: \"${env:NAME}\"");
    } else if (problem.contains("TAB") || isTab(e.getProblemMark())) {
      add(ConfigCode.TAB, "a tab stands where YAML wants spaces", at, "indent with spaces");
    } else if (context.contains("quoted scalar") && problem.contains("unexpected end")) {
      add(
          ConfigCode.UNCLOSED_QUOTE,
          "the quote that opens here is never closed",
          opening == null ? at : at(opening),
          "add the closing quote; a quote inside single quotes is doubled: ''");
    } else if (problem.contains("another document")) {
      add(
          ConfigCode.SEVERAL_DOCUMENTS,
          "the file holds several documents",
          at,
          "one file is one document: remove the line ---, or split the file");
    } else if (problem.contains("undefined alias")) {
      add(
          ConfigCode.UNDEFINED_ALIAS,
          "the alias names no anchor above it",
          at,
          "define it with &name before it is used; a text that starts with * is quoted");
    } else {
      syntax(problem, context, at);
    }
  }

  private void syntax(String problem, String context, Location.InFile at) {
    if (problem.contains("mapping values are not allowed")) {
      add(
          ConfigCode.YAML_SYNTAX,
          "a colon followed by a space is not expected here",
          at,
          "quote a value that holds \": \"; else check the indentation, and that the line above has"
              + " its colon");
    } else if (problem.contains("could not find expected ':'")) {
      add(
          ConfigCode.YAML_SYNTAX,
          "a key without a colon",
          at,
          "write key: value, with a space after the colon");
    } else if (problem.contains("cannot start any token")) {
      add(
          ConfigCode.YAML_SYNTAX,
          "a value may not start with this character",
          at,
          "put the value in quotes");
    } else if (context.contains("flow")) {
      add(
          ConfigCode.YAML_SYNTAX,
          "the braces or brackets are not closed, or a comma is missing or doubled",
          at,
          "check that each { and [ has its } and ], with commas between");
    } else if (context.contains("double-quoted") || context.contains("quoted scalar")) {
      add(
          ConfigCode.YAML_SYNTAX,
          "an escape that YAML does not know in double quotes",
          at,
          "double each backslash, or use single quotes");
    } else if (context.contains("block mapping") || context.contains("block collection")) {
      add(
          ConfigCode.YAML_SYNTAX,
          "the line does not fit into the mapping or list around it",
          at,
          "check the indentation and the quotes of this line and the one above");
    } else {
      add(ConfigCode.YAML_SYNTAX, "this is not valid YAML", at, "check this line's punctuation");
    }
  }

  private boolean isSubstitution(@Nullable Mark mark) {
    if (mark == null || mark.getIndex() == 0) {
      return false;
    }
    int index = text.offsetByCodePoints(0, mark.getIndex());
    return text.startsWith("{", index) && text.charAt(index - 1) == '$';
  }

  private boolean isTab(@Nullable Mark mark) {
    return mark != null && text.startsWith("\t", text.offsetByCodePoints(0, mark.getIndex()));
  }

  private Location.InFile at(@Nullable Mark mark) {
    return mark == null
        ? new Location.InFile(display, 1, 1)
        : new Location.InFile(display, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Location.InFile before(Location.InFile at) {
    return new Location.InFile(at.file(), at.line(), Math.max(1, at.column() - 1));
  }

  private void add(ConfigCode code, String message, Location.InFile at, @Nullable String hint) {
    problems.add(code, message, at, hint);
  }
}
