package io.cloudsyncctl.plan.fact;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is no longer as it was when somebody looked.
 *
 * @param key as in {@link Fact}
 * @param before empty where it was not there or not known
 * @param now likewise
 */
public record StateChange(
    Address address, String key, Optional<WireValue> before, Optional<WireValue> now) {

  /** What differs between two looks, in the order of the addresses. */
  public static ImmutableList<StateChange> between(List<Fact> before, List<Fact> now) {
    Map<List<Object>, WireValue> was = byKey(before);
    Map<List<Object>, WireValue> is = byKey(now);
    Set<List<Object>> keys = new LinkedHashSet<>(was.keySet());
    keys.addAll(is.keySet());
    List<StateChange> movements = new ArrayList<>();
    for (List<Object> key : keys) {
      if (!Objects.equals(was.get(key), is.get(key))) {
        movements.add(
            new StateChange(
                (Address) key.get(0),
                (String) key.get(1),
                Optional.ofNullable(was.get(key)),
                Optional.ofNullable(is.get(key))));
      }
    }
    return tidied(movements);
  }

  /** Two connections of one name and account have one address: each of its facts counts. */
  private static Map<List<Object>, WireValue> byKey(List<Fact> facts) {
    Map<List<Object>, WireValue> map = new LinkedHashMap<>();
    for (Fact fact : facts) {
      int occurrence = 0;
      while (map.putIfAbsent(List.of(fact.address(), fact.key(), occurrence), fact.value())
          != null) {
        occurrence++;
      }
    }
    return map;
  }

  /** Of what came or went nothing else is told. */
  public static ImmutableList<StateChange> tidied(List<StateChange> movements) {
    Set<Address> subjects = new HashSet<>();
    movements.stream().filter(StateChange::ofPresence).forEach(one -> subjects.add(one.address()));
    return movements.stream()
        .filter(one -> one.ofPresence() || !subjects.contains(one.address()))
        .distinct()
        .sorted(Comparator.comparing(StateChange::address))
        .collect(ImmutableList.toImmutableList());
  }

  /** Whether the subject itself came, went, or was made anew. */
  public boolean ofPresence() {
    return key.equals(Fact.ID);
  }

  /** The setting that moved; empty where it is none. */
  public Optional<Setting<?>> setting() {
    SettingGroup.Subject subject =
        address.connection() == null
            ? SettingGroup.Subject.PACKAGE
            : address.task() == null ? SettingGroup.Subject.CONNECTION : SettingGroup.Subject.TASK;
    return Catalog.of(subject).stream()
        .filter(setting -> setting.relativePath().equals(key))
        .findFirst();
  }

  /** The key of a parameter: its setting's path, or its own name where it is no setting. */
  static String key(SettingGroup group, String parameter) {
    return Catalog.of(group).stream()
        .filter(setting -> setting.parameter().equals(parameter))
        .map(Setting::relativePath)
        .findFirst()
        .orElse(parameter);
  }
}
