package io.cloudsyncctl.plan.model;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The readable fields of a group as the NAS has them, by the setter's parameter names. */
public final class PreImage {
  private PreImage() {}

  /**
   * The fields that were read.
   *
   * @param task the task, for the bookkeeping that belongs to its filters; null for other subjects
   */
  public static ImmutableMap<String, WireValue> of(
      SettingGroup group, LiveSettings live, @Nullable LiveTask task) {
    ImmutableMap.Builder<String, WireValue> fields = ImmutableMap.builder();
    for (Setting<?> setting : Catalog.of(group)) {
      read(setting, live).ifPresent(value -> fields.put(setting.parameter(), value));
    }
    if (group == SettingGroup.FILTERS && task != null) {
      task.userDefinedNames()
          .known()
          .ifPresent(names -> fields.put(FilterBookkeeping.NAMES, WireValue.Items.ofTexts(names)));
      task.userDefinedExtensions()
          .known()
          .ifPresent(extensions ->
              fields.put(FilterBookkeeping.EXTENSIONS, WireValue.Items.ofTexts(extensions)));
    }
    return fields.build();
  }

  /** One field as it goes back on the wire; empty where it was not read. */
  public static <T> Optional<WireValue> read(Setting<T> setting, LiveSettings live) {
    return live.get(setting).known().map(setting.codec()::encode);
  }
}
