package io.cloudsyncctl.simulator.behaviour;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind the name of a behaviour: words apart by colons, and the id behind an @. */
final class Arguments {
  private static final Pattern LAG = Pattern.compile("(\\d{1,9})(ms|s|m|looks?)");

  private final String text;
  private final List<String> words;
  private final OptionalLong only;

  Arguments(String text, List<String> words, OptionalLong only) {
    this.text = text;
    this.words = words;
    this.only = only;
  }

  OptionalLong only() {
    return only;
  }

  int count() {
    return words.size();
  }

  /** Makes sure that there are so many words. */
  Arguments of(int least, int most) {
    if (words.size() < least || words.size() > most) {
      throw bad("it has " + (words.size() < least ? "too few" : "too many") + " parts");
    }
    return this;
  }

  String word(int index) {
    return words.get(index);
  }

  /** A whole number, or the fallback where the word is not there. */
  long number(int index, long least, long most, long fallback) {
    return index < words.size() ? number(index, least, most) : fallback;
  }

  long number(int index, long least, long most) {
    String word = words.get(index);
    try {
      long number = Long.parseLong(word);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw bad("\"" + word + "\" is no whole number");
    }
    throw bad(
        "%s is not %s"
            .formatted(
                word,
                most == Long.MAX_VALUE || most == Integer.MAX_VALUE
                    ? least + " or more"
                    : least + " to " + most));
  }

  int count(int index) {
    return (int) number(index, 1, Integer.MAX_VALUE);
  }

  /** How often, 0 for always, which is so where the word is not there. */
  int times(int index) {
    return (int) number(index, 1, Integer.MAX_VALUE, 0);
  }

  int code(int index) {
    return (int) number(index, 100, 9999);
  }

  Lag lag(int index) {
    Matcher matcher = LAG.matcher(words.get(index));
    if (!matcher.matches()) {
      throw bad("\"" + words.get(index) + "\" is no time, such as 4s, 500ms or 3looks");
    }
    int number = Integer.parseInt(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> new Lag.Time(Duration.ofMillis(number));
      case "s" -> new Lag.Time(Duration.ofSeconds(number));
      case "m" -> new Lag.Time(Duration.ofMinutes(number));
      default -> new Lag.Looks(number);
    };
  }

  String method(int index, Collection<String> known) {
    return method(words.get(index), known);
  }

  /** Methods apart by commas. */
  Set<String> methods(int index, Collection<String> known) {
    Set<String> methods = new LinkedHashSet<>();
    for (String word : words.get(index).split(",", -1)) {
      methods.add(method(word, known));
    }
    return methods;
  }

  private String method(String word, Collection<String> known) {
    if (!known.contains(word)) {
      throw bad(
          "\"%s\" is not one of %s"
              .formatted(word, String.join(", ", known.stream().sorted().toList())));
    }
    return word;
  }

  boolean bool(int index) {
    return switch (words.get(index)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw bad("\"" + words.get(index) + "\" is neither true nor false");
    };
  }

  BehaviourException bad(String why) {
    return new BehaviourException("\"" + text + "\": " + why);
  }
}
