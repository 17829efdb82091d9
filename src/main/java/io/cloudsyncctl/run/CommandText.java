package io.cloudsyncctl.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Command lines as a person can type them into a shell. */
public final class CommandText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private CommandText() {}

  /** Words that were typed, with files in place of the saved plan that they name. */
  public static List<String> withFiles(List<String> words, Path plan, List<Path> files) {
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
  public static String of(List<String> words, Set<String> secretVariables) {
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
