package io.cloudsyncctl.apply.operation;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.ValueType.IntegerType;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import java.util.Set;

/** Says which writes protect and which release. */
final class StageRules {
  private StageRules() {}

  static Stage of(Change.Update update) {
    return switch (update.group()) {
      case PACKAGE -> packageStage(update);
      case CONNECTION -> Stage.NEUTRAL;
      case SCHEDULE -> ScheduleStages.stage(update);
      case RELINK, TASK, FILTERS -> protectOrRelease(update);
    };
  }

  private static Stage packageStage(Change.Update update) {
    for (FieldChange<?> field : update.fields()) {
      if (field.setting().equals(PackageSettings.ADMIN_MODE)) {
        return Boolean.TRUE.equals(field.after()) ? Stage.ADMIN_VIEW_ON : Stage.ADMIN_VIEW_OFF;
      }
    }
    return Stage.NEUTRAL;
  }

  /** A write that does both must wait: what it releases counts more than what it protects. */
  private static Stage protectOrRelease(Change.Update update) {
    boolean protects = false;
    for (FieldChange<?> field : update.fields()) {
      if (releases(field)) {
        return Stage.RELEASE;
      }
      protects |= protects(field);
    }
    return protects ? Stage.PROTECT : Stage.NEUTRAL;
  }

  private static boolean releases(FieldChange<?> field) {
    Setting<?> setting = field.setting();
    if (setting.type() instanceof TextSetType type) {
      return !normalized(type, field.after()).containsAll(before(type, field));
    }
    if (setting.type() instanceof IntegerType type && type.zeroIsUnlimited()) {
      return type.magnitude((Long) field.after())
          > field.before().known().map(before -> type.magnitude((Long) before)).orElse(0L);
    }
    if (setting.equals(TaskSettings.NO_DELETE_ON_CLOUD)) {
      return Boolean.FALSE.equals(field.after());
    }
    if (setting.equals(PackageSettings.DELETE_FROM_CLOUD)) {
      return Boolean.TRUE.equals(field.after());
    }
    return setting.equals(TaskSettings.SYNC_DIRECTION)
        && field.before().known().filter(SyncDirection.BIDIRECTION::equals).isEmpty();
  }

  private static boolean protects(FieldChange<?> field) {
    Setting<?> setting = field.setting();
    boolean filters =
        setting.type() instanceof TextSetType
            || (setting.type() instanceof IntegerType type && type.zeroIsUnlimited());
    if (filters) {
      return true;
    }
    if (setting.equals(TaskSettings.SYNC_DIRECTION)) {
      return field.before().known().filter(SyncDirection.BIDIRECTION::equals).isPresent();
    }
    return setting.equals(TaskSettings.NO_DELETE_ON_CLOUD)
        || setting.equals(PackageSettings.DELETE_FROM_CLOUD);
  }

  private static Set<String> before(TextSetType type, FieldChange<?> field) {
    return field.before().known().map(value -> normalized(type, value)).orElse(Set.of());
  }

  private static Set<String> normalized(TextSetType type, Object entries) {
    return type.normalized(
        ((ImmutableList<?>) entries)
            .stream().map(String.class::cast).collect(ImmutableList.toImmutableList()));
  }
}
