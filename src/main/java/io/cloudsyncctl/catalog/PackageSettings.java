package io.cloudsyncctl.catalog;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.RiskRule;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.BooleanType;
import io.cloudsyncctl.model.setting.ValueType.IntegerType;
import io.cloudsyncctl.model.setting.ValueType.TextType;
import io.cloudsyncctl.model.setting.ValueType.Unit;

/** The settings of the package (the API document, set_pkg_config and set_relink_behavior). */
public final class PackageSettings {
  private PackageSettings() {}

  public static final Setting<String> PKG_VOLUME =
      new Setting<>(
          "package.pkg_volume",
          SettingGroup.PACKAGE,
          new TextType(),
          "repo_vol_path",
          "repo_vol_path",
          Codecs.TEXT,
          PackageSettings::judgeVolume,
          "The volume that holds the package's database, such as /volume1.");

  public static final Setting<Long> LOG_COUNT =
      new Setting<>(
          "package.log_count",
          SettingGroup.PACKAGE,
          new IntegerType(1, 100_000, Unit.NONE),
          "log_count",
          "log_count",
          Codecs.WHOLE_NUMBER,
          RiskRule.harmless(),
          "How many log entries are kept per connection.");

  public static final Setting<Long> WORKERS =
      new Setting<>(
          "package.workers",
          SettingGroup.PACKAGE,
          new IntegerType(1, 20, Unit.NONE),
          "worker_count",
          "worker_count",
          Codecs.WHOLE_NUMBER,
          RiskRule.harmless(),
          "How many uploads run at the same time.");

  public static final Setting<Boolean> ADMIN_MODE =
      new Setting<>(
          "package.admin_mode",
          SettingGroup.PACKAGE,
          new BooleanType(),
          "admin_mode",
          "admin_mode",
          new Codecs.EnableDisableCodec(),
          RiskRule.harmless(),
          "Whether an administrator sees the connections of all users.");

  public static final Setting<Boolean> DELETE_FROM_CLOUD =
      new Setting<>(
          "package.relink.delete_from_cloud",
          SettingGroup.RELINK,
          new BooleanType(),
          "sync_mode",
          "sync_mode",
          Codecs.BOOLEAN,
          PackageSettings::judgeRelink,
          "Whether relinking repeats local deletions in the cloud; of the login user only.");

  private static ImmutableList<RiskFinding> judgeVolume(Value<String> before, String after) {
    return before.known().filter(after::equals).isPresent()
        ? ImmutableList.of()
        : ImmutableList.of(
            new RiskFinding(
                Risk.TRAFFIC,
                "the package's database moves: syncing stops meanwhile, and everything may be"
                    + " scanned again"));
  }

  private static ImmutableList<RiskFinding> judgeRelink(Value<Boolean> before, boolean after) {
    boolean wasOn = before.known().orElse(false);
    return after && !wasOn
        ? ImmutableList.of(
            new RiskFinding(
                Risk.DATA_LOSS,
                "relinking a connection will delete files in the cloud that are missing locally"))
        : ImmutableList.of();
  }

  /** All, in the order in which they are shown. */
  public static final ImmutableList<Setting<?>> ALL =
      ImmutableList.of(PKG_VOLUME, LOG_COUNT, WORKERS, ADMIN_MODE, DELETE_FROM_CLOUD);
}
