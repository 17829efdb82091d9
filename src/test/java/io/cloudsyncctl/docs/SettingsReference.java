package io.cloudsyncctl.docs;

import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.ValueType;
import io.cloudsyncctl.model.setting.ValueType.BooleanType;
import io.cloudsyncctl.model.setting.ValueType.ChoiceType;
import io.cloudsyncctl.model.setting.ValueType.IntegerType;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.model.setting.ValueType.TextType;
import io.cloudsyncctl.model.setting.ValueType.Unit;
import io.cloudsyncctl.model.setting.ValueType.WeekHoursType;
import java.util.List;
import java.util.Map;

/** The reference of all settings, {@code docs/settings.md}, from nothing but the catalogue. */
final class SettingsReference {
  private static final String INTRODUCTION =
      """
      # All settings

      Generated from the catalogue of settings; a test fails where this page is stale. A key that
      is left out is not managed: the NAS keeps what it has. Read and written are the methods of
      `SYNO.CloudSync` and the names on the wire. A setter replaces its whole group, so what is not
      declared is sent back as it was just read.

      """;

  private SettingsReference() {}

  /** The page as Markdown. */
  static String markdown() {
    StringBuilder page = new StringBuilder(INTRODUCTION);
    page.append("| Setting | Values | Readable | Worst risk |\n| --- | --- | --- | --- |\n");
    Catalog.ALL.forEach(setting -> addRow(page, setting));
    for (SettingGroup group : SettingGroup.values()) {
      page.append("\n## ").append(title(group)).append("\n");
      Catalog.of(group).forEach(setting -> addSetting(page, setting));
    }
    return page.toString();
  }

  private static void addRow(StringBuilder page, Setting<?> setting) {
    String worst =
        RiskTransitions.of(setting).keySet().stream()
            .map(RiskFinding::risk)
            .max(Enum::compareTo)
            .map(risk -> risk.word())
            .orElse("none");
    page.append("| `").append(setting.yamlPath()).append("` | ");
    page.append(kind(setting.type())).append(" | ");
    page.append(isOption(setting) ? "not from an old package" : "yes")
        .append(" | ")
        .append(worst)
        .append(" |\n");
  }

  private static void addSetting(StringBuilder page, Setting<?> setting) {
    SettingGroup group = setting.group();
    page.append("\n### `").append(setting.yamlPath()).append("`\n\n");
    page.append(setting.summary()).append("\n\n");
    page.append("- Values: ").append(values(setting.type())).append("\n- Read: ");
    page.append(code(isOption(setting) ? "get_session_setting" : group.readMethod()));
    page.append(", field ").append(code(setting.field()));
    if (isOption(setting)) {
      page.append("; an old package has no such method");
    }
    page.append("\n- Written: ").append(code(group.writeMethod()));
    page.append(", parameter ").append(code(setting.parameter())).append("\n");
    addRisks(page, RiskTransitions.of(setting));
  }

  private static boolean isOption(Setting<?> setting) {
    return TaskSettings.OPTIONS.contains(setting);
  }

  private static void addRisks(StringBuilder page, Map<RiskFinding, List<String>> transitions) {
    if (transitions.isEmpty()) {
      page.append("- Risk: none\n");
    }
    transitions.forEach((finding, changes) ->
        page.append("- Risk: **")
            .append(finding.risk().word())
            .append("**, ")
            .append(finding.reason())
            .append(" (")
            .append(String.join(", ", changes))
            .append(")\n"));
  }

  private static String title(SettingGroup group) {
    return switch (group) {
      case PACKAGE -> "Package";
      case RELINK -> "Relinking";
      case CONNECTION -> "Connection";
      case SCHEDULE -> "Schedule of a connection";
      case TASK -> "Task";
      case FILTERS -> "Filters of a task";
    };
  }

  private static String kind(ValueType<?> type) {
    return switch (type) {
      case BooleanType _ -> "true or false";
      case IntegerType number -> "whole number" + unit(number.unit());
      case TextType _ -> "text";
      case ChoiceType<?> choice -> "one of " + choice.choices().size() + " words";
      case WeekHoursType _ -> "hours of the week";
      case TextSetType set -> "set of " + entries(set);
    };
  }

  private static String unit(Unit unit) {
    return switch (unit) {
      case NONE -> "";
      case SECONDS -> " of seconds";
      case BYTES -> " of bytes";
      case MEGABYTES -> " of megabytes";
    };
  }

  private static String entries(TextSetType set) {
    return switch (set.kind()) {
      case PATHS -> "paths";
      case NAMES -> "file names";
      case EXTENSIONS -> "extensions";
    };
  }

  private static String values(ValueType<?> type) {
    return switch (type) {
      case BooleanType _ -> "`true` or `false`";
      case IntegerType number -> kind(type) + range(number) + spellings(number.unit());
      case TextType _ -> "a text";
      case ChoiceType<?> choice -> alternatives(choice.words());
      case WeekHoursType _ ->
          "`all`, `none`, a list of 7 texts of 24 digits `0` or `1`, Sunday first, or hours by day"
              + " such as `mon-fri: 0-8, 18-24`; the hour after the dash is not included";
      case TextSetType set -> "a list of " + entries(set) + comparison(set);
    };
  }

  private static String range(IntegerType number) {
    return number.maximum() == Long.MAX_VALUE
        ? ", " + number.minimum() + " or more"
        : ", " + number.minimum() + " to " + number.maximum();
  }

  private static String spellings(Unit unit) {
    return switch (unit) {
      case NONE, MEGABYTES -> "; plain numbers only";
      case SECONDS -> "; also `60s`, `5m`, `1h`";
      case BYTES -> "; also with `B`, `KB`, `MB`, `GB`, `KiB`, `MiB` or `GiB`, such as `1 MiB`";
    };
  }

  private static String comparison(TextSetType set) {
    return switch (set.kind()) {
          case PATHS -> ", compared after Unicode NFC and without a trailing slash";
          case NAMES -> ", compared after Unicode NFC";
          case EXTENSIONS -> ", compared without a leading dot and without case";
        }
        + "; order and doubled entries make no difference";
  }

  private static String alternatives(List<String> words) {
    List<String> codes = words.stream().map(SettingsReference::code).toList();
    return String.join(", ", codes.subList(0, codes.size() - 1)) + " or " + codes.getLast();
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
