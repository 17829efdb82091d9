package io.cloudsyncctl.plan.match;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.model.Change;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the record knows of the tasks of one declared connection.
 *
 * <p>A connection that was unlinked and linked again is another one: what its tasks were is known,
 * but none of the tasks that it has now is one of them.
 */
public final class KnownTasks {
  private final @Nullable KnownConnection here;
  private final ImmutableList<KnownConnection> gone;

  private KnownTasks(@Nullable KnownConnection here, ImmutableList<KnownConnection> gone) {
    this.here = here;
    this.gone = gone;
  }

  /** What is known of the tasks of a declared connection that the NAS has. */
  public static KnownTasks of(
      ImmutableList<KnownConnection> known,
      DesiredConnection desired,
      LiveConnection connection,
      LiveState live) {
    return new KnownTasks(
        known.stream()
            .filter(one -> one.identity().isSameUnderAnyName(connection.identity()))
            .findFirst()
            .orElse(null),
        known.stream()
            .filter(one -> mayHaveBeen(one, desired) && !isThere(one, live))
            .collect(ImmutableList.toImmutableList()));
  }

  /** The connection that a declared one was and that the NAS no longer has under any name. */
  public static Optional<KnownConnection> gone(
      SettingsRecord record, DesiredConnection desired, LiveState live) {
    return record.known().stream()
        .filter(one -> mayHaveBeen(one, desired) && !isThere(one, live))
        .findFirst();
  }

  /** What is known of the connection in which a change creates a task. */
  public static Stream<KnownConnection> of(SettingsRecord record, Change.Create create) {
    return record.known().stream()
        .filter(one ->
            one.identity().isSameUnderAnyName(create.connection().identity())
                || one.name().equals(create.address().connection()));
  }

  private static boolean mayHaveBeen(KnownConnection one, DesiredConnection desired) {
    return one.name().equals(desired.name().value())
        && agrees(desired.provider(), one.identity().provider())
        && agrees(desired.account(), one.identity().account());
  }

  private static boolean agrees(@Nullable Declared<String> declared, @Nullable String was) {
    return declared == null || was == null || declared.value().equals(was);
  }

  private static boolean isThere(KnownConnection one, LiveState live) {
    return live.connections().stream()
        .anyMatch(connection -> one.identity().isSameUnderAnyName(connection.identity()));
  }

  /** What a declared task was; it may have been one of a connection that is gone. */
  Optional<TaskIdentity> was(TaskPaths declared) {
    return Stream.concat(Stream.ofNullable(here), gone.stream())
        .flatMap(one -> one.task(declared).stream())
        .map(KnownConnection.KnownTask::identity)
        .findFirst();
  }

  /** The creation of a declared task of which nobody knows what became. */
  Optional<KnownConnection.AskedTask> asked(TaskPaths declared) {
    return Optional.ofNullable(here).flatMap(one -> one.asked(declared));
  }

  /** What a declared task was, where its connection still is there. */
  Optional<TaskIdentity> here(TaskPaths declared) {
    return Optional.ofNullable(here)
        .flatMap(one -> one.task(declared))
        .map(KnownConnection.KnownTask::identity);
  }
}
