package io.cloudsyncctl.plan.model;

import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.Setting;
import org.jspecify.annotations.Nullable;

/**
 * A risk of a change and what in it brings it.
 *
 * @param setting the setting that brings it; null where it is the change as a whole
 */
public record JudgedRisk(@Nullable Setting<?> setting, RiskFinding finding) {

  /** Whether a word of {@code accept_risk} names what brings it: a setting's key or a group. */
  public boolean isNamedBy(String word) {
    return setting != null
        && (setting.key().equals(word)
            || setting.relativePath().equals(word)
            || setting.group().word().equals(word));
  }
}
