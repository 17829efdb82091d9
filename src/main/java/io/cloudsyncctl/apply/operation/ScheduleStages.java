package io.cloudsyncctl.apply.operation;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.GroupWrite;
import java.util.Optional;

/** Says what a new schedule does to a connection: it may sync in more hours, or in fewer. */
final class ScheduleStages {
  private ScheduleStages() {}

  /** Where the hours before are not known, there may be more of them now. */
  static Stage stage(Change.Update update) {
    GroupWrite write = update.write();
    Optional<WeekHours> after = write == null ? Optional.empty() : of(write.parameters());
    Optional<WeekHours> before = write == null ? Optional.empty() : of(write.preImage());
    if (before.isEmpty() || after.isEmpty() || !covers(before.get(), after.get())) {
      return Stage.MORE_HOURS;
    }
    return covers(after.get(), before.get()) ? Stage.NEUTRAL : Stage.PROTECT;
  }

  /** The hours in which it syncs: all, where the schedule is not obeyed. */
  private static Optional<WeekHours> of(ImmutableMap<String, WireValue> group) {
    return read(ConnectionSettings.SCHEDULE_ENABLED, group)
        .flatMap(enabled ->
            enabled ? read(ConnectionSettings.SCHEDULE_HOURS, group) : Optional.of(WeekHours.ALL));
  }

  private static <T> Optional<T> read(Setting<T> setting, ImmutableMap<String, WireValue> group) {
    WireValue value = group.get(setting.parameter());
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(setting.codec().decode(value));
    } catch (WireFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean covers(WeekHours hours, WeekHours others) {
    for (int i = 0; i < others.bits().length(); i++) {
      if (others.bits().charAt(i) == '1' && hours.bits().charAt(i) != '1') {
        return false;
      }
    }
    return true;
  }
}
