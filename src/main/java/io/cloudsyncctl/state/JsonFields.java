package io.cloudsyncctl.state;

import io.cloudsyncctl.dsm.WireFields;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The fields of an object that was read from a file, looked at with suspicion. */
public final class JsonFields extends WireFields<JsonFields, WireFormatException> {
  public JsonFields(WireValue.Members members) {
    this(members, "");
  }

  private JsonFields(WireValue.Members members, String prefix) {
    super(members, prefix);
  }

  /** The object that a whole file is. */
  static JsonFields parse(byte[] json) throws WireFormatException {
    try {
      return of(WireJson.parse(json));
    } catch (JacksonException e) {
      throw new WireFormatException("it is not JSON");
    }
  }

  static JsonFields of(WireValue value) throws WireFormatException {
    if (value instanceof WireValue.Members members) {
      return new JsonFields(members);
    }
    throw new WireFormatException("it is not an object");
  }

  Instant time(String name) throws WireFormatException {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException e) {
      throw new WireFormatException(name + " is not a time such as 2026-01-31T12:00:00Z");
    }
  }

  @Override
  protected JsonFields inside(WireValue.Members members, String prefix) {
    return new JsonFields(members, prefix);
  }

  @Override
  protected WireFormatException wrong(String field, String expected, @Nullable WireValue actual) {
    return new WireFormatException(field + " is not " + expected);
  }
}
