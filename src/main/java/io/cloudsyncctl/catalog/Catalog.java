package io.cloudsyncctl.catalog;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;

/** All settings together. */
public final class Catalog {
  private Catalog() {}

  public static final ImmutableList<Setting<?>> ALL =
      ImmutableList.<Setting<?>>builder()
          .addAll(PackageSettings.ALL)
          .addAll(ConnectionSettings.ALL)
          .addAll(TaskSettings.ALL)
          .build();

  /** The settings that one setter writes, in the catalogue's order. */
  public static ImmutableList<Setting<?>> of(SettingGroup group) {
    return ALL.stream()
        .filter(setting -> setting.group() == group)
        .collect(ImmutableList.toImmutableList());
  }

  /** The settings of the package, of a connection or of a task. */
  public static ImmutableList<Setting<?>> of(SettingGroup.Subject subject) {
    return ALL.stream()
        .filter(setting -> setting.group().subject() == subject)
        .collect(ImmutableList.toImmutableList());
  }
}
