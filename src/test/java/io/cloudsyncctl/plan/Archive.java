package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.Declared;
import io.cloudsyncctl.model.DeclaredSettings;
import io.cloudsyncctl.model.DesiredConnection;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.DesiredTask;
import io.cloudsyncctl.model.KnownConnection;
import io.cloudsyncctl.model.LiveConnection;
import io.cloudsyncctl.model.LiveSettings;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.LiveTask;
import io.cloudsyncctl.model.NasTarget;
import io.cloudsyncctl.model.Presence;
import io.cloudsyncctl.model.SyncDirection;
import io.cloudsyncctl.model.TaskIdentity;
import io.cloudsyncctl.model.TaskPaths;
import io.cloudsyncctl.model.Value;
import io.cloudsyncctl.model.WireValue;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A connection of Amazon S3 as it may be declared, read and known. */
final class Archive {
  static final Instant ASKED = Instant.parse("2026-03-01T12:00:00Z");

  private Archive() {}

  static TaskPaths paths(String local, String cloud) {
    return new TaskPaths(local, cloud);
  }

  /** A task with all that is needed to create it. */
  static DesiredTask declared(Presence presence, String local, String cloud) {
    return new DesiredTask(
        paths(local, cloud),
        presence,
        DeclaredSettings.builder()
            .put(TaskSettings.SYNC_DIRECTION, new Declared<>(SyncDirection.ONLY_UPLOAD, Live.AT))
            .put(TaskSettings.CONSISTENCY_CHECK, new Declared<>(true, Live.AT))
            .put(TaskSettings.NO_DELETE_ON_CLOUD, new Declared<>(true, Live.AT))
            .put(TaskSettings.CONVERT_GD, new Declared<>(false, Live.AT))
            .build(),
        null,
        false,
        ImmutableList.of(),
        Live.AT);
  }

  static DesiredConnection declared(DesiredTask... tasks) {
    return new DesiredConnection(
        new Declared<>("Archive", Live.AT),
        null,
        null,
        null,
        Presence.PRESENT,
        null,
        DeclaredSettings.builder().build(),
        ImmutableList.copyOf(tasks),
        false,
        ImmutableList.of(),
        Live.AT);
  }

  static LiveTask task(long session, String local, String cloud) {
    return new LiveTask(
        session,
        paths(local, cloud),
        "",
        "uptodate",
        0,
        LiveSettings.EMPTY,
        new Value.Absent<>(),
        new Value.Absent<>());
  }

  static LiveConnection live(long id, LiveTask... tasks) {
    return new LiveConnection(
        id,
        "Archive",
        "az",
        "uptodate",
        "owner",
        "id-5",
        WireValue.Members.EMPTY,
        LiveSettings.builder()
            .put(ConnectionSettings.STORAGE_CLASS, new Value.Known<>("STANDARD"))
            .put(ConnectionSettings.IS_SSE, new Value.Known<>(false))
            .build(),
        ImmutableList.copyOf(tasks));
  }

  static LiveState nas(LiveConnection... connections) {
    return new LiveState(LiveSettings.EMPTY, true, false, ImmutableList.copyOf(connections));
  }

  static DesiredState state(DesiredConnection... connections) {
    return new DesiredState(
        new NasTarget(
            "office",
            URI.create("https://nas.example.lan:5001"),
            null,
            null,
            null,
            ImmutableMap.of(),
            "FileStation",
            null,
            new NasTarget.Tls.SystemTrust(),
            null),
        DeclaredSettings.EMPTY,
        ImmutableList.copyOf(connections),
        ImmutableList.of("office.yaml"),
        ImmutableList.of());
  }

  /** The record after a good end, at which these declared paths were these tasks. */
  static KnownConnection known(long id, KnownConnection.KnownTask... tasks) {
    return new KnownConnection("Archive", live(id).identity(), ImmutableList.copyOf(tasks));
  }

  static KnownConnection.KnownTask known(String local, String cloud, LiveTask task) {
    return known(local, cloud, task.identity());
  }

  static KnownConnection.KnownTask known(String local, String cloud, TaskIdentity task) {
    return new KnownConnection.KnownTask(paths(local, cloud), task);
  }

  static KnownConnection.AskedTask asked(String local, String cloud, Long... before) {
    return new KnownConnection.AskedTask(paths(local, cloud), ImmutableSet.copyOf(before), ASKED);
  }

  /** The session ids that each declared task is found to be, in their order. */
  static List<List<Long>> matched(
      DesiredConnection desired, LiveConnection live, KnownConnection... known) {
    KnownTasks tasks = KnownTasks.of(ImmutableList.copyOf(known), desired, live, nas(live));
    return TaskMatcher.match(desired, live, tasks).stream()
        .map(match -> match.found().stream().map(LiveTask::sessionId).toList())
        .toList();
  }

  static List<Long> none() {
    return Stream.<Long>empty().toList();
  }
}
