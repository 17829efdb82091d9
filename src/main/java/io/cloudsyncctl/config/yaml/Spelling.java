package io.cloudsyncctl.config.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses what somebody meant. */
public final class Spelling {
  private Spelling() {}

  /** {@code did you mean X?} where one candidate is near, else the other hint. */
  public static String hint(String written, Collection<String> candidates, String otherwise) {
    return nearest(written, candidates)
        .map(candidate -> "did you mean " + candidate + "?")
        .orElse(otherwise);
  }

  /** The candidate with the fewest edits, if those are few for its length. */
  public static Optional<String> nearest(String written, Collection<String> candidates) {
    String wanted = folded(written);
    String best = null;
    int fewest = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      String folded = folded(candidate);
      int edits = distance(wanted, folded);
      boolean contained =
          wanted.length() >= 4
              && (folded.contains(wanted) || wanted.contains(folded))
              && folded.length() >= 4;
      int limit = contained ? Integer.MAX_VALUE : Math.max(1, candidate.length() / 3);
      if (edits <= limit && edits < fewest) {
        best = candidate;
        fewest = edits;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String folded(String text) {
    String shortened = text.length() > 100 ? text.substring(0, 100) : text;
    return shortened.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  /** Edits that turn one text into the other; two neighbours changing places are one edit. */
  static int distance(String left, String right) {
    int[] beforeLast = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    int[] row = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int cost = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[right.length()];
  }
}
