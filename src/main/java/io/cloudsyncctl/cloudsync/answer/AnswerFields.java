package io.cloudsyncctl.cloudsync.answer;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.dsm.HostileText;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one answer. Unknown fields are ignored; a field of a wrong type is an error that
 * names method, subject and field. A field that is null counts as missing.
 *
 * @param prefix where these fields stand inside the answer, such as {@code conn[0].}
 */
public record AnswerFields(Location.OnNas at, WireValue.Members members, String prefix) {
  public static AnswerFields of(
      String nas, String method, @Nullable String subject, WireValue.Members members) {
    return new AnswerFields(new Location.OnNas(nas, method, subject), members, "");
  }

  /** The field, or null where it is missing or null. */
  @Nullable
  public WireValue raw(String name) {
    WireValue value = members.get(name);
    return value instanceof WireValue.Null ? null : value;
  }

  public String text(String name) {
    WireValue value = raw(name);
    if (value instanceof WireValue.Text(String text)) {
      return text;
    }
    throw wrong(name, "text", value);
  }

  public String text(String name, String missing) {
    return raw(name) == null ? missing : text(name);
  }

  long whole(String name) {
    WireValue value = raw(name);
    if (value instanceof WireValue.Whole(long number)) {
      return number;
    }
    throw wrong(name, "a whole number", value);
  }

  long whole(String name, long missing) {
    return raw(name) == null ? missing : whole(name);
  }

  boolean flag(String name, boolean missing) {
    WireValue value = raw(name);
    if (value == null || value instanceof WireValue.Flag) {
      return value == null ? missing : ((WireValue.Flag) value).value();
    }
    throw wrong(name, "true or false", value);
  }

  /** A list of objects; a list that is missing is an error. */
  public <T> ImmutableList<T> objects(String name, Function<AnswerFields, T> reader) {
    ImmutableList.Builder<T> objects = ImmutableList.builder();
    int index = 0;
    for (WireValue item : items(name)) {
      if (!(item instanceof WireValue.Members members)) {
        throw wrong(name + "[" + index + "]", "an object", item);
      }
      objects.add(reader.apply(new AnswerFields(at, members, prefix + name + "[" + index + "].")));
      index++;
    }
    return objects.build();
  }

  private ImmutableList<WireValue> items(String name) {
    WireValue value = raw(name);
    if (value instanceof WireValue.Items(ImmutableList<WireValue> items)) {
      return items;
    }
    throw wrong(name, "a list", value);
  }

  /** A list that is not all that it should be. */
  BadAnswerException incomplete(String what) {
    return new BadAnswerException(
        at,
        what,
        "the NAS may be busy or its database damaged: look at it in DSM, and try again in a minute");
  }

  BadAnswerException wrong(String name, String expected, @Nullable WireValue actual) {
    return wrong(
        name,
        "expected "
            + expected
            + " but the NAS answered "
            + (actual == null ? "nothing" : actual.kind()));
  }

  /** Why the catalogue's codec does not take what came; a text is shown. */
  public static String refused(WireFormatException refusal, WireValue actual) {
    String shown =
        actual instanceof WireValue.Text(String text) ? " " + HostileText.excerpt(text) : "";
    return refusal.getMessage() + shown;
  }

  private BadAnswerException wrong(String name, String what) {
    return new BadAnswerException(
        at,
        "field " + prefix + name + ": " + what,
        "the NAS may run a release of Cloud Sync that this version does not know");
  }
}
