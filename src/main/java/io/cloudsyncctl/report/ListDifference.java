package io.cloudsyncctl.report;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.ValueType.TextSetType;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is added to a set of texts and what is taken away, compared as the NAS does.
 *
 * @param added as they are declared
 * @param removed as the NAS has them
 * @param staying how many are in both
 */
public record ListDifference(
    ImmutableList<String> added, ImmutableList<String> removed, int staying) {

  public static ListDifference of(
      TextSetType type, ImmutableList<String> before, ImmutableList<String> after) {
    Map<String, String> was = byComparedForm(type, before);
    Map<String, String> is = byComparedForm(type, after);
    int staying = (int) is.keySet().stream().filter(was::containsKey).count();
    return new ListDifference(without(is, was), without(was, is), staying);
  }

  private static Map<String, String> byComparedForm(
      TextSetType type, ImmutableList<String> entries) {
    Map<String, String> map = new TreeMap<>();
    entries.forEach(entry -> map.putIfAbsent(type.kind().normalize(entry), entry));
    return map;
  }

  private static ImmutableList<String> without(
      Map<String, String> these, Map<String, String> those) {
    return these.entrySet().stream()
        .filter(entry -> !those.containsKey(entry.getKey()))
        .map(Map.Entry::getValue)
        .collect(ImmutableList.toImmutableList());
  }
}
