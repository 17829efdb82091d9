package io.cloudsyncctl.model.identity;

import java.text.Normalizer;

/** How paths of a NAS or a cloud are compared. */
public final class Paths {
  private Paths() {}

  /** Unicode NFC, without a trailing slash; case matters. */
  public static String normalize(String path) {
    return withoutTrailingSlash(Normalizer.normalize(path, Normalizer.Form.NFC));
  }

  /** The path without slashes at its end; the root stays {@code /}. */
  public static String withoutTrailingSlash(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  /** Whether one normalized path is the other or lies below it. */
  public static boolean covers(String outer, String inner) {
    String base = normalize(outer);
    String path = normalize(inner);
    return base.equals("/") || path.equals(base) || path.startsWith(base + "/");
  }
}
