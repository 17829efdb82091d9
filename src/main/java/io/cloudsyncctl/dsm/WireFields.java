package io.cloudsyncctl.dsm;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object of JSON, each read as what it has to be. Unknown members are ignored; a
 * member that is null counts as missing.
 *
 * @param <F> the same of an object inside
 * @param <E> what is thrown where a member is missing or is something else
 */
public abstract class WireFields<F, E extends Exception> {
  private final WireValue.Members members;
  private final String prefix;

  /**
   * The fields of an object.
   *
   * @param prefix where they stand, such as {@code conn[0].}
   */
  protected WireFields(WireValue.Members members, String prefix) {
    this.members = members;
    this.prefix = prefix;
  }

  /** The fields of an object inside this one. */
  protected abstract F inside(WireValue.Members members, String prefix);

  /**
   * The failure of a field.
   *
   * @param actual what it is; null where it is missing
   */
  protected abstract E wrong(String field, String expected, @Nullable WireValue actual);

  /** Reads an object that is an entry of a list. */
  @FunctionalInterface
  public interface Reader<F, T, E extends Exception> {
    T read(F fields) throws E;
  }

  public final WireValue.Members members() {
    return members;
  }

  /** The field, or null where it is missing. */
  public final @Nullable WireValue raw(String name) {
    return members.get(name) instanceof WireValue value && !(value instanceof WireValue.Null)
        ? value
        : null;
  }

  public final boolean has(String name) {
    return raw(name) != null;
  }

  public final String text(String name) throws E {
    return read(name, WireValue.Text.class, "text", WireValue.Text::value);
  }

  public final String text(String name, String missing) throws E {
    return has(name) ? text(name) : missing;
  }

  /** The text, or null where there is no such field. */
  public final @Nullable String textOrNull(String name) throws E {
    return has(name) ? text(name) : null;
  }

  public final long whole(String name) throws E {
    return read(name, WireValue.Whole.class, "a whole number", WireValue.Whole::value);
  }

  public final long whole(String name, long missing) throws E {
    return has(name) ? whole(name) : missing;
  }

  /** The number, or null where there is no such field. */
  public final @Nullable Long wholeOrNull(String name) throws E {
    return has(name) ? (Long) whole(name) : null;
  }

  public final boolean flag(String name) throws E {
    return read(name, WireValue.Flag.class, "true or false", WireValue.Flag::value);
  }

  public final boolean flag(String name, boolean missing) throws E {
    return has(name) ? flag(name) : missing;
  }

  public final F object(String name) throws E {
    return read(
        name, WireValue.Members.class, "an object", inner -> inside(inner, prefix + name + "."));
  }

  /** A list of objects. */
  public final <T> ImmutableList<T> objects(String name, Reader<F, T, E> reader) throws E {
    ImmutableList.Builder<T> objects = ImmutableList.builder();
    int index = 0;
    for (WireValue item : items(name)) {
      String entry = prefix + name + "[" + index + "]";
      if (!(item instanceof WireValue.Members inner)) {
        throw wrong(entry, "an object", item);
      }
      objects.add(reader.read(inside(inner, entry + ".")));
      index++;
    }
    return objects.build();
  }

  /** A list of texts. */
  public final ImmutableList<String> texts(String name) throws E {
    return list(name, WireValue.Text.class, "a list of texts", WireValue.Text::value);
  }

  /** A list of whole numbers. */
  public final ImmutableList<Long> wholes(String name) throws E {
    return list(name, WireValue.Whole.class, "a list of whole numbers", WireValue.Whole::value);
  }

  private <V extends WireValue, T> ImmutableList<T> list(
      String name, Class<V> kind, String expected, Function<V, T> value) throws E {
    ImmutableList.Builder<T> values = ImmutableList.builder();
    for (WireValue item : items(name)) {
      if (!kind.isInstance(item)) {
        throw wrong(prefix + name, expected, item);
      }
      values.add(value.apply(kind.cast(item)));
    }
    return values.build();
  }

  private ImmutableList<WireValue> items(String name) throws E {
    return read(name, WireValue.Items.class, "a list", WireValue.Items::values);
  }

  private <V extends WireValue, T> T read(
      String name, Class<V> kind, String expected, Function<V, T> value) throws E {
    WireValue field = raw(name);
    if (!kind.isInstance(field)) {
      throw wrong(prefix + name, expected, field);
    }
    return value.apply(kind.cast(field));
  }
}
