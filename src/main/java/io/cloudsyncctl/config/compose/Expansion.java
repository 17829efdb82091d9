package io.cloudsyncctl.config.compose;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.config.yaml.Spelling;
import io.cloudsyncctl.config.yaml.YamlText;
import io.cloudsyncctl.diagnostic.Location;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The work on one value: {@code ${env:NAME}}, {@code ${file:PATH}} and {@code ${var:NAME}} replaced
 * in its text, and what was used for that.
 */
public final class Expansion {
  /** What an expansion counts for at least, so that empty ones are bounded too. */
  private static final int LEAST_LENGTH = 16;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

  private static final String OF_COMMAND_LINE = "--var:";

  private final Values values;
  private final Problems found;
  private final Node.Scalar whole;
  private final boolean credential;
  private final Set<String> open = new HashSet<>();
  private final Set<String> used = new HashSet<>();
  private boolean secret;
  private boolean replaced;
  private boolean onlyUndefined = true;
  private int length;

  /**
   * Where the values come from.
   *
   * @param ofRun the variables of the command line, which go first
   * @param ofDocument those of the document
   */
  public record Values(
      References references,
      ImmutableMap<String, Node.Scalar> ofRun,
      ImmutableMap<String, Node.Scalar> ofDocument) {}

  /** Where a reference stands. Its column is counted only if there is something to say of it. */
  private record Place(Node.Scalar source, int index) {
    Location.InFile at() {
      return source.at(index);
    }
  }

  /**
   * The work on a value.
   *
   * @param credential whether it fills one that a login needs
   */
  public Expansion(Values values, Problems found, Node.Scalar whole, boolean credential) {
    this.values = values;
    this.credential = credential;
    this.found = found;
    this.whole = whole;
  }

  /** The names of the variables of the command line among what was {@linkplain #used used}. */
  public static ImmutableSet<String> ofCommandLine(Set<String> used) {
    return used.stream()
        .filter(reference -> reference.startsWith(OF_COMMAND_LINE))
        .map(reference -> reference.substring(OF_COMMAND_LINE.length()))
        .collect(ImmutableSet.toImmutableSet());
  }

  /** The text with all substituted; null where something is wrong. */
  @Nullable String expand(Node.Scalar source) {
    if (length > YamlText.LIMIT) {
      return null;
    }
    String text = source.text();
    StringBuilder expanded = new StringBuilder();
    boolean complete = true;
    int position = 0;
    int start = text.indexOf("${");
    while (start >= 0) {
      if (start > position && text.charAt(start - 1) == '$') {
        expanded.append(text, position, start - 1).append("${");
        position = start + 2;
      } else {
        expanded.append(text, position, start);
        int end = text.indexOf('}', start);
        String value = null;
        if (end < 0) {
          bad(new Place(source, start), "a ${ is never closed by }", "write $${ for a literal ${");
          end = text.length() - 1;
        } else {
          value = reference(text.substring(start + 2, end), new Place(source, start));
        }
        complete = complete && value != null;
        expanded.append(value == null ? "" : value);
        position = end + 1;
      }
      start = text.indexOf("${", position);
    }
    expanded.append(text, position, text.length());
    return complete ? limited(expanded.toString()) : null;
  }

  /** Variables that hold variables can grow without bound, like anchors. */
  private @Nullable String limited(String text) {
    length += text.length() + LEAST_LENGTH;
    if (length > YamlText.LIMIT) {
      bad(
          new Place(whole, 0),
          "the value becomes longer than 4 MiB",
          "use fewer variables inside variables");
      return null;
    }
    return text;
  }

  private @Nullable String reference(String body, Place where) {
    replaced = true;
    int colon = body.indexOf(':');
    String kind = colon < 0 ? "" : body.substring(0, colon);
    String name = colon < 0 ? body : body.substring(colon + 1);
    return switch (kind) {
      case "env" -> environment(name, where);
      case "file" -> file(name, where);
      case "var" -> variable(name, where);
      default ->
          bad(
              where,
              "a ${…} must be ${env:NAME}, ${env:NAME:-default}, ${file:PATH} or ${var:NAME}",
              "write $${ for a literal ${");
    };
  }

  private @Nullable String environment(String body, Place where) {
    int dash = body.indexOf(":-");
    String name = dash < 0 ? body : body.substring(0, dash);
    Matcher valid = NAME.matcher(name);
    if (!valid.matches()) {
      return bad(where, "${env:…} needs the name of a variable", "write ${env:NAME}");
    }
    used.add("env:" + name);
    String value = values.references().environment(name);
    if (value != null && !(value.isEmpty() && dash >= 0)) {
      secret = true;
      return value;
    }
    return dash >= 0
        ? body.substring(dash + 2)
        : undefined(
            where,
            "the environment variable " + name + " is not set",
            credential
                ? "set it where this program runs"
                : "set it, or give a default: ${env:" + name + ":-default}");
  }

  private @Nullable String file(String path, Place where) {
    used.add("file:" + values.references().realFile(where.source.at().file(), path));
    String value = values.references().file(where.source.at().file(), path);
    if (value == null) {
      return undefined(
          where,
          "the file of ${file:…} cannot be read as UTF-8 text of at most 1 MiB",
          "check the path; it starts at the folder of this YAML file");
    }
    secret = true;
    return value;
  }

  private @Nullable String variable(String name, Place where) {
    Node.Scalar fromRun = values.ofRun().get(name);
    if (fromRun != null) {
      used.add(OF_COMMAND_LINE + name);
      return fromRun.text();
    }
    Node.Scalar variable = values.ofDocument().get(name);
    if (!NAME.matcher(name).matches()) {
      return bad(where, "${var:…} needs the name of a variable", "write ${var:NAME}");
    }
    if (variable == null) {
      return undefined(
          where,
          "the variable " + name + " is not defined",
          Spelling.hint(name, names(), "define it under vars:, or with --var"));
    }
    used.add("var:" + variable.at().text());
    if (variable.isUndefined()) {
      return null;
    }
    if (!open.add(name)) {
      onlyUndefined = false;
      found.add(
          ConfigCode.VARIABLE_CYCLE,
          "the variable " + name + " refers to itself",
          variable.at(),
          "give one of the variables a plain value");
      return null;
    }
    String value = expand(variable);
    open.remove(name);
    return value;
  }

  /** What was used: variables of all kinds, and files. */
  Set<String> used() {
    return used;
  }

  /** Whether a variable of the environment or a file was used. */
  boolean secret() {
    return secret;
  }

  /** Whether there was anything to replace. */
  boolean replaced() {
    return replaced;
  }

  /** Whether all that is wrong is that something is not defined. */
  boolean onlyUndefined() {
    return onlyUndefined;
  }

  private ImmutableSet<String> names() {
    return ImmutableSet.<String>builder()
        .addAll(values.ofRun().keySet())
        .addAll(values.ofDocument().keySet())
        .build();
  }

  private @Nullable String undefined(Place where, String message, String hint) {
    found.add(ConfigCode.UNDEFINED_VARIABLE, message, where.at(), hint);
    return null;
  }

  private @Nullable String bad(Place where, String message, String hint) {
    onlyUndefined = false;
    found.add(ConfigCode.BAD_SUBSTITUTION, message, where.at(), hint);
    return null;
  }
}
