package io.cloudsyncctl.cloudsync;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.model.LiveSettings;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.SettingGroup;
import io.cloudsyncctl.model.WireValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole NAS in three dependent round trips, whatever its size: package and connection list;
 * every connection's settings, property and tasks; every task's filters.
 */
public final class LiveStateReader {
  private static final int CALLS_OF_A_CONNECTION = 3;

  private final ReadGateway gateway;

  private LiveStateReader(ReadGateway gateway) {
    this.gateway = gateway;
  }

  /**
   * Reads everything.
   *
   * @throws io.cloudsyncctl.dsm.DsmException where the NAS cannot be read; what this login alone
   *     may not read is unreadable instead
   */
  public static Snapshot read(ReadGateway gateway) {
    return new LiveStateReader(gateway).read();
  }

  /** Adds the newest page of each connection's log and the recent changes: one round trip. */
  public static RawAnswers withActivity(ReadGateway gateway, RawAnswers raw) {
    List<ApiCall> calls = new ArrayList<>();
    List<Long> ids = List.copyOf(raw.connections().keySet());
    ids.forEach(id -> calls.add(Getters.logs(id, LogQuery.NEWEST)));
    calls.add(Getters.recent());
    ImmutableList<ApiResult> results = gateway.readAll(calls);
    ImmutableMap.Builder<Long, WireValue.Members> logs = ImmutableMap.builder();
    for (int i = 0; i < ids.size(); i++) {
      long id = ids.get(i);
      Reply reply =
          Reply.of(gateway.nas(), calls.get(i), CloudSyncApi.connection(id), results.get(i));
      if (reply instanceof Reply.Fields(AnswerFields fields)) {
        logs.put(id, fields.members());
      }
    }
    Reply recent = Reply.of(gateway.nas(), calls.getLast(), null, results.getLast());
    WireValue.@Nullable Members changes =
        recent instanceof Reply.Fields(AnswerFields fields) ? fields.members() : null;
    return raw.withActivity(logs.buildOrThrow(), changes);
  }

  private Snapshot read() {
    ApiCall configCall = Getters.config();
    ApiCall listCall = Getters.connections(ConnectionGrouping.BY_USER);
    ImmutableList<ApiResult> results = gateway.readAll(List.of(configCall, listCall));
    Reply config = Reply.of(gateway.nas(), configCall, null, results.get(0));
    AnswerFields listFields = listed(listCall, results.get(1));
    ConnectionList list = ConnectionList.read(listFields);

    List<ConnectionReading> connections = readConnections(list.entries());
    Map<Long, Reply> filters = readFilters(connections);

    LiveSettings packageSettings =
        new SettingsDecoder()
            .add(SettingGroup.PACKAGE, config)
            .add(SettingGroup.RELINK, config)
            .build();
    LiveState live =
        new LiveState(
            packageSettings,
            list.adminView(),
            list.allPaused(),
            connections.stream()
                .map(reading -> reading.live(filters))
                .collect(ImmutableList.toImmutableList()));
    return new Snapshot(live, raw(config.data(), listFields.members(), connections, filters));
  }

  private AnswerFields listed(ApiCall call, ApiResult result) {
    return switch (result) {
      case ApiResult.Success(WireValue.Members data) ->
          AnswerFields.of(gateway.nas(), call.method(), null, data);
      case ApiResult.Refused(var error) ->
          throw new ApiRefusedException(gateway.nas(), call, null, error);
    };
  }

  private List<ConnectionReading> readConnections(List<ConnectionEntry> entries) {
    List<ApiCall> calls = new ArrayList<>();
    for (ConnectionEntry entry : entries) {
      calls.add(Getters.connectionSettings(entry.id()));
      calls.add(Getters.property(entry.id()));
      calls.add(Getters.tasks(entry.id()));
    }
    ImmutableList<ApiResult> results = gateway.readAll(calls);
    List<ConnectionReading> readings = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      int at = i * CALLS_OF_A_CONNECTION;
      String subject = CloudSyncApi.connection(entries.get(i).id());
      Reply settings = Reply.of(gateway.nas(), calls.get(at), subject, results.get(at));
      Reply tasks = Reply.of(gateway.nas(), calls.get(at + 2), subject, results.get(at + 2));
      readings.add(
          new ConnectionReading(entries.get(i), settings, property(results.get(at + 1)), tasks));
    }
    return readings;
  }

  /**
   * No setting depends on it, and a NAS may have to ask the cloud for it: a refusal is no error.
   */
  private static WireValue.Members property(ApiResult result) {
    return switch (result) {
      case ApiResult.Success(WireValue.Members data) -> data;
      case ApiResult.Refused _ -> WireValue.Members.EMPTY;
    };
  }

  private Map<Long, Reply> readFilters(List<ConnectionReading> connections) {
    List<Long> sessions =
        connections.stream()
            .flatMap(reading -> reading.tasks().stream())
            .map(task -> task.entry().sessionId())
            .toList();
    List<ApiCall> calls = sessions.stream().map(Getters::filters).toList();
    ImmutableList<ApiResult> results = gateway.readAll(calls);
    Map<Long, Reply> replies = new LinkedHashMap<>();
    for (int i = 0; i < sessions.size(); i++) {
      String subject = CloudSyncApi.task(sessions.get(i));
      replies.put(sessions.get(i), Reply.of(gateway.nas(), calls.get(i), subject, results.get(i)));
    }
    return replies;
  }

  private static RawAnswers raw(
      WireValue.Members config,
      WireValue.Members list,
      List<ConnectionReading> connections,
      Map<Long, Reply> filters) {
    ImmutableMap.Builder<Long, ImmutableMap<String, WireValue.Members>> byConnection =
        ImmutableMap.builder();
    connections.forEach(reading -> byConnection.put(reading.entry().id(), reading.answers()));
    ImmutableMap.Builder<Long, ImmutableMap<String, WireValue.Members>> byTask =
        ImmutableMap.builder();
    filters.forEach(
        (id, reply) -> byTask.put(id, ConnectionReading.answered(Getters.FILTERS, reply.data())));
    return new RawAnswers(
        config, list, byConnection.buildKeepingLast(), byTask.buildKeepingLast(), null);
  }
}
