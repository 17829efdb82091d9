package io.cloudsyncctl.model.identity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Paths that may be meant to be one: a NAS may keep a path in another form than it was written, and
 * a person may misspell it. They are one but for case, spaces around names, the form of letters,
 * slashes that say nothing, and the volume in front of a share.
 */
public final class NearPaths {
  private NearPaths() {}

  /** Whether both folders of two tasks are near. */
  public static boolean both(TaskPaths one, TaskPaths other) {
    return near(one.local(), other.local()) && near(one.cloud(), other.cloud());
  }

  /** Whether at least one of the two folders is. */
  public static boolean either(TaskPaths one, TaskPaths other) {
    return near(one.local(), other.local()) || near(one.cloud(), other.cloud());
  }

  private static boolean near(String one, String other) {
    return folded(one).equals(folded(other));
  }

  private static String folded(String path) {
    String letters =
        Normalizer.normalize(path, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(letters.split("/", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining("/", "/", ""))
        .replaceFirst("^/volume[0-9]+(?=/)", "");
  }
}
