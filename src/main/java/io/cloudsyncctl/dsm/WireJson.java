package io.cloudsyncctl.dsm;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.setting.WireValue;
import java.io.StringWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** JSON text to {@link WireValue} and back. */
public final class WireJson {
  /** The deepest nesting that is read. */
  public static final int MAX_DEPTH = 64;

  /** The longest text that is read, in bytes or characters. */
  public static final int MAX_LENGTH = 32 * 1024 * 1024;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxDocumentLength(MAX_LENGTH)
                  .maxStringLength(MAX_LENGTH)
                  .maxNumberLength(100)
                  .build())
          .build();

  private WireJson() {}

  /**
   * Reads one JSON value and nothing after it.
   *
   * @throws tools.jackson.core.JacksonException where the text is not JSON, ends too early, holds a
   *     name twice, or is too long or too deep
   */
  public static WireValue parse(byte[] utf8) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), utf8)) {
      return document(parser);
    }
  }

  /** Like {@link #parse(byte[])}, from characters. */
  public static WireValue parse(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      return document(parser);
    }
  }

  private static WireValue document(JsonParser parser) {
    parser.nextToken();
    WireValue value = value(parser);
    if (parser.nextToken() != null) {
      throw new StreamReadException(parser, "something follows the JSON value");
    }
    return value;
  }

  private static WireValue value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> members(parser);
      case START_ARRAY -> items(parser);
      case VALUE_STRING -> WireValue.of(text(parser));
      case VALUE_NUMBER_INT -> number(parser);
      case VALUE_NUMBER_FLOAT -> new WireValue.Decimal(parser.getDecimalValue());
      case VALUE_TRUE -> WireValue.of(true);
      case VALUE_FALSE -> WireValue.of(false);
      case VALUE_NULL -> new WireValue.Null();
      case null, default -> throw new StreamReadException(parser, "no JSON value");
    };
  }

  private static WireValue number(JsonParser parser) {
    return switch (parser.getNumberType()) {
      case INT, LONG -> WireValue.of(parser.getLongValue());
      default -> new WireValue.Decimal(parser.getDecimalValue());
    };
  }

  /** Half a surrogate pair could not be sent back as it was read, so it is refused here. */
  private static String text(JsonParser parser) {
    String text = parser.getString();
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new StreamReadException(parser, "a text holds half a surrogate pair");
    }
    return text;
  }

  private static WireValue members(JsonParser parser) {
    ImmutableMap.Builder<String, WireValue> members = ImmutableMap.builder();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return new WireValue.Members(members.buildOrThrow());
  }

  private static WireValue items(JsonParser parser) {
    ImmutableList.Builder<WireValue> items = ImmutableList.builder();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return new WireValue.Items(items.build());
  }

  /** The compact JSON text of a value: no blanks, members in their order. */
  public static String print(WireValue value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      write(generator, value);
    }
    return text.toString();
  }

  /** The JSON text of a value for people: indented, members in their order. */
  public static String pretty(WireValue value) {
    return JsonMapper.shared().readTree(print(value)).toPrettyString();
  }

  private static void write(JsonGenerator json, WireValue value) {
    switch (value) {
      case WireValue.Text(String text) -> json.writeString(text);
      case WireValue.Whole(long number) -> json.writeNumber(number);
      case WireValue.Decimal(var number) -> json.writeNumber(number);
      case WireValue.Flag(boolean flag) -> json.writeBoolean(flag);
      case WireValue.Null() -> json.writeNull();
      case WireValue.Items(ImmutableList<WireValue> items) -> {
        json.writeStartArray();
        items.forEach(item -> write(json, item));
        json.writeEndArray();
      }
      case WireValue.Members(ImmutableMap<String, WireValue> members) -> {
        json.writeStartObject();
        for (Map.Entry<String, WireValue> member : members.entrySet()) {
          json.writeName(member.getKey());
          write(json, member.getValue());
        }
        json.writeEndObject();
      }
    }
  }
}
