package io.cloudsyncctl.config.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.diagnostic.Location;
import org.jspecify.annotations.Nullable;

/** A part of a YAML file that knows where it stands, also after files were put together. */
public sealed interface Node {

  /** Where it begins. */
  Location.InFile at();

  /** Where a scalar's text came from, hence whether it may be shown. */
  enum Trait {
    /** It stands in the file. */
    WRITTEN,
    /** It stands in the file, at a key that holds a secret. */
    WRITTEN_SECRET,
    /** It was put together from public variables. */
    SUBSTITUTED,
    /** Some of it came from the environment or a file. */
    SUBSTITUTED_SECRET,
    /** It could not be had, and that was reported. */
    UNDEFINED;

    public boolean secret() {
      return this == WRITTEN_SECRET || this == SUBSTITUTED_SECRET;
    }

    public boolean substituted() {
      return this == SUBSTITUTED || this == SUBSTITUTED_SECRET;
    }
  }

  /**
   * A single value.
   *
   * @param content what it is by the core rules
   * @param text its text, without quotes and escapes
   * @param textOffset the column of the text's first character from that of the scalar; -1 where
   *     columns inside the text cannot be told (escapes, several lines, substitution)
   */
  record Scalar(Content content, String text, Location.InFile at, int textOffset, Trait trait)
      implements Node {

    public static Scalar undefined(Location.InFile at) {
      return new Scalar(new Content.Text(), "", at, -1, Trait.UNDEFINED);
    }

    public boolean isText() {
      return content instanceof Content.Text && trait != Trait.UNDEFINED;
    }

    /** Where a character of the text stands, as exactly as can be told. */
    public Location.InFile at(int index) {
      return textOffset < 0
          ? at
          : new Location.InFile(
              at.file(),
              at.line(),
              at.column() + textOffset + text.codePointCount(0, Math.min(index, text.length())));
    }
  }

  /** A list. */
  record Sequence(ImmutableList<Node> items, Location.InFile at) implements Node {}

  /** A mapping, in the order of the text. */
  record Mapping(ImmutableMap<String, Entry> entries, Location.InFile at) implements Node {

    @Nullable
    public Node get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }

    /** The mapping at a key; null where there is none. */
    @Nullable
    public Mapping mapping(String key) {
      return get(key) instanceof Mapping mapping ? mapping : null;
    }

    /** The mappings of the list at a key. */
    public ImmutableList<Mapping> mappings(String key) {
      return get(key) instanceof Sequence(ImmutableList<Node> items, _)
          ? items.stream()
              .filter(Mapping.class::isInstance)
              .map(Mapping.class::cast)
              .collect(ImmutableList.toImmutableList())
          : ImmutableList.of();
    }

    /** The text at a key; null where there is none, or something else. */
    @Nullable
    public String text(String key) {
      return get(key) instanceof Scalar scalar && scalar.isText() ? scalar.text() : null;
    }

    /** The same mapping with another value at a key that it has. */
    public Mapping with(String key, Node value) {
      ImmutableMap.Builder<String, Entry> changed = ImmutableMap.builder();
      entries.forEach((name, entry) ->
          changed.put(name, name.equals(key) ? new Entry(entry.key(), value) : entry));
      return new Mapping(changed.buildOrThrow(), at);
    }

    /** The same mapping without a key. */
    public Mapping without(String key) {
      ImmutableMap.Builder<String, Entry> rest = ImmutableMap.builder();
      entries.forEach((name, entry) -> {
        if (!name.equals(key)) {
          rest.put(name, entry);
        }
      });
      return new Mapping(rest.buildOrThrow(), at);
    }
  }

  /** A key with its value. */
  record Entry(Scalar key, Node value) {}

  /** Whether it is {@code null} in YAML. */
  default boolean isNull() {
    return this instanceof Scalar scalar && scalar.content() instanceof Content.Null;
  }

  /** Whether it could not be had, which was reported already. */
  default boolean isUndefined() {
    return this instanceof Scalar scalar && scalar.trait() == Trait.UNDEFINED;
  }
}
