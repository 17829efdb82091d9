package io.cloudsyncctl.model.setting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value as it stands in an answer or a parameter: JSON's shapes, without a JSON library. */
public sealed interface WireValue {

  /** A string. */
  record Text(String value) implements WireValue {}

  /** A whole number. */
  record Whole(long value) implements WireValue {}

  /** A number that is not whole, or is beyond a {@code long}. */
  record Decimal(BigDecimal value) implements WireValue {}

  /** A truth value. */
  record Flag(boolean value) implements WireValue {}

  /** {@code null}. */
  record Null() implements WireValue {}

  /** A list, in its order. */
  record Items(ImmutableList<WireValue> values) implements WireValue {
    public static Items of(List<? extends WireValue> values) {
      return new Items(ImmutableList.copyOf(values));
    }

    public static Items ofTexts(List<String> texts) {
      return new Items(
          texts.stream().map(Text::new).collect(ImmutableList.<WireValue>toImmutableList()));
    }

    /** The texts of a list of nothing else; empty where it holds anything else. */
    public Optional<ImmutableList<String>> texts() {
      ImmutableList.Builder<String> texts = ImmutableList.builder();
      for (WireValue value : values) {
        if (!(value instanceof Text(String text))) {
          return Optional.empty();
        }
        texts.add(text);
      }
      return Optional.of(texts.build());
    }
  }

  /** An object, its members in the order of the text. */
  record Members(ImmutableMap<String, WireValue> values) implements WireValue {
    public static final Members EMPTY = new Members(ImmutableMap.of());

    public static Members of(Map<String, ? extends WireValue> values) {
      return new Members(ImmutableMap.copyOf(values));
    }

    /** The member of that name, or null where there is none. */
    public @Nullable WireValue get(String name) {
      return values.get(name);
    }
  }

  static WireValue of(String value) {
    return new Text(value);
  }

  static WireValue of(long value) {
    return new Whole(value);
  }

  static WireValue of(boolean value) {
    return new Flag(value);
  }

  /** What kind of value it is, for messages. */
  default String kind() {
    return switch (this) {
      case Text _ -> "text";
      case Whole _ -> "a whole number";
      case Decimal _ -> "a number";
      case Flag _ -> "a boolean";
      case Null _ -> "null";
      case Items _ -> "a list";
      case Members _ -> "an object";
    };
  }
}
