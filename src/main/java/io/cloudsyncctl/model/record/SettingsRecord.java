package io.cloudsyncctl.model.record;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was last written of the settings that no getter answers, and what was declared when the NAS
 * was last as declared, with the connections and tasks that it meant. It only decides (whether a
 * declared value must be written, whose a difference is, and which connection or task is meant); it
 * never supplies a value.
 *
 * @param identity the NAS that it speaks of; for another NAS every entry has lapsed
 * @param tasks by session id
 * @param relink of {@code delete_from_cloud}, where reading back did not show what was written
 * @param declared at the end of the last apply after which the NAS was as declared
 * @param known which connection and tasks of the NAS each declared connection then was
 */
public record SettingsRecord(
    String identity,
    ImmutableMap<Long, Entry> tasks,
    Optional<Relink> relink,
    Optional<Declared> declared,
    ImmutableList<KnownConnection> known) {

  /**
   * What was written of one task.
   *
   * @param connection whose task it is; null where a file of an earlier version lacks it
   * @param direction that was written with them, since the setter takes all of them at once; null
   *     where a file of an earlier version lacks it
   * @param values by the setter's parameter name, such as {@code no_delete}
   * @param writtenAt when
   */
  public record Entry(
      @Nullable ConnectionIdentity connection,
      TaskIdentity task,
      @Nullable SyncDirection direction,
      ImmutableMap<String, Boolean> values,
      Instant writtenAt) {

    /** Whether it is of this task; never where it lacks something that would tell. */
    public boolean isOf(ConnectionIdentity ofConnection, TaskIdentity ofTask) {
      return connection != null
          && connection.isSameUnderAnyName(ofConnection)
          && task.isSame(ofTask);
    }

    /**
     * Whether nothing shows that somebody has written the settings since: the direction, which is
     * written with them, is as it was.
     */
    public boolean holds(Value<SyncDirection> now) {
      return direction != null && now.known().filter(direction::equals).isPresent();
    }

    /** Whether it was written by an earlier version, which did not keep enough to tell. */
    public boolean isIncomplete() {
      return connection == null
          || !connection.isComplete()
          || task.remoteFolderId() == null
          || direction == null;
    }
  }

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
    return new SettingsRecord(
        identity, ImmutableMap.of(), Optional.empty(), Optional.empty(), ImmutableList.of());
  }

  /** What was last written of a task of this session id; ask it whether it is of the same task. */
  public Optional<Entry> entry(long sessionId) {
    return Optional.ofNullable(tasks.get(sessionId));
  }

  /** What was last written of this very task. */
  public Optional<Entry> entry(ConnectionIdentity connection, TaskIdentity task) {
    return entry(task.sessionId()).filter(entry -> entry.isOf(connection, task));
  }

  /** The same record with another entry for a task. */
  public SettingsRecord with(Entry entry) {
    return new SettingsRecord(
        identity,
        ImmutableMap.<Long, Entry>builder()
            .putAll(tasks)
            .put(entry.task().sessionId(), entry)
            .buildKeepingLast(),
        relink,
        declared,
        known);
  }

  /** The same record without a task. */
  public SettingsRecord without(long sessionId) {
    return new SettingsRecord(
        identity,
        tasks.entrySet().stream()
            .filter(entry -> entry.getKey() != sessionId)
            .collect(ImmutableMap.toImmutableMap(e -> e.getKey(), e -> e.getValue())),
        relink,
        declared,
        known);
  }

  /** The same record with another word on relinking. */
  public SettingsRecord with(Optional<Relink> changed) {
    return new SettingsRecord(identity, tasks, changed, declared, known);
  }

  /** The same record with what is declared by now. */
  public SettingsRecord declaring(Optional<Declared> now) {
    return new SettingsRecord(identity, tasks, relink, now, known);
  }

  /** The same record, which knows what a declared task was made into. */
  public SettingsRecord knowing(
      String name, ConnectionIdentity connection, KnownConnection.KnownTask task) {
    return knowing(name, connection, one -> one.with(task));
  }

  /** The same record, which knows that the NAS is told to create a task. */
  public SettingsRecord asking(
      String name, ConnectionIdentity connection, KnownConnection.AskedTask task) {
    return knowing(name, connection, one -> one.with(task));
  }

  /** The same record, which knows that the NAS certainly did not create a task. */
  public SettingsRecord notAsking(ConnectionIdentity connection, TaskPaths declared) {
    return knowing(
        known.stream()
            .map(one ->
                one.identity().isSameUnderAnyName(connection) ? one.withoutAsked(declared) : one)
            .collect(ImmutableList.toImmutableList()));
  }

  private SettingsRecord knowing(
      String name, ConnectionIdentity connection, UnaryOperator<KnownConnection> change) {
    boolean isNew = known.stream().noneMatch(one -> one.identity().isSameUnderAnyName(connection));
    Stream<KnownConnection> added =
        isNew
            ? Stream.of(new KnownConnection(name, connection, ImmutableList.of()))
            : Stream.empty();
    return knowing(
        Stream.concat(known.stream(), added)
            .map(one -> one.identity().isSameUnderAnyName(connection) ? change.apply(one) : one)
            .collect(ImmutableList.toImmutableList()));
  }

  /** The same record without a task that was removed. */
  public SettingsRecord notKnowing(ConnectionIdentity connection, TaskIdentity task) {
    return knowing(
        known.stream()
            .map(one -> one.identity().isSameUnderAnyName(connection) ? one.without(task) : one)
            .collect(ImmutableList.toImmutableList()));
  }

  /** The same record without a connection that was removed. */
  public SettingsRecord notKnowing(ConnectionIdentity connection) {
    return knowing(
        known.stream()
            .filter(one -> !one.identity().isSameUnderAnyName(connection))
            .collect(ImmutableList.toImmutableList()));
  }

  /** The same record with other connections and tasks that it knows. */
  public SettingsRecord knowing(ImmutableList<KnownConnection> now) {
    return new SettingsRecord(identity, tasks, relink, declared, now);
  }
}
