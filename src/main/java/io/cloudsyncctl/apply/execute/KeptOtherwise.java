package io.cloudsyncctl.apply.execute;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.operation.Stop;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.IntegerType;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.GroupWrite;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges what a NAS keeps in place of what was written: it may round a value, or not know it. It is
 * not as declared, in this plan and the next. The question here is only whether the connection has
 * to rest for it, at every apply.
 */
final class KeptOtherwise {
  private KeptOtherwise() {}

  /**
   * What of the run still is to be done.
   *
   * @param before the group before the write
   * @param now the group as it reads back
   * @param differing the parameters that do not mean what was written
   */
  static Stop judge(
      GroupWrite write,
      Map<String, WireValue> before,
      Map<String, WireValue> now,
      ImmutableList<String> differing) {
    Stop worst = Stop.NOTHING;
    for (String parameter : differing) {
      Stop one =
          setting(write.group(), parameter)
              .map(setting ->
                  judge(
                      setting,
                      before.get(parameter),
                      write.parameters().get(parameter),
                      now.get(parameter)))
              .orElse(Stop.ALL);
      worst = one.compareTo(worst) > 0 ? one : worst;
    }
    return worst;
  }

  private static Optional<Setting<?>> setting(SettingGroup group, String parameter) {
    return Catalog.of(group).stream()
        .filter(setting -> setting.parameter().equals(parameter))
        .findFirst();
  }

  private static <T> Stop judge(
      Setting<T> setting,
      @Nullable WireValue before,
      @Nullable WireValue written,
      @Nullable WireValue now) {
    Optional<T> is = kept(setting, now);
    if (is.isEmpty()) {
      return Stop.ALL;
    }
    Optional<T> was = kept(setting, before);
    boolean harmless =
        isHarmless(setting, was, is.get()) && isHarmless(setting, kept(setting, written), is.get());
    return switch (setting.group()) {
      case PACKAGE ->
          harmless && !setting.equals(PackageSettings.ADMIN_MODE) ? Stop.NOTHING : Stop.ALL;
      case CONNECTION ->
          harmless && !setting.equals(ConnectionSettings.NAME) ? Stop.NOTHING : Stop.ALL;
      // Hours that are not taken away would let more sync than was asked for.
      case SCHEDULE, RELINK -> Stop.ALL;
      case TASK, FILTERS ->
          harmless
                  || (setting.type() instanceof IntegerType type
                      && type.zeroIsUnlimited()
                      && isBetween(type, before, now, written))
              ? Stop.ALL_BUT_RESUMES
              : Stop.ALL;
    };
  }

  private static <T> Optional<T> kept(Setting<T> setting, @Nullable WireValue value) {
    return value == null ? Optional.empty() : setting.kept(value);
  }

  private static <T> boolean isHarmless(Setting<T> setting, Optional<T> from, T to) {
    Value<T> before =
        from.<Value<T>>map(Value.Known::new).orElseGet(() -> new Value.Unreadable<>("not read"));
    return setting.risk().judge(before, to).stream()
        .noneMatch(finding -> finding.risk().dangerous());
  }

  /** A size limit that went only a part of the way covers less than was agreed to. */
  private static boolean isBetween(
      IntegerType limit,
      @Nullable WireValue before,
      @Nullable WireValue now,
      @Nullable WireValue written) {
    return before instanceof WireValue.Whole(long was)
        && now instanceof WireValue.Whole(long is)
        && written instanceof WireValue.Whole(long wanted)
        && Math.min(limit.magnitude(was), limit.magnitude(wanted)) <= limit.magnitude(is)
        && limit.magnitude(is) <= Math.max(limit.magnitude(was), limit.magnitude(wanted));
  }
}
