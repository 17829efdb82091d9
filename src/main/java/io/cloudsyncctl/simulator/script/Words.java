package io.cloudsyncctl.simulator.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The words of a line: apart by blanks, or in double quotes where they hold some. */
final class Words {
  private final int line;
  private final List<String> words;

  private Words(int line, List<String> words) {
    this.line = line;
    this.words = words;
  }

  static Words of(int line, String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean within = false;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\' && i + 1 < text.length()) {
        word.append(text.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
        within = true;
      } else if (!quoted && Character.isWhitespace(c)) {
        if (within) {
          words.add(word.toString());
        }
        word.setLength(0);
        within = false;
      } else {
        word.append(c);
        within = true;
      }
    }
    if (quoted) {
      throw new ScriptException(line, "a quote is not closed");
    }
    if (within) {
      words.add(word.toString());
    }
    return new Words(line, words);
  }

  int count() {
    return words.size();
  }

  String get(int index) {
    return words.get(index);
  }

  /** The words from one on. */
  List<String> from(int index) {
    return words.subList(index, words.size());
  }

  void expect(int least, int most, String form) {
    if (words.size() < least || words.size() > most) {
      throw bad("it is written: " + form);
    }
  }

  long id(int index) {
    return number(index, 0, Long.MAX_VALUE, "an id");
  }

  long number(int index, long least, long most, String what) {
    try {
      long number = Long.parseLong(words.get(index));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw bad("\"%s\" is not %s".formatted(words.get(index), what));
    }
    throw bad("%s is not %s".formatted(words.get(index), what));
  }

  String choice(int index, Collection<String> choices) {
    if (!choices.contains(words.get(index))) {
      throw bad(
          "\"%s\" is not one of %s"
              .formatted(words.get(index), String.join(", ", choices.stream().sorted().toList())));
    }
    return words.get(index);
  }

  ScriptException bad(String message) {
    return new ScriptException(line, message);
  }
}
