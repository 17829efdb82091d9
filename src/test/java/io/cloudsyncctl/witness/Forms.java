package io.cloudsyncctl.witness;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** When two forms of one thing mean the same. */
final class Forms {
  private static final Set<String> LISTS =
      Set.of("filtered_paths", "filtered_names", "filtered_extensions");

  private Forms() {}

  /** Whether a field has one value and not the other, whatever the form. */
  static boolean same(String field, JsonNode one, JsonNode other) {
    if (LISTS.contains(field)) {
      return set(field, one).equals(set(field, other));
    }
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue()) == 0;
    }
    return one.equals(other);
  }

  /** The entries of a filter list. */
  static Set<String> set(String field, JsonNode list) {
    Set<String> entries = new TreeSet<>();
    list.forEach(entry -> {
      String text = Normalizer.normalize(entry.asString(""), Normalizer.Form.NFC);
      entries.add(
          switch (field) {
            case "filtered_paths" -> withoutSlash(text);
            case "filtered_extensions" ->
                (text.startsWith(".") ? text.substring(1) : text).toLowerCase(Locale.ROOT);
            default -> text;
          });
    });
    return entries;
  }

  /** Whether a task is at these paths, but for their Unicode form and a slash at the end. */
  static boolean isAt(Declared.OfTask task, String local, String cloud) {
    return path(task.local()).equals(path(local)) && path(task.cloud()).equals(path(cloud));
  }

  /** Whether it is at these paths, but for their case as well. */
  static boolean isNearly(Declared.OfTask task, String local, String cloud) {
    return loosely(task.local(), task.cloud()).equals(loosely(local, cloud));
  }

  /** Two paths in a form that nearly equal ones share. */
  static String loosely(String local, String cloud) {
    return (path(local) + "\n" + path(cloud)).toLowerCase(Locale.ROOT);
  }

  private static String path(String path) {
    return withoutSlash(Normalizer.normalize(path, Normalizer.Form.NFC));
  }

  private static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
