package io.cloudsyncctl.cloudsync.method;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;

/** Which parameters a group's setter takes besides the id: all of them, always. */
public final class GroupParameters {
  private GroupParameters() {}

  static ImmutableSet<String> names(SettingGroup group) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    for (Setting<?> setting : Catalog.of(group)) {
      names.add(setting.parameter());
    }
    if (group == SettingGroup.FILTERS) {
      names.addAll(FilterParameters.ALL);
    }
    return names.build();
  }

  public static void check(SettingGroup group, ImmutableMap<String, WireValue> parameters) {
    Sets.SetView<String> wrong = Sets.symmetricDifference(names(group), parameters.keySet());
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(
          group.writeMethod() + " replaces the whole group: missing or unknown are " + wrong);
    }
  }
}
