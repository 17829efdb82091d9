package io.cloudsyncctl.cloudsync.write;

import static io.cloudsyncctl.cloudsync.method.CloudSyncApi.connection;
import static io.cloudsyncctl.cloudsync.method.CloudSyncApi.task;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.cloudsync.answer.ConnectionConfig;
import io.cloudsyncctl.cloudsync.answer.TaskFilters;
import io.cloudsyncctl.cloudsync.answer.TaskList;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.method.GroupParameters;
import io.cloudsyncctl.cloudsync.read.CloudSyncReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The six setters and six actions. Every method throws a {@link DsmException} where it did not
 * succeed, whose {@link DsmException#certainty() certainty} says whether anything may have
 * happened.
 *
 * <p>Setters, pausing and resuming are absolute and hence repeated like reads. A removal or a
 * creation is never repeated where it may have happened: the lists are read to find out, and it has
 * succeeded where they show it.
 */
public final class CloudSyncWriter {
  private final DsmGateway gateway;
  private final CloudSyncReader reader;
  private final TaskCreator creator;

  public CloudSyncWriter(DsmGateway gateway) {
    this.gateway = gateway;
    this.reader = new CloudSyncReader(ReadGateway.over(gateway));
    this.creator = new TaskCreator(gateway, reader);
  }

  /**
   * Replaces a whole group of settings.
   *
   * @param id the connection's or the task's session id; not looked at for the package's groups
   * @param parameters every parameter of the group's setter by name, without the id
   * @throws IllegalArgumentException where a parameter is missing or is none of the group's: a
   *     setter replaces its whole group, so half a group is never sent
   */
  public void writeGroup(SettingGroup group, long id, ImmutableMap<String, WireValue> parameters) {
    GroupParameters.check(group, parameters);
    ImmutableMap.Builder<String, WireValue> all = ImmutableMap.builder();
    @Nullable String subject =
        switch (group.subject()) {
          case PACKAGE -> null;
          case CONNECTION -> {
            all.put("connection_id", WireValue.of(id));
            yield connection(id);
          }
          case TASK -> {
            all.put("session_id", WireValue.of(id));
            yield task(id);
          }
        };
    absolute(
        CloudSyncApi.call(group.writeMethod(), all.putAll(parameters).buildOrThrow()), subject);
  }

  /**
   * set_pkg_config: {@code set_global_config}. The document's defaults are 20000 logs, 3 workers
   * and the administrators' mode on.
   *
   * @param logCount at most 100000
   * @param workerCount at most 20
   */
  public void setPackageConfig(
      String volumePath, long logCount, long workerCount, boolean adminMode) {
    writeGroup(
        SettingGroup.PACKAGE,
        0,
        ImmutableMap.of(
            "repo_vol_path", WireValue.of(volumePath),
            "log_count", WireValue.of(logCount),
            "worker_count", WireValue.of(workerCount),
            "admin_mode", WireValue.of(adminMode ? "enable" : "disable")));
  }

  /**
   * set_relink_behavior: {@code set_personal_config}, of the login user.
   *
   * @param deleteFromCloud whether a local deletion is repeated in the cloud on relinking
   */
  public void setRelinkBehavior(boolean deleteFromCloud) {
    writeGroup(SettingGroup.RELINK, 0, ImmutableMap.of("sync_mode", WireValue.of(deleteFromCloud)));
  }

  /**
   * set_connection_settings: {@code set_connection_setting}. The document's defaults are 60
   * seconds, no limits, no storage class, no encryption and parts of 128 MB. Of {@code settings}
   * the client type and the schedule are not looked at.
   */
  public void setConnectionSettings(long connectionId, ConnectionConfig settings) {
    writeGroup(
        SettingGroup.CONNECTION,
        connectionId,
        ImmutableMap.<String, WireValue>builder()
            .put("task_name", WireValue.of(settings.name()))
            .put("pull_event_period", WireValue.of(settings.pullEventPeriod()))
            .put("max_upload_speed", WireValue.of(settings.maxUploadSpeed()))
            .put("max_download_speed", WireValue.of(settings.maxDownloadSpeed()))
            .put("storage_class", WireValue.of(settings.storageClass()))
            .put("isSSE", WireValue.of(settings.serverSideEncryption()))
            .put("part_size", WireValue.of(settings.partSize()))
            .buildOrThrow());
  }

  /**
   * set_connection_schedule: {@code set_schedule_setting}. The document's default is every hour.
   *
   * @param hours 168 hours, 0 or 1, Sunday 00h first
   */
  public void setConnectionSchedule(long connectionId, boolean enabled, WeekHours hours) {
    writeGroup(
        SettingGroup.SCHEDULE,
        connectionId,
        ImmutableMap.of(
            "is_enabled_schedule", WireValue.of(enabled),
            "schedule_info", WireValue.of(hours.bits())));
  }

  /**
   * set_task_settings: {@code set_session_setting}. The document's defaults are the consistency
   * check on, nothing deleted in the cloud, and no conversion.
   */
  public void setTaskSettings(
      long sessionId,
      SyncDirection direction,
      boolean consistencyCheck,
      boolean noDeleteOnCloud,
      boolean convertGoogleDocuments) {
    writeGroup(
        SettingGroup.TASK,
        sessionId,
        ImmutableMap.of(
            "sync_direction", WireValue.of(direction.name()),
            "sync_attr_check_option", WireValue.of(consistencyCheck),
            "no_delete", WireValue.of(noDeleteOnCloud),
            "google_drive_convert_online_doc", WireValue.of(convertGoogleDocuments)));
  }

  /**
   * set_task_filters: {@code set_selective_sync_config}. The document's defaults are empty lists
   * and no limit.
   */
  public void setTaskFilters(long sessionId, TaskFilters filters) {
    writeGroup(
        SettingGroup.FILTERS,
        sessionId,
        ImmutableMap.<String, WireValue>builder()
            .put("filtered_paths", WireValue.Items.ofTexts(filters.paths()))
            .put("filtered_names", WireValue.Items.ofTexts(filters.names()))
            .put("filtered_extensions", WireValue.Items.ofTexts(filters.extensions()))
            .put("user_defined_names", WireValue.Items.ofTexts(filters.userDefinedNames()))
            .put(
                "user_defined_extensions", WireValue.Items.ofTexts(filters.userDefinedExtensions()))
            .put("filtered_max_upload_size", WireValue.of(filters.maxUploadSize()))
            .buildOrThrow());
  }

  /** connection_pause of one connection: {@code pause}. */
  public void pause(long connectionId) {
    absolute(onConnection("pause", connectionId), connection(connectionId));
  }

  /** connection_pause of all connections: {@code pause} without an id. */
  public void pauseAll() {
    absolute(CloudSyncApi.call("pause", ImmutableMap.of()), null);
  }

  /** connection_resume of one connection: {@code resume}. */
  public void resume(long connectionId) {
    absolute(onConnection("resume", connectionId), connection(connectionId));
  }

  /** connection_resume of all connections: {@code resume} without an id. */
  public void resumeAll() {
    absolute(CloudSyncApi.call("resume", ImmutableMap.of()), null);
  }

  /** connection_remove: {@code unlink_connection}; the files stay on both sides. */
  public void removeConnection(long connectionId) {
    once(
        onConnection("unlink_connection", connectionId),
        connection(connectionId),
        () -> reader.connections().entries().stream().noneMatch(c -> c.id() == connectionId));
  }

  /** task_remove: {@code unlink_session}; the files stay on both sides. */
  public void removeTask(long connectionId, long sessionId) {
    once(
        CloudSyncApi.call(
            "unlink_session",
            ImmutableMap.of(
                "connection_id", WireValue.of(connectionId),
                "session_id", WireValue.of(sessionId))),
        task(sessionId),
        () ->
            reader.tasks(connectionId).entries().stream()
                .noneMatch(t -> t.sessionId() == sessionId));
  }

  /**
   * test_task_setting: lets the NAS say whether a task could be created so. It changes nothing.
   *
   * @throws ApiRefusedException where the NAS says no
   */
  public void testTaskSetting(TaskCreation creation) {
    creator.test(creation);
  }

  /**
   * Reads what a creation needs: whether the connection is one of Amazon S3, and its credentials.
   *
   * @throws io.cloudsyncctl.diagnostic.DiagnosticException where the connection is not Amazon S3
   *     ({@code az})
   */
  public PreparedTask prepareTask(TaskCreation creation) {
    return creator.prepare(creation);
  }

  /**
   * create_sync_task_s3: {@code create_session} and, in the same request, {@code list_sess}. Test
   * the settings first. Where the answer is lost, a task of nearly these paths that was not there
   * before counts as the new one.
   *
   * @param before the session ids of all tasks that the connection has by now
   * @return the connection's tasks, the new one among them
   */
  public TaskList createTask(PreparedTask task, ImmutableSet<Long> before) {
    return creator.create(task, before);
  }

  private static ApiCall onConnection(String method, long id) {
    return CloudSyncApi.call(method, ImmutableMap.of("connection_id", WireValue.of(id)));
  }

  private void absolute(ApiCall call, @Nullable String subject) {
    send(call.asAbsolute(), subject);
  }

  /**
   * A write that must not happen twice.
   *
   * @param happened reads whether it has
   */
  private void once(ApiCall call, String subject, BooleanSupplier happened) {
    try {
      send(call, subject);
    } catch (DsmException e) {
      WriteVerifier.of(e, () -> happened.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }
  }

  private void send(ApiCall call, @Nullable String subject) {
    if (gateway.call(call) instanceof ApiResult.Refused(ApiError error)) {
      throw new ApiRefusedException(gateway.nas(), call, subject, error);
    }
  }
}
