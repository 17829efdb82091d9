package io.cloudsyncctl.cloudsync.write;

import static io.cloudsyncctl.cloudsync.method.CloudSyncApi.connection;
import static io.cloudsyncctl.cloudsync.method.CloudSyncApi.task;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
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

  /** connection_pause: {@code pause}. */
  public void pause(long connectionId) {
    absolute(onConnection("pause", connectionId), connection(connectionId));
  }

  /** connection_resume: {@code resume}. */
  public void resume(long connectionId) {
    absolute(onConnection("resume", connectionId), connection(connectionId));
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
