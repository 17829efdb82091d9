package io.cloudsyncctl.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The command line of this run as a person can type it into a shell again. */
final class CommandText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private CommandText() {}

  /** The words that were typed. */
  static List<String> typed(CommandSpec spec) {
    @Nullable CommandLine root = spec.root().commandLine();
    @Nullable ParseResult parsed = root == null ? null : root.getParseResult();
    return parsed == null ? List.of(spec.name()) : parsed.originalArgs();
  }

  /** The same words, with files in place of the saved plan that they name. */
  static List<String> withFiles(List<String> words, Path plan, List<Path> files) {
    List<String> result = new ArrayList<>();
    for (String word : words) {
      if (word.equals(plan.toString())) {
        files.forEach(file -> result.add(file.toString()));
      } else {
        result.add(word);
      }
    }
    return result;
  }

  /**
   * The words behind the name of the program, in quotes where a shell needs them.
   *
   * @param secretVariables those whose values are not printed: what stands in messages and reports
   *     is read by more people than the command line is
   */
  static String of(List<String> words, Set<String> secretVariables) {
    return "cloudsyncctl "
        + words.stream()
            .map(word -> quoted(withoutSecret(word, secretVariables)))
            .collect(Collectors.joining(" "));
  }

  private static String withoutSecret(String word, Set<String> secretVariables) {
    for (String name : secretVariables) {
      for (String start : List.of(name + "=", "--var=" + name + "=")) {
        if (word.startsWith(start)) {
          return start + "…";
        }
      }
    }
    return word;
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
