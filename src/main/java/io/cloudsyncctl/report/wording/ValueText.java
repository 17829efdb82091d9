package io.cloudsyncctl.report.wording;

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
import java.util.stream.Collectors;

/** A setting's value on one line, escaped. */
public final class ValueText {
  /** A longer text is cut, in text only: JSON holds the whole of it. */
  public static final int LONGEST = 240;

  private ValueText() {}

  /** What is known of a value now. */
  public static <T> String of(Setting<T> setting, Value<T> value) {
    return switch (value) {
      case Value.Known<T>(T known) -> of(setting, known);
      case Value.Unreadable<T> _ -> "(unknown)";
      case Value.Absent<T> _ -> "(absent)";
    };
  }

  /** A value. The casts agree with the setting's type. */
  @SuppressWarnings("unchecked")
  public static <T> String of(Setting<T> setting, T value) {
    return switch (setting.type()) {
      case BooleanType _ -> value.toString();
      case ChoiceType<T> type -> type.word(value);
      case IntegerType type -> number((Long) value, type);
      case TextType _ -> text((String) value);
      case WeekHoursType _ -> hours((WeekHours) value);
      case TextSetType _ -> list((ImmutableList<String>) value);
    };
  }

  private static String number(long value, IntegerType type) {
    if (type.isUnlimited(value)) {
      return "0 (no limit)";
    }
    return switch (type.unit()) {
      case NONE -> Long.toString(value);
      case SECONDS -> Quantity.seconds(value);
      case BYTES -> Quantity.bytes(value);
      case MEGABYTES -> value + " MB";
    };
  }

  private static String hours(WeekHours hours) {
    int on = hours.hoursOn();
    return switch (on) {
      case 0 -> "no hour of the week";
      case WeekHours.DAYS * WeekHours.HOURS -> "every hour of the week";
      default -> Quantity.count(on, "hour") + " a week";
    };
  }

  private static String list(ImmutableList<String> entries) {
    return entries.isEmpty()
        ? "(no entries)"
        : entries.stream().map(ValueText::text).collect(Collectors.joining(", "));
  }

  /** A text as it is where it cannot be misread, else in double quotes. */
  public static String text(String value) {
    String escaped = Escaper.escape(value, LONGEST);
    boolean plain =
        !value.isEmpty()
            && value.equals(value.strip())
            && "(+-!".indexOf(value.charAt(0)) < 0
            && !value.contains("  ")
            && value.codePoints().noneMatch(c -> c == '"' || c == ',' || c == '→' || c == '…');
    return plain ? escaped : '"' + escaped.replace("\"", "\\\"") + '"';
  }
}
