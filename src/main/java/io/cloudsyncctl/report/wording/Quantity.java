package io.cloudsyncctl.report.wording;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.StringJoiner;

/** Numbers in the form that people think in, exact wherever it does not say "about". */
public final class Quantity {
  private static final ImmutableList<String> BINARY = ImmutableList.of("KiB", "MiB", "GiB", "TiB");
  private static final ImmutableList<String> DECIMAL = ImmutableList.of("KB", "MB", "GB", "TB");

  private Quantity() {}

  /** {@code 300 s (5 min)}; below a minute {@code 45 s}. */
  public static String seconds(long seconds) {
    String plain = seconds + " s";
    if (seconds < 60) {
      return plain;
    }
    StringJoiner parts = new StringJoiner(" ");
    addPart(parts, seconds / 86_400, "d");
    addPart(parts, seconds % 86_400 / 3_600, "h");
    addPart(parts, seconds % 3_600 / 60, "min");
    addPart(parts, seconds % 60, "s");
    return plain + " (" + parts + ")";
  }

  private static void addPart(StringJoiner parts, long count, String unit) {
    if (count > 0) {
      parts.add(count + " " + unit);
    }
  }

  /** {@code 1048576 bytes (1 MiB)}; below a kilobyte {@code 512 bytes}. */
  public static String bytes(long bytes) {
    String plain = bytes + (bytes == 1 ? " byte" : " bytes");
    if (bytes < 1000) {
      return plain;
    }
    String exact = exact(bytes, 1024, BINARY);
    if (exact.isEmpty()) {
      exact = exact(bytes, 1000, DECIMAL);
    }
    return plain + " (" + (exact.isEmpty() ? "about " + rounded(bytes) : exact) + ")";
  }

  private static String exact(long bytes, long base, ImmutableList<String> units) {
    String found = "";
    long unit = base;
    for (String name : units) {
      if (bytes % unit == 0) {
        found = bytes / unit + " " + name;
      }
      unit *= base;
    }
    return found;
  }

  private static String rounded(long bytes) {
    double amount = bytes / 1024.0;
    int unit = 0;
    while (amount >= 1024 && unit < BINARY.size() - 1) {
      amount /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.2f %s", amount, BINARY.get(unit));
  }

  /** {@code 1 entry}, {@code 2 entries}. */
  public static String count(long count, String one, String several) {
    return count + " " + (count == 1 ? one : several);
  }

  /** {@code 1 task}, {@code 2 tasks}. */
  public static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
