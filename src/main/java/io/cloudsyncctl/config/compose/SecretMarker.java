package io.cloudsyncctl.config.compose;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.diagnostic.Location;

/** Marks what stands at the keys of secrets, so that no message ever repeats it. */
public final class SecretMarker {
  private static final ImmutableSet<String> KEYS =
      ImmutableSet.of("password", "password_command", "two_factor");

  private SecretMarker() {}

  /** Whether a secret stands at a key or below it, such as {@code nas.two_factor.totp_secret}. */
  static boolean isSecret(String path) {
    return KEYS.stream()
        .map(key -> "nas." + key)
        .anyMatch(
            key -> path.equals(key) || path.startsWith(key + ".") || path.startsWith(key + "["));
  }

  /** The document with all below the secret keys of {@code nas} marked. */
  public static Node.Mapping mark(Node.Mapping root) {
    Node.Mapping nas = root.mapping("nas");
    if (nas == null) {
      return root;
    }
    Node.Mapping marked = nas;
    for (String key : KEYS) {
      Node value = nas.get(key);
      if (value != null) {
        marked = marked.with(key, secret(value));
      }
    }
    return root.with("nas", marked);
  }

  private static Node secret(Node node) {
    return switch (node) {
      case Node.Mapping(ImmutableMap<String, Node.Entry> entries, Location.InFile at) -> {
        ImmutableMap.Builder<String, Node.Entry> marked = ImmutableMap.builder();
        entries.forEach(
            (key, entry) -> marked.put(key, new Node.Entry(entry.key(), secret(entry.value()))));
        yield new Node.Mapping(marked.buildOrThrow(), at);
      }
      case Node.Sequence(ImmutableList<Node> items, Location.InFile at) ->
          new Node.Sequence(
              items.stream().map(SecretMarker::secret).collect(ImmutableList.toImmutableList()),
              at);
      case Node.Scalar scalar -> {
        Node.Trait trait =
            switch (scalar.trait()) {
              case WRITTEN, WRITTEN_SECRET -> Node.Trait.WRITTEN_SECRET;
              case SUBSTITUTED, SUBSTITUTED_SECRET -> Node.Trait.SUBSTITUTED_SECRET;
              case UNDEFINED -> Node.Trait.UNDEFINED;
            };
        yield new Node.Scalar(
            scalar.content(), scalar.text(), scalar.at(), scalar.textOffset(), trait);
      }
    };
  }
}
