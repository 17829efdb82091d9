package io.cloudsyncctl.model;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.Optional;

/**
 * What was last written of the settings that no getter answers, and what was declared when the NAS
 * was last as declared. It only decides (whether a declared value must be written, and whose a
 * difference is); it never supplies a value.
 *
 * @param identity the NAS that it speaks of; for another NAS every entry has lapsed
 * @param tasks by session id
 * @param relink of {@code delete_from_cloud}, where reading back did not show what was written
 * @param declared at the end of the last apply after which the NAS was as declared
 */
public record SettingsRecord(
    String identity,
    ImmutableMap<Long, Entry> tasks,
    Optional<Relink> relink,
    Optional<Declared> declared) {

  /**
   * What was written of one task.
   *
   * @param paths the task's paths, for people
   * @param values by the setter's parameter name, such as {@code no_delete}
   * @param writtenAt when
   */
  public record Entry(TaskPaths paths, ImmutableMap<String, Boolean> values, Instant writtenAt) {}

  /**
   * What was written of {@code package.relink.delete_from_cloud} where the NAS then answered
   * something else: that a getter answers it is inferred (protocol note §4). It lapses as soon as
   * the NAS answers otherwise than it did then.
   *
   * @param answered what the NAS answered after the write; empty where it answered nothing
   */
  public record Relink(boolean written, Optional<Boolean> answered, Instant writtenAt) {}

  /** What was declared when an apply came to a good end. */
  public record Declared(Declaration declaration, Instant at) {}

  /** A record of nothing. */
  public static SettingsRecord empty(String identity) {
    return new SettingsRecord(identity, ImmutableMap.of(), Optional.empty(), Optional.empty());
  }

  /** What was last written of a task; nothing where the task has another session id by now. */
  public Optional<Entry> entry(long sessionId) {
    return Optional.ofNullable(tasks.get(sessionId));
  }

  /** The same record with another entry for a task. */
  public SettingsRecord with(long sessionId, Entry entry) {
    return new SettingsRecord(
        identity,
        ImmutableMap.<Long, Entry>builder().putAll(tasks).put(sessionId, entry).buildKeepingLast(),
        relink,
        declared);
  }

  /** The same record without a task. */
  public SettingsRecord without(long sessionId) {
    return new SettingsRecord(
        identity,
        tasks.entrySet().stream()
            .filter(entry -> entry.getKey() != sessionId)
            .collect(ImmutableMap.toImmutableMap(e -> e.getKey(), e -> e.getValue())),
        relink,
        declared);
  }

  /** The same record with another word on relinking. */
  public SettingsRecord with(Optional<Relink> changed) {
    return new SettingsRecord(identity, tasks, changed, declared);
  }

  /** The same record with what is declared by now. */
  public SettingsRecord declaring(Optional<Declared> now) {
    return new SettingsRecord(identity, tasks, relink, now);
  }
}
