package io.cloudsyncctl.properties;

import java.util.Locale;
import java.util.Set;

/** When two entries of a filter are the same, in the words of the language. */
final class Meanings {
  /** The filters that are sets, by their names on the wire. */
  static final Set<String> SETS = Set.of("filtered_paths", "filtered_names", "filtered_extensions");

  private Meanings() {}

  /** How an entry of a set is compared (the language: "lists are sets"). */
  static String meaning(String field, String entry) {
    String composed = Words.composed(entry);
    return switch (field) {
      case "filtered_paths" -> Words.path(entry);
      case "filtered_names", "user_defined_names" -> composed;
      default ->
          (composed.startsWith(".") ? composed.substring(1) : composed).toLowerCase(Locale.ROOT);
    };
  }
}
