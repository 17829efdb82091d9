package io.cloudsyncctl.config.schema;

import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.config.notation.Shape;
import io.cloudsyncctl.config.yaml.Content;
import io.cloudsyncctl.config.yaml.Node;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The right spelling for a value that is of the wrong kind. Secrets are never spelled out. */
final class TypeHints {
  private static final Pattern GROUPED = Pattern.compile("[-+]?[0-9]+([_,' ][0-9]+)+");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,30}");
  private static final Pattern CLOCK = Pattern.compile("[0-9]+:[0-9]+");
  private static final Pattern MEASURE = Pattern.compile("([0-9]{1,30})[ _]*([A-Za-z]+)");
  private static final ImmutableSet<String> YES = ImmutableSet.of("on", "yes", "y", "enable");
  private static final ImmutableSet<String> NO = ImmutableSet.of("off", "no", "n", "disable");

  private TypeHints() {}

  static @Nullable String of(Node node, String name, JsonNode schema) {
    ImmutableSet<String> types = SchemaWalk.types(schema);
    if (node.isNull() && types.contains("string") && !types.contains("null")) {
      return "give it a value";
    }
    if (!(node instanceof Node.Scalar scalar)) {
      return types.contains("array") ? "start each entry with a hyphen and a space" : null;
    }
    boolean secret = scalar.trait().secret();
    if (types.contains("object")) {
      return scalar.text().contains(":") ? "put a space after the colon" : null;
    }
    if (types.contains("boolean")) {
      return secret ? null : flag(scalar);
    }
    if (types.contains("integer")) {
      return secret ? null : number(scalar);
    }
    if (types.contains("array")) {
      return scalar.content() instanceof Content.Null || secret
          ? null
          : "write " + name + ": [" + scalar.text() + "]";
    }
    if (types.contains("string") && !(scalar.content() instanceof Content.Null)) {
      return secret || scalar.text().length() > 60
          ? "put it in quotes"
          : "put it in quotes: \"" + scalar.text() + '"';
    }
    return null;
  }

  private static @Nullable String flag(Node.Scalar scalar) {
    String word = scalar.text().toLowerCase(Locale.ROOT);
    if (word.equals("true") || word.equals("false")) {
      return "write " + word + " without quotes";
    }
    if (YES.contains(word) || word.equals("1")) {
      return "write true";
    }
    return NO.contains(word) || word.equals("0") ? "write false" : "write true or false";
  }

  private static String number(Node.Scalar scalar) {
    String text = scalar.text().strip();
    if (GROUPED.matcher(text).matches() && text.length() <= 40) {
      return "write " + text.replaceAll("[_,' ]", "");
    }
    if (WHOLE.matcher(text).matches()) {
      return "write " + text + " without quotes";
    }
    return CLOCK.matcher(text).matches()
        ? "a time of day is no number: write a plain whole number"
        : "write a plain whole number";
  }

  /** How a text of the wrong form is spelled. */
  static String ofShape(Node node, Shape shape) {
    if (!(node instanceof Node.Scalar scalar) || scalar.trait().secret()) {
      return shape.hint();
    }
    String text = scalar.text().strip();
    return switch (shape) {
      case SIZE, DURATION -> measure(text, shape);
      case NAS_NAME -> name(text);
      case URL, PIN, DATE -> shape.hint();
    };
  }

  private static String name(String text) {
    String suggestion =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return suggestion.isEmpty() || suggestion.length() > 60
        ? Shape.NAS_NAME.hint()
        : "write " + suggestion;
  }

  private static String measure(String text, Shape shape) {
    if (GROUPED.matcher(text).matches() || WHOLE.matcher(text).matches()) {
      return text.length() > 40
          ? shape.hint()
          : WHOLE.matcher(text).matches()
              ? "write " + text + " without quotes"
              : "write " + text.replaceAll("[_,' ]", "");
    }
    Matcher matcher = MEASURE.matcher(text);
    if (!matcher.matches()) {
      return shape.hint();
    }
    String wanted = matcher.group(2).toLowerCase(Locale.ROOT);
    if (shape == Shape.SIZE) {
      for (String unit : new String[] {"B", "KB", "MB", "GB", "KiB", "MiB", "GiB"}) {
        if (unit.toLowerCase(Locale.ROOT).equals(wanted)) {
          return "write " + matcher.group(1) + " " + unit;
        }
      }
      return shape.hint();
    }
    String unit =
        switch (wanted) {
          case "s", "sec", "secs", "second", "seconds" -> "s";
          case "m", "min", "mins", "minute", "minutes" -> "m";
          case "h", "hour", "hours", "hr", "hrs" -> "h";
          default -> "";
        };
    return unit.isEmpty() ? shape.hint() : "write " + matcher.group(1) + unit;
  }
}
