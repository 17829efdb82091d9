package io.cloudsyncctl.cloudsync;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.cloudsync.answer.ConnectionConfig;
import io.cloudsyncctl.cloudsync.answer.TaskFilters;
import io.cloudsyncctl.cloudsync.method.ConnectionGrouping;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.cloudsync.method.LogQuery;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.cloudsync.write.CloudSyncWriter;
import io.cloudsyncctl.cloudsync.write.TaskCreation;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.WeekHours;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One of the 22 methods, or a getter among many reads.
 *
 * @param method the method on the wire, of which the first request goes wrong
 * @param before the last method before it
 * @param compound whether it is sent in a compound
 * @param work calls it and returns what it gives
 */
record FaultyCall(
    String name,
    Kind kind,
    String method,
    String before,
    boolean compound,
    Function<DsmSession, Object> work) {
  /** What may be done about a failure. */
  enum Kind {
    READ,
    ABSOLUTE,
    /** Never twice. */
    ONCE
  }

  private static final String LOGIN = "login";

  /** The Amazon S3 of the demonstration NAS. */
  private static final long CONNECTION = 5;

  /** Its connection that is paused. */
  private static final long PAUSED = 4;

  /** A task of its connection 1. */
  private static final long TASK = 1;

  static ImmutableList<FaultyCall> all() {
    ImmutableList.Builder<FaultyCall> all = ImmutableList.builder();
    for (ApiCall call : getters()) {
      all.add(single(call));
      all.add(amongMany(call));
    }
    return all.addAll(setters()).addAll(actions()).build();
  }

  private static ImmutableList<ApiCall> getters() {
    return ImmutableList.of(
        Getters.config(),
        Getters.connections(ConnectionGrouping.BY_USER),
        Getters.connectionSettings(CONNECTION),
        Getters.property(CONNECTION),
        Getters.authentication(CONNECTION),
        Getters.logs(CONNECTION, LogQuery.NEWEST),
        Getters.tasks(CONNECTION),
        Getters.filters(TASK),
        Getters.folders(TASK, "id:Qf8RiversideSchool", "/"),
        Getters.recent());
  }

  private static FaultyCall single(ApiCall call) {
    return new FaultyCall(
        call.method(),
        Kind.READ,
        call.method(),
        LOGIN,
        false,
        session -> ReadGateway.over(session).read(call, null).members());
  }

  private static FaultyCall amongMany(ApiCall call) {
    ApiCall other =
        call.method().equals(Getters.CONFIG)
            ? Getters.connections(ConnectionGrouping.BY_USER)
            : Getters.config();
    return new FaultyCall(
        call.method() + " among many",
        Kind.READ,
        call.method(),
        LOGIN,
        true,
        session -> {
          ImmutableList<ApiResult> results =
              ReadGateway.over(session).readAll(ImmutableList.of(call, other));
          if (results.getFirst() instanceof ApiResult.Refused(var error)) {
            throw new ApiRefusedException(session.nas(), call, null, error);
          }
          return results;
        });
  }

  private static ImmutableList<FaultyCall> setters() {
    return ImmutableList.of(
        absolute("set_global_config", w -> w.setPackageConfig("/volume1", 777, 7, true)),
        absolute("set_personal_config", w -> w.setRelinkBehavior(true)),
        absolute(
            "set_connection_setting",
            w ->
                w.setConnectionSettings(
                    CONNECTION,
                    new ConnectionConfig("az", "renamed", 77, 1, 2, "", false, 64, false, ""))),
        absolute(
            "set_schedule_setting",
            w -> w.setConnectionSchedule(CONNECTION, true, new WeekHours("01".repeat(84)))),
        absolute(
            "set_session_setting",
            w -> w.setTaskSettings(TASK, SyncDirection.ONLY_DOWNLOAD, false, true, false)),
        absolute(
            "set_selective_sync_config",
            w ->
                w.setTaskFilters(
                    TASK,
                    new TaskFilters(
                        ImmutableList.of("/x"),
                        ImmutableList.of("n"),
                        ImmutableList.of("iso"),
                        ImmutableList.of("n"),
                        ImmutableList.of(),
                        7))));
  }

  private static ImmutableList<FaultyCall> actions() {
    TaskCreation creation =
        TaskCreation.withDefaults(CONNECTION, new TaskPaths("/archive/new", "/new"));
    return ImmutableList.of(
        absolute("pause", w -> w.pause(CONNECTION)),
        absolute("resume", w -> w.resume(PAUSED)),
        once("unlink_connection", w -> w.removeConnection(CONNECTION)),
        once("unlink_session", w -> w.removeTask(1, TASK)),
        new FaultyCall(
            "test_task_setting",
            Kind.ABSOLUTE,
            "test_task_setting",
            Getters.AUTHENTICATION,
            true,
            session -> {
              new CloudSyncWriter(session).testTaskSetting(creation);
              return "done";
            }),
        new FaultyCall(
            "create_session",
            Kind.ONCE,
            "create_session",
            Getters.AUTHENTICATION,
            true,
            session -> {
              CloudSyncWriter writer = new CloudSyncWriter(session);
              return writer.createTask(writer.prepareTask(creation), ImmutableSet.of());
            }));
  }

  private static FaultyCall absolute(String method, Consumer<CloudSyncWriter> write) {
    return write(Kind.ABSOLUTE, method, write);
  }

  private static FaultyCall once(String method, Consumer<CloudSyncWriter> write) {
    return write(Kind.ONCE, method, write);
  }

  private static FaultyCall write(Kind kind, String method, Consumer<CloudSyncWriter> write) {
    return new FaultyCall(
        method,
        kind,
        method,
        LOGIN,
        false,
        session -> {
          write.accept(new CloudSyncWriter(session));
          return "done";
        });
  }

  @Override
  public String toString() {
    return name;
  }
}
