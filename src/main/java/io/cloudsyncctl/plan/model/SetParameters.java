package io.cloudsyncctl.plan.model;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.TextSet;
import io.cloudsyncctl.model.setting.ValueType.Kind;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which parameters of a setter are sets of texts: the filters, and their bookkeeping. */
public final class SetParameters {
  private SetParameters() {}

  /** What the entries of a parameter are; empty where it is no set. */
  public static Optional<Kind> kind(SettingGroup group, String parameter) {
    if (group != SettingGroup.FILTERS) {
      return Optional.empty();
    }
    return switch (parameter) {
      case FilterBookkeeping.NAMES -> kind(TaskSettings.FILTERED_FILENAMES);
      case FilterBookkeeping.EXTENSIONS -> kind(TaskSettings.FILTERED_EXTENSIONS);
      default ->
          Catalog.of(group).stream()
              .filter(setting -> setting.parameter().equals(parameter))
              .findFirst()
              .flatMap(SetParameters::kind);
    };
  }

  /** What the entries of a setting are; empty where it is no set. */
  public static Optional<Kind> kind(Setting<?> setting) {
    return setting.type() instanceof TextSetType(Kind kind) ? Optional.of(kind) : Optional.empty();
  }

  /** The set that a value on the wire is; empty where it is no list of texts. */
  static Optional<TextSet> set(Kind kind, @Nullable WireValue value) {
    return value instanceof WireValue.Items items
        ? items.texts().map(entries -> TextSet.of(kind, entries))
        : Optional.empty();
  }

  /** The entries of a list of texts; none where it is no such list. */
  public static ImmutableList<String> entries(@Nullable WireValue value) {
    return value instanceof WireValue.Items items
        ? items.texts().orElse(ImmutableList.of())
        : ImmutableList.of();
  }
}
