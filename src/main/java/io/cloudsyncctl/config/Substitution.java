package io.cloudsyncctl.config;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.diagnostic.Location;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code ${env:NAME}}, {@code ${file:PATH}} and {@code ${var:NAME}} in the values of a
 * document. What comes out is a single value, never parsed as YAML.
 */
final class Substitution {
  /** What an expansion counts for at least, so that empty ones are bounded too. */
  private static final int EXPANSION = 16;

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

  /** The only places where a value that cannot be had is no error while no login follows. */
  private static final ImmutableSet<String> CREDENTIALS =
      ImmutableSet.of("nas.username", "nas.password");

  private final References references;
  private final ImmutableMap<String, Node.Scalar> runVariables;
  private final ImmutableMap<String, Node.Scalar> documentVariables;
  private final boolean credentialsNeeded;
  private final ImmutableSet<String> secrets;
  private final Problems problems;

  /**
   * The substitution in one document.
   *
   * @param secrets the {@linkplain #secretReferences references} that fill a secret of any NAS of
   *     the run, which no other key may use
   */
  Substitution(
      References references,
      ImmutableMap<String, Node.Scalar> runVariables,
      ImmutableMap<String, Node.Scalar> documentVariables,
      boolean credentialsNeeded,
      ImmutableSet<String> secrets,
      Problems problems) {
    this.references = references;
    this.runVariables = runVariables;
    this.documentVariables = documentVariables;
    this.credentialsNeeded = credentialsNeeded;
    this.secrets = secrets;
    this.problems = problems;
  }

  /** The document with every value substituted; {@code vars} is dropped, it has served. */
  Node.Mapping apply(Node.Mapping root) {
    return mapping(root.without("vars"), "");
  }

  /** What fills the secrets of the document: variables of all kinds, and files. */
  ImmutableSet<String> secretReferences(Node.Mapping root) {
    ImmutableSet.Builder<String> found = ImmutableSet.builder();
    Node.Mapping nas = root.mapping("nas");
    if (nas != null) {
      nas.entries().forEach((key, entry) -> collect(entry.value(), "nas." + key, found));
    }
    return found.build();
  }

  private void collect(Node node, String path, ImmutableSet.Builder<String> found) {
    switch (node) {
      case Node.Mapping mapping ->
          mapping
              .entries()
              .forEach((key, entry) -> collect(entry.value(), path + "." + key, found));
      case Node.Sequence sequence ->
          sequence.items().forEach(item -> collect(item, path + "[]", found));
      case Node.Scalar scalar -> {
        Run run = new Run(new Problems(), scalar, false);
        if (Secrecy.isSecret(path)) {
          run.expand(scalar);
          found.addAll(run.used);
        } else if (path.equals("nas.password_file") && run.expand(scalar) instanceof String file) {
          found.add("file:" + references.realFile(scalar.at().file(), file));
        }
      }
    }
  }

  private Node.Mapping mapping(Node.Mapping source, String path) {
    ImmutableMap.Builder<String, Node.Entry> entries = ImmutableMap.builder();
    source
        .entries()
        .forEach((key, entry) -> {
          Node value = node(entry.value(), path.isEmpty() ? key : path + "." + key);
          if (value != null) {
            entries.put(key, new Node.Entry(entry.key(), value));
          }
        });
    return new Node.Mapping(entries.buildOrThrow(), source.at());
  }

  private @Nullable Node node(Node source, String path) {
    return switch (source) {
      case Node.Mapping mapping -> mapping(mapping, path);
      case Node.Sequence(ImmutableList<Node> items, Location.InFile at) -> {
        ImmutableList.Builder<Node> substituted = ImmutableList.builder();
        for (Node item : items) {
          Node value = node(item, path + "[]");
          if (value != null) {
            substituted.add(value);
          }
        }
        yield new Node.Sequence(substituted.build(), at);
      }
      case Node.Scalar scalar -> scalar(scalar, path);
    };
  }

  /** Null where a credential cannot be had and is not needed. */
  private @Nullable Node scalar(Node.Scalar source, String path) {
    if (!source.text().contains("${")) {
      return source;
    }
    Problems found = new Problems();
    Run run = new Run(found, source, CREDENTIALS.contains(path));
    String text = run.expand(source);
    if (text == null && CREDENTIALS.contains(path) && !credentialsNeeded && run.onlyUndefined) {
      return null;
    }
    problems.addAll(found);
    if (!Secrecy.isSecret(path) && !Collections.disjoint(run.used, secrets)) {
      problems.add(
          ConfigCode.SECRET_SHOWN,
          path.substring(path.lastIndexOf('.') + 1)
              + " uses what a secret of a NAS is filled with, and would show it in plans and"
              + " reports",
          source.at(),
          "use another variable or file here");
    }
    if (text == null) {
      return Node.Scalar.undefined(source.at());
    }
    if (!run.replaced) {
      return new Node.Scalar(source.content(), text, source.at(), -1, source.trait());
    }
    Node.Trait trait = run.secret ? Node.Trait.SUBSTITUTED_SECRET : Node.Trait.SUBSTITUTED;
    return new Node.Scalar(new Content.Text(), text, source.at(), -1, trait);
  }

  /** Where a reference stands. Its column is counted only if there is something to say of it. */
  private record Place(Node.Scalar source, int index) {
    Location.InFile at() {
      return source.at(index);
    }
  }

  /** The work on one value. */
  private final class Run {
    private final Problems found;
    private final Node.Scalar whole;
    private final boolean credential;
    private final Set<String> open = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private boolean secret;
    private boolean replaced;
    private boolean onlyUndefined = true;
    private int length;

    Run(Problems found, Node.Scalar whole, boolean credential) {
      this.credential = credential;
      this.found = found;
      this.whole = whole;
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
            bad(
                new Place(source, start),
                "a ${ is never closed by }",
                "write $${ for a literal ${");
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
      length += text.length() + EXPANSION;
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
      String value = references.environment(name);
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
      used.add("file:" + references.realFile(where.source.at().file(), path));
      String value = references.file(where.source.at().file(), path);
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
      Node.Scalar fromRun = runVariables.get(name);
      if (fromRun != null) {
        used.add("--var:" + name);
        return fromRun.text();
      }
      Node.Scalar variable = documentVariables.get(name);
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

    private ImmutableSet<String> names() {
      return ImmutableSet.<String>builder()
          .addAll(runVariables.keySet())
          .addAll(documentVariables.keySet())
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
}
