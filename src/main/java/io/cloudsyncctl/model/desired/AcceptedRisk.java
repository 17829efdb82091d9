package io.cloudsyncctl.model.desired;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.setting.Acceptable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code accept_risk}.
 *
 * @param setting a setting's key or a group's word; null for everything at this place
 * @param risk what is accepted
 * @param reason why
 * @param expires the last day on which it counts; null for no end
 */
public record AcceptedRisk(
    @Nullable String setting,
    Acceptable risk,
    String reason,
    @Nullable LocalDate expires,
    Location.InFile at) {

  /** Whether it still counts on a day. */
  public boolean counts(LocalDate today) {
    return expires == null || !expires.isBefore(today);
  }
}
