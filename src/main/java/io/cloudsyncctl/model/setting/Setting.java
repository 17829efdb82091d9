package io.cloudsyncctl.model.setting;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Everything known about one setting. Schema, validation, diff, wire mapping, risk, rendering,
 * export and the reference table derive from it.
 *
 * @param yamlPath the path in the YAML with {@code []} for lists, such as {@code
 *     connections[].settings.part_size}
 * @param group the group that is read and written with it
 * @param type its values
 * @param parameter its name as a parameter of the group's setter
 * @param field its name in the answer of the group's getter
 * @param codec how it stands on the wire
 * @param risk the judgement of a change
 * @param summary one line for the reference, with its source
 */
public record Setting<T>(
    String yamlPath,
    SettingGroup group,
    ValueType<T> type,
    String parameter,
    String field,
    WireCodec<T> codec,
    RiskRule<T> risk,
    String summary) {

  /** The last part of the YAML path. */
  public String key() {
    return yamlPath.substring(yamlPath.lastIndexOf('.') + 1);
  }

  /** The path inside its subject, such as {@code schedule.hours} or {@code sync_direction}. */
  public String relativePath() {
    int tasks = yamlPath.indexOf("tasks[].");
    if (tasks >= 0) {
      return yamlPath.substring(tasks + "tasks[].".length());
    }
    int connection = yamlPath.indexOf("connections[].");
    return connection >= 0
        ? yamlPath.substring("connections[].".length())
        : yamlPath.substring("package.".length());
  }

  /** A value as it is kept: equal for values that mean the same. */
  public WireValue canonical(T value) {
    return type instanceof ValueType.TextSetType set && value instanceof ImmutableList<?> entries
        ? WireValue.Items.ofTexts(set.normalizedTexts(entries).asList())
        : codec.encode(value);
  }

  /** Whether a kept value means the same as another; empty where it cannot be read any more. */
  public Optional<Boolean> meansKept(WireValue kept, T other) {
    return kept(kept).map(value -> type.same(value, other));
  }

  /** A value that was kept; empty where it cannot be read any more. */
  public Optional<T> kept(WireValue kept) {
    try {
      return Optional.of(codec.decode(kept));
    } catch (WireFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return yamlPath.hashCode();
  }

  @Override
  public String toString() {
    return yamlPath;
  }
}
