package io.cloudsyncctl.config;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup.Subject;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.BooleanType;
import io.cloudsyncctl.model.setting.ValueType.ChoiceType;
import io.cloudsyncctl.model.setting.ValueType.IntegerType;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.model.setting.ValueType.TextType;
import io.cloudsyncctl.model.setting.ValueType.WeekHoursType;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Live states as unkind as a NAS can be; the same seed gives the same state. */
public final class RandomStates {
  private static final ImmutableList<String> UNKIND =
      ImmutableList.of(
          "on",
          "yes",
          "null",
          "~",
          "true",
          "1_000",
          "22:30",
          "0x1f",
          "0o7",
          "1e3",
          ".inf",
          "-",
          "- a",
          "a: b",
          "a #b",
          "#",
          "'",
          "\"",
          "\\",
          "${env:HOME}",
          "$${x}",
          "${",
          "%a",
          "@a",
          "`a",
          "&a",
          "*a",
          "!a",
          "|",
          ">",
          "{a}",
          "[a]",
          "a,b",
          " a",
          "a ",
          "\t",
          "a\nb",
          "\r\n",
          "\u0000",
          "\u0007",
          "\u001b[31m",
          "\u0085",
          "\u2028",
          "\u202e",
          "\ufeff",
          "\ud83d\uddc4",
          "\ud800",
          "ü",
          "u\u0308",
          "<<",
          "=",
          "?",
          "? a",
          ":",
          "2027-01-31",
          "001",
          "none",
          "all",
          "---",
          "...",
          "a'b",
          "it''s",
          "package",
          "//",
          "é/è");

  private RandomStates() {}

  static LiveState state(Random random) {
    List<LiveConnection> connections = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      boolean sameName = i > 0 && random.nextInt(5) == 0;
      connections.add(
          connection(random, i, sameName ? connections.getFirst().name() : text(random)));
    }
    return new LiveState(
        settings(random, Subject.PACKAGE),
        random.nextBoolean(),
        random.nextInt(8) == 0,
        ImmutableList.copyOf(connections));
  }

  private static LiveConnection connection(Random random, int index, String name) {
    List<LiveTask> tasks = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      TaskPaths paths =
          i > 0 && random.nextInt(10) == 0
              ? tasks.getFirst().paths()
              : new TaskPaths(random.nextInt(20) == 0 ? "" : "/" + text(random), text(random));
      tasks.add(
          new LiveTask(
              10L * index + i,
              paths,
              "",
              settings(random, Subject.TASK),
              random.nextInt(8) == 0,
              new Value.Known<>(ImmutableList.of()),
              new Value.Known<>(ImmutableList.of())));
    }
    String status = random.nextBoolean() ? "pause" : "uptodate";
    return new LiveConnection(
        index,
        name,
        ImmutableList.of("db", "az", "gd", "od_v1", "").get(random.nextInt(5)),
        status,
        text(random),
        text(random),
        WireValue.Members.EMPTY,
        settings(random, Subject.CONNECTION),
        ImmutableList.copyOf(tasks),
        null);
  }

  private static LiveSettings settings(Random random, Subject subject) {
    LiveSettings.Builder settings = LiveSettings.builder();
    for (Setting<?> setting : Catalog.of(subject)) {
      if (setting != ConnectionSettings.NAME) {
        put(random, setting, settings);
      }
    }
    return settings.build();
  }

  @SuppressWarnings("unchecked")
  private static <T> void put(Random random, Setting<T> setting, LiveSettings.Builder settings) {
    boolean mayBeOld = TaskSettings.OPTIONS.contains(setting);
    if (random.nextInt(mayBeOld ? 2 : 30) == 0) {
      settings.put(setting, new Value.Unreadable<>("the NAS's \u001b answer"));
    } else if (random.nextInt(30) != 0) {
      settings.put(setting, new Value.Known<>((T) value(random, setting)));
    }
  }

  private static Object value(Random random, Setting<?> setting) {
    return switch (setting.type()) {
      case BooleanType _ -> random.nextBoolean();
      case ChoiceType<?> type -> type.choices().get(random.nextInt(type.choices().size())).value();
      case IntegerType(long minimum, long maximum, _, _) ->
          switch (random.nextInt(6)) {
            case 0 -> minimum;
            case 1 -> maximum;
            case 2 -> random.nextLong();
            case 3 -> random.nextInt(1000) * (1L << (10 * random.nextInt(4)));
            default -> (long) random.nextInt(1, 21);
          };
      case TextType _ -> random.nextInt(4) == 0 ? "" : text(random);
      case WeekHoursType _ -> hours(random);
      case TextSetType _ -> {
        ImmutableList.Builder<String> texts = ImmutableList.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
          texts.add(random.nextInt(20) == 0 ? "" : text(random));
        }
        yield texts.build();
      }
    };
  }

  /** From every day alike to noise. */
  public static WeekHours hours(Random random) {
    if (random.nextInt(8) == 0) {
      return random.nextBoolean() ? WeekHours.ALL : WeekHours.NONE;
    }
    StringBuilder bits = new StringBuilder();
    boolean regular = random.nextInt(3) > 0;
    String usual = day(random, regular);
    for (int day = 0; day < WeekHours.DAYS; day++) {
      bits.append(regular && random.nextInt(3) > 0 ? usual : day(random, regular));
    }
    return new WeekHours(bits.toString());
  }

  private static String day(Random random, boolean regular) {
    StringBuilder bits = new StringBuilder();
    int from = random.nextInt(24);
    int to = random.nextInt(25);
    for (int hour = 0; hour < WeekHours.HOURS; hour++) {
      boolean on = regular ? hour >= from && hour < to : random.nextBoolean();
      bits.append(on ? '1' : '0');
    }
    return bits.toString();
  }

  /** A text of one character or more. */
  public static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      if (random.nextInt(3) == 0) {
        text.append(UNKIND.get(random.nextInt(UNKIND.size())));
      } else {
        text.append((char) ('a' + random.nextInt(26))).append(random.nextInt(100));
      }
    }
    return text.toString();
  }
}
