package io.cloudsyncctl.properties;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Trees of maps, lists and scalars as YAML text, in changing styles. */
final class YamlWriting {
  /** Plain texts that no schema of YAML reads as anything else. */
  private static final Pattern PLAIN = Pattern.compile("[A-Z][a-z]{3,}( [A-Z][a-z]+)?|[a-z]{5,}");

  private static final Pattern SINGLE_QUOTABLE = Pattern.compile("[ -~\u00a1-\u02ff]*");

  private final Dice dice;
  private final StringBuilder text = new StringBuilder();

  private YamlWriting(Dice dice) {
    this.dice = dice;
  }

  static String of(Map<String, Object> document, Dice dice) {
    YamlWriting writing = new YamlWriting(dice);
    writing.mapping(document, 0);
    return writing.text.toString();
  }

  private void mapping(Map<?, ?> map, int indent) {
    map.forEach((key, value) -> {
      if (dice.oneIn(25)) {
        text.append(" ".repeat(indent)).append("# a comment: with [marks]\n");
      }
      text.append(" ".repeat(indent)).append(key(String.valueOf(key))).append(':');
      value(value, indent);
    });
  }

  private void value(Object value, int indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty() && !flows(map)) {
      text.append('\n');
      mapping(map, indent + 2);
    } else if (value instanceof List<?> list && !list.isEmpty() && !flows(list)) {
      text.append('\n');
      list.forEach(element -> element(element, indent + 2));
    } else {
      text.append(' ').append(flow(value)).append('\n');
    }
  }

  private void element(Object element, int indent) {
    text.append(" ".repeat(indent)).append('-');
    if (element instanceof Map<?, ?> map && !map.isEmpty()) {
      int start = text.length();
      mapping(map, indent + 2);
      // The first key stands beside the dash, unless a comment does.
      if (text.charAt(start + indent + 2) == '#') {
        text.insert(start, "\n");
      } else {
        text.delete(start, start + indent + 1);
      }
    } else {
      text.append(' ').append(flow(element)).append('\n');
    }
  }

  /** Whether all of it is so simple that it may stand in brackets. */
  private boolean flows(Object value) {
    boolean simple =
        value instanceof Map<?, ?> map
            ? map.size() < 4 && map.values().stream().noneMatch(YamlWriting::nested)
            : ((List<?>) value).stream().noneMatch(YamlWriting::nested);
    return simple && dice.coin();
  }

  private static boolean nested(Object value) {
    return value instanceof Map || value instanceof List;
  }

  private String flow(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        StringBuilder flow = new StringBuilder("{");
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
          Map.Entry<?, ?> entry = entries.next();
          String key = String.valueOf(entry.getKey());
          flow.append(' ').append(key.contains(",") ? quoted(key) : key(key)).append(": ");
          flow.append(flow(entry.getValue())).append(entries.hasNext() ? "," : " ");
        }
        yield flow.append('}').toString();
      }
      case List<?> list -> "[" + String.join(", ", list.stream().map(this::flow).toList()) + "]";
      case Literal literal -> quoted(literal.text());
      case String string -> scalar(string.replace("${", "$${"));
      default -> String.valueOf(value);
    };
  }

  /** A text that is written as it is, for instance a reference that shall be substituted. */
  record Literal(String text) {}

  private String scalar(String string) {
    if (PLAIN.matcher(string).matches() && dice.coin()) {
      return string;
    }
    if (SINGLE_QUOTABLE.matcher(string).matches() && dice.coin()) {
      return "'" + string.replace("'", "''") + "'";
    }
    return quoted(string);
  }

  private String key(String key) {
    boolean plain = key.matches("[a-z_]+") || (!dice.coin() && key.matches("[a-z, -]+"));
    return plain ? key : quoted(key);
  }

  private String quoted(String string) {
    StringBuilder quoted = new StringBuilder("\"");
    string
        .codePoints()
        .forEach(c -> {
          boolean printable = (c >= ' ' && c < 0x7f) || (c > 0xa0 && c < 0x2000) || c > 0x3000;
          if (c == '"' || c == '\\') {
            quoted.append('\\').appendCodePoint(c);
          } else if (printable && !(c > 0xa0 && dice.oneIn(3))) {
            quoted.appendCodePoint(c);
          } else {
            quoted.append(c > 0xffff ? String.format("\\U%08x", c) : String.format("\\u%04x", c));
          }
        });
    return quoted.append('"').toString();
  }
}
