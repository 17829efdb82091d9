package io.cloudsyncctl.config.export;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.config.notation.Quoting;
import io.cloudsyncctl.config.notation.ScheduleGrammar;
import io.cloudsyncctl.config.notation.Sizes;
import io.cloudsyncctl.config.schema.SchemaMessages;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.BooleanType;
import io.cloudsyncctl.model.setting.ValueType.ChoiceType;
import io.cloudsyncctl.model.setting.ValueType.IntegerType;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.model.setting.ValueType.TextType;
import io.cloudsyncctl.model.setting.ValueType.Unit;
import io.cloudsyncctl.model.setting.ValueType.WeekHoursType;
import io.cloudsyncctl.model.setting.WeekHours;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes settings of the catalogue; one that cannot be declared is a comment that says why. */
final class ExportedSettings {
  private final YamlWriter out;

  ExportedSettings(YamlWriter out) {
    this.out = out;
  }

  /** The settings of a subject, in blocks where their paths have some. */
  void write(LiveSettings live, Iterable<Setting<?>> settings) {
    Map<String, List<Setting<?>>> blocks = new LinkedHashMap<>();
    for (Setting<?> setting : settings) {
      String path = setting.relativePath();
      int dot = path.indexOf('.');
      blocks
          .computeIfAbsent(dot < 0 ? "" : path.substring(0, dot), _ -> new ArrayList<>())
          .add(setting);
    }
    blocks.forEach((name, inside) -> {
      if (name.isEmpty()) {
        inside.forEach(setting -> setting(live, setting));
      } else {
        ownBlock(name, live, inside);
      }
    });
  }

  /** Settings below a key; inner blocks below theirs. */
  void block(String name, LiveSettings live, List<Setting<?>> settings) {
    if (name.equals("package")) {
      header(name, live, settings);
      out.deeper(() -> write(live, settings));
    } else {
      ownBlock(name, live, settings);
    }
  }

  private void ownBlock(String name, LiveSettings live, List<Setting<?>> settings) {
    header(name, live, settings);
    out.deeper(() -> settings.forEach(setting -> setting(live, setting)));
  }

  /** A block in which everything is a comment is one itself: an empty mapping says nothing. */
  private void header(String name, LiveSettings live, List<Setting<?>> settings) {
    boolean some = settings.stream().anyMatch(setting -> isDeclarable(live, setting));
    if (some) {
      out.line(name + ":");
    } else {
      out.comment(name + ":");
    }
  }

  private static <T> boolean isDeclarable(LiveSettings live, Setting<T> setting) {
    return live.get(setting) instanceof Value.Known<T>(T value)
        && obstacle(setting, value).isEmpty();
  }

  private <T> void setting(LiveSettings live, Setting<T> setting) {
    switch (live.get(setting)) {
      case Value.Known<T>(T value) -> {
        Optional<String> obstacle = obstacle(setting, value);
        if (obstacle.isPresent()) {
          out.comment(obstacle.get());
          out.commentedOut(() -> value(setting, value));
        } else {
          value(setting, value);
        }
      }
      case Value.Unreadable<T>(String why) ->
          out.comment(setting.key() + ": cannot be read: " + Quoting.comment(why));
      case Value.Absent<T> _ -> out.comment(setting.key() + ": the NAS does not answer it");
    }
  }

  @SuppressWarnings("unchecked")
  private <T> void value(Setting<T> setting, T value) {
    String key = setting.key() + ": ";
    switch (setting.type()) {
      case BooleanType _ -> out.line(key + value);
      case ChoiceType<T> type -> out.line(key + Quoting.scalar(type.word(value)));
      case IntegerType type ->
          out.line(
              key
                  + (type.unit() == Unit.BYTES && (Long) value >= 1024
                      ? Sizes.format((Long) value)
                      : value));
      case TextType _ -> out.line(key + Quoting.scalar((String) value));
      case TextSetType _ -> out.line(key + Quoting.list((ImmutableList<String>) value));
      case WeekHoursType _ -> hours(setting.key(), (WeekHours) value);
    }
  }

  private void hours(String key, WeekHours week) {
    if (week.equals(WeekHours.ALL)) {
      out.line(key + ": all");
    } else if (week.equals(WeekHours.NONE)) {
      out.line(key + ": none");
    } else {
      out.line(key + ":");
      out.deeper(() -> rows(week));
    }
  }

  /** Whichever is shorter: days with their hours, or one line of bits for each day. */
  private void rows(WeekHours week) {
    Map<String, String> rows = ScheduleGrammar.format(week);
    int length =
        rows.entrySet().stream().mapToInt(r -> r.getKey().length() + r.getValue().length()).sum();
    if (length < WeekHours.DAYS * WeekHours.HOURS) {
      rows.forEach((days, hours) -> out.line(days + ": " + hours));
      return;
    }
    for (int day = 0; day < WeekHours.DAYS; day++) {
      out.line("- '" + week.day(day) + "'  # " + ScheduleGrammar.DAYS.get(day));
    }
  }

  /** Why the language does not take a value, if so. */
  private static Optional<String> obstacle(Setting<?> setting, @Nullable Object value) {
    return switch (setting.type()) {
      case IntegerType(long minimum, long maximum, _, _)
          when value instanceof Long number && (number < minimum || number > maximum) ->
          Optional.of(
              SchemaMessages.rangeMessage(setting.key(), minimum, maximum, null)
                  + ", so this value cannot be declared");
      case TextSetType _ when value instanceof ImmutableList<?> entries && entries.contains("") ->
          Optional.of("an entry is empty, so this list cannot be declared");
      case BooleanType _,
          IntegerType _,
          TextType _,
          ChoiceType<?> _,
          WeekHoursType _,
          TextSetType _ ->
          Optional.empty();
    };
  }
}
