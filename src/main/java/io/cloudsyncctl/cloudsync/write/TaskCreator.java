package io.cloudsyncctl.cloudsync.write;

import static io.cloudsyncctl.cloudsync.method.CloudSyncApi.connection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.cloudsync.answer.AnswerFields;
import io.cloudsyncctl.cloudsync.answer.TaskList;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.cloudsync.read.CloudSyncReader;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.dsm.HostileText;
import io.cloudsyncctl.model.identity.NearPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.Optional;

/** Tests and creates tasks, both by compound requests that hold the connection's credentials. */
final class TaskCreator {
  private static final String TEST = "test_task_setting";
  private static final String CREATE = "create_session";

  private final DsmGateway gateway;
  private final CloudSyncReader reader;

  TaskCreator(DsmGateway gateway, CloudSyncReader reader) {
    this.gateway = gateway;
    this.reader = reader;
  }

  void test(TaskCreation creation) {
    ApiCall call = call(TEST, creation).asAbsolute();
    first(call, creation, gateway.callInOrder(ImmutableList.of(call)));
  }

  PreparedTask prepare(TaskCreation creation) {
    long id = creation.connectionId();
    String type = reader.connectionType(id);
    if (!type.equals(LiveConnection.AMAZON_S3)) {
      throw notAmazonS3(id, type);
    }
    return new PreparedTask(creation, call(CREATE, creation));
  }

  TaskList create(PreparedTask prepared, ImmutableSet<Long> before) {
    TaskCreation creation = prepared.creation();
    long id = creation.connectionId();
    ApiCall create = prepared.call();
    ApiCall list = Getters.tasks(id);
    ImmutableList<ApiResult> results;
    try {
      results = gateway.callInOrder(ImmutableList.of(create, list));
      first(create, creation, results);
    } catch (DsmException e) {
      return WriteVerifier.of(e, () -> withTask(creation, before));
    }
    return results.size() > 1 && results.get(1) instanceof ApiResult.Success(var data)
        ? TaskList.read(AnswerFields.of(gateway.nas(), list.method(), connection(id), data), id)
        : afterCreation(id);
  }

  /** The task was created, whatever becomes of this read. */
  private TaskList afterCreation(long id) {
    try {
      return reader.tasks(id);
    } catch (DsmException e) {
      throw e.with(Certainty.MAY_HAVE_HAPPENED);
    }
  }

  /** The NAS may keep the paths in another form. */
  private Optional<TaskList> withTask(TaskCreation creation, ImmutableSet<Long> before) {
    TaskList tasks = reader.tasks(creation.connectionId());
    return tasks.entries().stream()
            .filter(entry -> !before.contains(entry.sessionId()))
            .anyMatch(entry -> NearPaths.both(entry.paths(), creation.paths()))
        ? Optional.of(tasks)
        : Optional.empty();
  }

  private ApiCall call(String method, TaskCreation creation) {
    WireValue.Members info =
        ConnectionInfoParameter.of(
            reader.connectionAuthentication(creation.connectionId()), creation);
    return CloudSyncApi.confidential(method, ImmutableMap.of("conn_info", info));
  }

  private void first(ApiCall call, TaskCreation creation, ImmutableList<ApiResult> results) {
    String subject = connection(creation.connectionId());
    if (results.isEmpty()) {
      throw new BadAnswerException(
          new Location.OnNas(gateway.nas(), call.method(), subject),
          "the NAS answered no result",
          "whether it was done is not known: look at the connection's tasks first");
    }
    if (results.getFirst() instanceof ApiResult.Refused(ApiError error)) {
      throw new ApiRefusedException(gateway.nas(), call, subject, error);
    }
  }

  private DiagnosticException notAmazonS3(long id, String type) {
    return new DiagnosticException(
        FailureKind.REFUSED,
        Diagnostic.error(
            DiagnosticCode.NOT_AMAZON_S3,
            "tasks can be created for Amazon S3 (az) only, and this connection is "
                + HostileText.excerpt(type),
            new Location.OnNas(gateway.nas(), CREATE, connection(id)),
            "create the task in DSM's Cloud Sync; it is adopted once it is there"));
  }
}
