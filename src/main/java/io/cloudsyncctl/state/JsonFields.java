package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import org.jspecify.annotations.Nullable;

/** The fields of an object that was read from a file, looked at with suspicion. */
public record JsonFields(WireValue.Members members) {

  public String text(String name) throws WireFormatException {
    if (members.get(name) instanceof WireValue.Text(String text)) {
      return text;
    }
    throw new WireFormatException(name + " is not a text");
  }

  /** The text, or null where there is no such field. */
  public @Nullable String textOrNull(String name) throws WireFormatException {
    return members.get(name) == null ? null : text(name);
  }

  public long whole(String name) throws WireFormatException {
    if (members.get(name) instanceof WireValue.Whole(long number)) {
      return number;
    }
    throw new WireFormatException(name + " is not a whole number");
  }

  /** The number, or null where there is no such field. */
  public @Nullable Long wholeOrNull(String name) throws WireFormatException {
    return members.get(name) == null ? null : whole(name);
  }

  public boolean flag(String name) throws WireFormatException {
    if (members.get(name) instanceof WireValue.Flag(boolean flag)) {
      return flag;
    }
    throw new WireFormatException(name + " is neither true nor false");
  }

  public JsonFields object(String name) throws WireFormatException {
    if (members.get(name) instanceof WireValue.Members object) {
      return new JsonFields(object);
    }
    throw new WireFormatException(name + " is not an object");
  }

  public ImmutableList<WireValue> items(String name) throws WireFormatException {
    if (members.get(name) instanceof WireValue.Items(ImmutableList<WireValue> items)) {
      return items;
    }
    throw new WireFormatException(name + " is not a list");
  }

  public ImmutableList<String> texts(String name) throws WireFormatException {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    for (WireValue item : items(name)) {
      if (!(item instanceof WireValue.Text(String text))) {
        throw new WireFormatException(name + " is not a list of texts");
      }
      texts.add(text);
    }
    return texts.build();
  }

  public ImmutableList<JsonFields> objects(String name) throws WireFormatException {
    ImmutableList.Builder<JsonFields> objects = ImmutableList.builder();
    for (WireValue item : items(name)) {
      if (!(item instanceof WireValue.Members object)) {
        throw new WireFormatException(name + " is not a list of objects");
      }
      objects.add(new JsonFields(object));
    }
    return objects.build();
  }
}
