package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.model.Setting;
import io.cloudsyncctl.model.SettingGroup;
import io.cloudsyncctl.model.WireFormatException;
import io.cloudsyncctl.model.WireValue;
import java.util.Map;
import java.util.Optional;

/** Compares what a setter was given with what the getter then answers. */
public final class GroupComparison {
  private GroupComparison() {}

  /**
   * The parameters whose read-back does not mean what was written; sets may come back in another
   * order. What no getter answers is not compared.
   */
  public static ImmutableList<String> differing(
      SettingGroup group, Map<String, WireValue> written, Map<String, WireValue> readBack) {
    ImmutableList.Builder<String> differing = ImmutableList.builder();
    written.forEach((parameter, value) -> {
      WireValue answered = readBack.get(parameter);
      if (answered != null && !same(group, parameter, value, answered)) {
        differing.add(parameter);
      }
    });
    return differing.build();
  }

  private static boolean same(
      SettingGroup group, String parameter, WireValue left, WireValue right) {
    if (left.equals(right)) {
      return true;
    }
    Optional<Setting<?>> setting =
        Catalog.of(group).stream().filter(s -> s.parameter().equals(parameter)).findFirst();
    return setting.isPresent() ? sameSetting(setting.get(), left, right) : sameSet(left, right);
  }

  private static <T> boolean sameSetting(Setting<T> setting, WireValue left, WireValue right) {
    try {
      return setting.type().same(setting.codec().decode(left), setting.codec().decode(right));
    } catch (WireFormatException e) {
      return false;
    }
  }

  /** The bookkeeping of filters: lists without a setting of their own. */
  private static boolean sameSet(WireValue left, WireValue right) {
    return left instanceof WireValue.Items(var some)
        && right instanceof WireValue.Items(var others)
        && ImmutableSet.copyOf(some).equals(ImmutableSet.copyOf(others));
  }
}
