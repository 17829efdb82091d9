package io.cloudsyncctl.config.compose;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Content;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.diagnostic.Location;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code ${env:NAME}}, {@code ${file:PATH}} and {@code ${var:NAME}} in the values of a
 * document. What comes out is a single value, never parsed as YAML.
 */
public final class Substitution {
  /** The only places where a value that cannot be had is no error while no login follows. */
  private static final ImmutableSet<String> CREDENTIALS =
      ImmutableSet.of("nas.username", "nas.password");

  private final Expansion.Values values;
  private final boolean credentialsNeeded;
  private final ImmutableSet<String> secrets;
  private final Problems problems;

  /**
   * The substitution in one document.
   *
   * @param secrets the {@linkplain #secretReferences references} that fill a secret of any NAS of
   *     the run, which no other key may use
   */
  public Substitution(
      Expansion.Values values,
      boolean credentialsNeeded,
      ImmutableSet<String> secrets,
      Problems problems) {
    this.values = values;
    this.credentialsNeeded = credentialsNeeded;
    this.secrets = secrets;
    this.problems = problems;
  }

  /** The document with every value substituted; {@code vars} is dropped, it has served. */
  public Node.Mapping apply(Node.Mapping root) {
    return mapping(root.without("vars"), "");
  }

  /** What fills the secrets of the document: variables of all kinds, and files. */
  public ImmutableSet<String> secretReferences(Node.Mapping root) {
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
        Expansion run = new Expansion(values, new Problems(), scalar, false);
        if (SecretMarker.isSecret(path)) {
          run.expand(scalar);
          found.addAll(run.used());
        } else if (path.equals("nas.password_file") && run.expand(scalar) instanceof String file) {
          found.add("file:" + values.references().realFile(scalar.at().file(), file));
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
    Expansion run = new Expansion(values, found, source, CREDENTIALS.contains(path));
    String text = run.expand(source);
    if (text == null && CREDENTIALS.contains(path) && !credentialsNeeded && run.onlyUndefined()) {
      return null;
    }
    problems.addAll(found);
    if (!SecretMarker.isSecret(path) && !Collections.disjoint(run.used(), secrets)) {
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
    if (!run.replaced()) {
      return new Node.Scalar(source.content(), text, source.at(), -1, source.trait());
    }
    Node.Trait trait = run.secret() ? Node.Trait.SUBSTITUTED_SECRET : Node.Trait.SUBSTITUTED;
    return new Node.Scalar(new Content.Text(), text, source.at(), -1, trait);
  }
}
