package io.cloudsyncctl.report.format;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.BooleanType;
import io.cloudsyncctl.model.setting.ValueType.ChoiceType;
import io.cloudsyncctl.model.setting.ValueType.IntegerType;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.model.setting.ValueType.TextType;
import io.cloudsyncctl.model.setting.ValueType.WeekHoursType;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.model.setting.WireValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values as JSON: a setting's in the form that the YAML takes, the wire's as they are sent. */
public final class ValueJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ValueJson() {}

  /** {@code {"state": "known", "value": …}}, or unreadable and why, or absent. */
  public static <T> ObjectNode of(Setting<T> setting, Value<T> value) {
    ObjectNode node = NODES.objectNode();
    switch (value) {
      case Value.Known<T>(T known) -> node.put("state", "known").set("value", of(setting, known));
      case Value.Unreadable<T>(String why) -> node.put("state", "unreadable").put("why", why);
      case Value.Absent<T> _ -> node.put("state", "absent");
    }
    return node;
  }

  /** A value: a number is always the plain number, the hours are seven texts, Sunday first. */
  @SuppressWarnings("unchecked")
  public static <T> JsonNode of(Setting<T> setting, T value) {
    return switch (setting.type()) {
      case BooleanType _ -> NODES.booleanNode((Boolean) value);
      case IntegerType _ -> NODES.numberNode((Long) value);
      case TextType _ -> NODES.stringNode((String) value);
      case ChoiceType<T> type -> NODES.stringNode(type.word(value));
      case WeekHoursType _ -> week((WeekHours) value);
      case TextSetType _ -> texts((ImmutableList<String>) value);
    };
  }

  private static ArrayNode week(WeekHours hours) {
    ArrayNode days = NODES.arrayNode();
    for (int day = 0; day < WeekHours.DAYS; day++) {
      days.add(hours.day(day));
    }
    return days;
  }

  public static ArrayNode texts(List<String> texts) {
    ArrayNode array = NODES.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  public static ObjectNode of(Map<String, WireValue> members) {
    ObjectNode object = NODES.objectNode();
    members.forEach((name, value) -> object.set(name, of(value)));
    return object;
  }

  private static JsonNode of(WireValue value) {
    return switch (value) {
      case WireValue.Text(String text) -> NODES.stringNode(text);
      case WireValue.Whole(long whole) -> NODES.numberNode(whole);
      case WireValue.Decimal(BigDecimal decimal) -> NODES.numberNode(decimal);
      case WireValue.Flag(boolean flag) -> NODES.booleanNode(flag);
      case WireValue.Null _ -> NODES.nullNode();
      case WireValue.Items(ImmutableList<WireValue> items) -> {
        ArrayNode array = NODES.arrayNode();
        items.forEach(item -> array.add(of(item)));
        yield array;
      }
      case WireValue.Members members -> of(members.values());
    };
  }
}
