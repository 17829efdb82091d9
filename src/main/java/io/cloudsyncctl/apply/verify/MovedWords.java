package io.cloudsyncctl.apply.verify;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.cloudsyncctl.dsm.HostileText;
import io.cloudsyncctl.model.setting.WireValue;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of a value, as a few words for a message. */
final class MovedWords {
  private static final int ENTRIES = 5;
  private static final int LONG_TEXT = 60;

  private MovedWords() {}

  /** Both values where they are short, of lists the entries that came and went. */
  static String of(WireValue before, WireValue now) {
    if (before instanceof WireValue.Items(var some) && now instanceof WireValue.Items(var others)) {
      return entries(ImmutableSet.copyOf(some), ImmutableSet.copyOf(others));
    }
    return isShort(before) && isShort(now) ? word(before) + " → " + word(now) : "otherwise now";
  }

  private static String entries(Set<WireValue> before, Set<WireValue> now) {
    Set<WireValue> gone = Sets.difference(before, now);
    Set<WireValue> come = Sets.difference(now, before);
    Set<WireValue> other = Sets.intersection(composed(gone), composed(come));
    List<String> parts = new ArrayList<>();
    some("-", Sets.filter(gone, entry -> !other.contains(composed(entry))), parts);
    some("+", Sets.filter(come, entry -> !other.contains(composed(entry))), parts);
    if (!other.isEmpty()) {
      parts.add(other.size() == 1 ? "in another Unicode form:" : "in other Unicode forms:");
      some("", other, parts);
    }
    return String.join(" ", parts) + (now.isEmpty() ? ", no other entries" : "");
  }

  /** Forms that look the same cannot be told apart in a message. */
  private static Set<WireValue> composed(Set<WireValue> entries) {
    return entries.stream().map(MovedWords::composed).collect(ImmutableSet.toImmutableSet());
  }

  private static WireValue composed(WireValue entry) {
    return entry instanceof WireValue.Text(String text)
        ? WireValue.of(Normalizer.normalize(text, Normalizer.Form.NFC))
        : entry;
  }

  private static void some(String sign, Set<WireValue> entries, List<String> parts) {
    if (!entries.isEmpty()) {
      int more = entries.size() - ENTRIES;
      parts.add(
          entries.stream()
                  .limit(ENTRIES)
                  .map(entry -> (sign + " " + word(entry)).strip())
                  .collect(Collectors.joining(" "))
              + (more > 0 ? " and " + more + " more" : ""));
    }
  }

  private static boolean isShort(WireValue value) {
    return !(value instanceof WireValue.Text(String text) && text.length() > LONG_TEXT);
  }

  private static String word(WireValue value) {
    return switch (value) {
      case WireValue.Whole(long number) -> Long.toString(number);
      case WireValue.Flag(boolean flag) -> Boolean.toString(flag);
      case WireValue.Text(String text) -> HostileText.excerpt(text);
      case WireValue.Decimal(var number) -> number.toPlainString();
      case WireValue.Null _ -> "nothing";
      case WireValue.Items _, WireValue.Members _ -> "something";
    };
  }
}
