package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.match.KnownTasks;
import io.cloudsyncctl.plan.match.TaskMatcher;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A connection of Amazon S3 as it may be declared, read and known. */
public final class Archive {
  public static final Instant ASKED = Instant.parse("2026-03-01T12:00:00Z");

  private Archive() {}

  public static TaskPaths paths(String local, String cloud) {
    return new TaskPaths(local, cloud);
  }

  /** A task with all that is needed to create it. */
  public static DesiredTask declared(Presence presence, String local, String cloud) {
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

  public static DesiredConnection declared(DesiredTask... tasks) {
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

  public static LiveTask task(long session, String local, String cloud) {
    return new LiveTask(
        session,
        paths(local, cloud),
        "",
        LiveSettings.EMPTY,
        false,
        new Value.Absent<>(),
        new Value.Absent<>());
  }

  public static LiveConnection live(long id, LiveTask... tasks) {
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
        ImmutableList.copyOf(tasks),
        null);
  }

  public static LiveState nas(LiveConnection... connections) {
    return new LiveState(LiveSettings.EMPTY, true, false, ImmutableList.copyOf(connections));
  }

  public static DesiredState state(DesiredConnection... connections) {
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
  public static KnownConnection known(long id, KnownConnection.KnownTask... tasks) {
    return new KnownConnection("Archive", live(id).identity(), ImmutableList.copyOf(tasks));
  }

  public static KnownConnection.KnownTask known(String local, String cloud, LiveTask task) {
    return known(local, cloud, task.identity());
  }

  public static KnownConnection.KnownTask known(String local, String cloud, TaskIdentity task) {
    return new KnownConnection.KnownTask(paths(local, cloud), task);
  }

  public static KnownConnection.AskedTask asked(String local, String cloud, Long... before) {
    return new KnownConnection.AskedTask(paths(local, cloud), ImmutableSet.copyOf(before), ASKED);
  }

  /** The session ids that each declared task is found to be, in their order. */
  public static List<List<Long>> matched(
      DesiredConnection desired, LiveConnection live, KnownConnection... known) {
    KnownTasks tasks = KnownTasks.of(ImmutableList.copyOf(known), desired, live, nas(live));
    return TaskMatcher.match(desired, live, tasks).stream()
        .map(match -> match.found().stream().map(LiveTask::sessionId).toList())
        .toList();
  }

  public static List<Long> none() {
    return Stream.<Long>empty().toList();
  }
}
