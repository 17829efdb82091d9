package io.cloudsyncctl.plan.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.TextSet;
import io.cloudsyncctl.model.setting.ValueType.Kind;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.Map;
import java.util.Optional;

/**
 * Compares two looks at a group, or what a setter was given with what the getter then answers.
 *
 * <p>Sets have no order. Whether two mean the same is one question, whether they are the same byte
 * for byte another: what is new may come back in a form of the NAS's own, but what was to stay as
 * it was must be as it was. What either side does not have is not compared.
 */
public final class GroupComparison {
  private GroupComparison() {}

  /**
   * An entry of a set that was to stay as the NAS had it, and that it has in another form now.
   *
   * @param parameter the set
   * @param before its forms before
   * @param now its forms now
   */
  public record Rewritten(
      String parameter, ImmutableSet<String> before, ImmutableSet<String> now) {}

  /** The parameters that do not mean the same. */
  public static ImmutableList<String> differing(
      SettingGroup group, Map<String, WireValue> some, Map<String, WireValue> others) {
    return inBoth(some, others, (parameter, one, other) -> !same(group, parameter, one, other));
  }

  /** The parameters that are not the same byte for byte. */
  public static ImmutableList<String> moved(
      Map<String, WireValue> before, Map<String, WireValue> now) {
    return inBoth(before, now, (_, one, other) -> !SetOrder.of(one).equals(SetOrder.of(other)));
  }

  /** The entries that a write sent as the NAS had them, and that read back in another form. */
  public static ImmutableList<Rewritten> rewritten(
      GroupWrite write, Map<String, WireValue> readBack) {
    ImmutableList.Builder<Rewritten> rewritten = ImmutableList.builder();
    write
        .parameters()
        .forEach((parameter, value) ->
            SetParameters.kind(write.group(), parameter)
                .ifPresent(kind -> {
                  TextSet sent = TextSet.of(kind, SetParameters.entries(value));
                  ImmutableSet<String> held =
                      ImmutableSet.copyOf(SetParameters.entries(write.preImage().get(parameter)));
                  SetParameters.set(kind, readBack.get(parameter))
                      .ifPresent(now -> rewritten.addAll(rewritten(parameter, sent, held, now)));
                }));
    return rewritten.build();
  }

  private static ImmutableList<Rewritten> rewritten(
      String parameter, TextSet sent, ImmutableSet<String> held, TextSet now) {
    return sent.meanings().stream()
        .map(meaning ->
            new Rewritten(parameter, sent.forms().get(meaning), now.forms().get(meaning)))
        .filter(one -> !Sets.intersection(one.before(), held).isEmpty())
        .filter(one -> !one.before().equals(one.now()))
        .collect(ImmutableList.toImmutableList());
  }

  private interface Comparison {
    boolean differ(String parameter, WireValue one, WireValue other);
  }

  private static ImmutableList<String> inBoth(
      Map<String, WireValue> some, Map<String, WireValue> others, Comparison comparison) {
    ImmutableList.Builder<String> differing = ImmutableList.builder();
    some.forEach((parameter, value) -> {
      WireValue other = others.get(parameter);
      if (other != null && comparison.differ(parameter, value, other)) {
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
    Optional<Kind> kind = SetParameters.kind(group, parameter);
    if (kind.isPresent()) {
      Optional<TextSet> some = SetParameters.set(kind.get(), left);
      Optional<TextSet> others = SetParameters.set(kind.get(), right);
      return some.isPresent()
          && others.isPresent()
          && some.get().meanings().equals(others.get().meanings());
    }
    return Catalog.of(group).stream()
        .filter(setting -> setting.parameter().equals(parameter))
        .findFirst()
        .map(setting -> sameSetting(setting, left, right))
        .orElse(false);
  }

  private static <T> boolean sameSetting(Setting<T> setting, WireValue left, WireValue right) {
    try {
      return setting.type().same(setting.codec().decode(left), setting.codec().decode(right));
    } catch (WireFormatException e) {
      return false;
    }
  }
}
