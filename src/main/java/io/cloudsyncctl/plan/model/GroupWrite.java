package io.cloudsyncctl.plan.model;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.Optional;

/**
 * A whole group as its setter takes it: declared values where there are any, everything else as it
 * was read.
 *
 * @param parameters by the setter's parameter name, without the id, in the catalogue's order
 * @param preImage the readable parameters as they were read
 */
public record GroupWrite(
    SettingGroup group,
    ImmutableMap<String, WireValue> parameters,
    ImmutableMap<String, WireValue> preImage) {

  /** The value that it sends of a setting; empty where it sends none that can be read. */
  public <T> Optional<T> value(Setting<T> setting) {
    return Optional.ofNullable(parameters.get(setting.parameter())).flatMap(setting::kept);
  }
}
