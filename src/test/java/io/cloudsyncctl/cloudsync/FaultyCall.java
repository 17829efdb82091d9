package io.cloudsyncctl.cloudsync;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.cloudsync.method.LogQuery;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.cloudsync.write.CloudSyncWriter;
import io.cloudsyncctl.cloudsync.write.TaskCreation;
import io.cloudsyncctl.cloudsync.write.TaskCreations;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.List;
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
        Getters.connections(),
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
    ApiCall other = call.method().equals(Getters.CONFIG) ? Getters.connections() : Getters.config();
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
        setter(
            SettingGroup.PACKAGE,
            0,
            ImmutableMap.of(
                "repo_vol_path", WireValue.of("/volume1"),
                "log_count", WireValue.of(777),
                "worker_count", WireValue.of(7),
                "admin_mode", WireValue.of("enable"))),
        setter(SettingGroup.RELINK, 0, ImmutableMap.of("sync_mode", WireValue.of(true))),
        setter(
            SettingGroup.CONNECTION,
            CONNECTION,
            ImmutableMap.of(
                "task_name", WireValue.of("renamed"),
                "pull_event_period", WireValue.of(77),
                "max_upload_speed", WireValue.of(1),
                "max_download_speed", WireValue.of(2),
                "storage_class", WireValue.of(""),
                "isSSE", WireValue.of(false),
                "part_size", WireValue.of(64))),
        setter(
            SettingGroup.SCHEDULE,
            CONNECTION,
            ImmutableMap.of(
                "is_enabled_schedule", WireValue.of(true),
                "schedule_info", WireValue.of("01".repeat(84)))),
        setter(
            SettingGroup.TASK,
            TASK,
            ImmutableMap.of(
                "sync_direction", WireValue.of("ONLY_DOWNLOAD"),
                "sync_attr_check_option", WireValue.of(false),
                "no_delete", WireValue.of(true),
                "google_drive_convert_online_doc", WireValue.of(false))),
        setter(
            SettingGroup.FILTERS,
            TASK,
            ImmutableMap.of(
                "filtered_paths", WireValue.Items.ofTexts(List.of("/x")),
                "filtered_names", WireValue.Items.ofTexts(List.of("n")),
                "filtered_extensions", WireValue.Items.ofTexts(List.of("iso")),
                "user_defined_names", WireValue.Items.ofTexts(List.of("n")),
                "user_defined_extensions", WireValue.Items.ofTexts(List.of()),
                "filtered_max_upload_size", WireValue.of(7))));
  }

  private static FaultyCall setter(
      SettingGroup group, long id, ImmutableMap<String, WireValue> parameters) {
    return absolute(group.writeMethod(), writer -> writer.writeGroup(group, id, parameters));
  }

  private static ImmutableList<FaultyCall> actions() {
    TaskCreation creation =
        TaskCreations.withDefaults(CONNECTION, new TaskPaths("/archive/new", "/new"));
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
