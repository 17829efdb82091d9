package io.cloudsyncctl.cloudsync.read;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimap;
import io.cloudsyncctl.cloudsync.answer.AnswerFields;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.ConnectionList;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.cloudsync.method.LogQuery;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole NAS in three dependent round trips, whatever its size: package and connection list;
 * every connection's settings, property and tasks; every task's settings and filters.
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
   * @throws io.cloudsyncctl.dsm.DsmException where the NAS cannot be read, not even the list of its
   *     connections; what else it refuses or answers unusably is unreadable instead
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
    ApiCall listCall = Getters.connections();
    ImmutableList<ApiResult> results = gateway.readAll(List.of(configCall, listCall));
    Reply config = Reply.of(gateway.nas(), configCall, null, results.get(0));
    AnswerFields listFields = gateway.answered(listCall, null, results.get(1));
    ConnectionList list = ConnectionList.readable(listFields);

    List<ConnectionReading> connections = eachTaskOnce(readConnections(list.entries()));
    Map<Long, TaskReplies> tasks = readTasks(connections);

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
                .map(reading -> reading.live(tasks))
                .collect(ImmutableList.toImmutableList()),
            volumes(config),
            list.incomplete().orElse(null));
    return new Snapshot(
        live,
        RawReplies.answers(config, ConnectionList.withoutUnread(listFields), connections, tasks));
  }

  private static Value<ImmutableList<String>> volumes(Reply config) {
    return switch (config) {
      case Reply.Withheld(String why, int _) -> new Value.Unreadable<>(why);
      case Reply.Fields(AnswerFields fields) -> {
        try {
          yield new Value.Known<>(
              fields.objects("volume_list", volume -> volume.text("mount_point")));
        } catch (BadAnswerException e) {
          yield new Value.Unreadable<>(Reply.unusable(Getters.CONFIG, e).why());
        }
      }
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
      Reply property = Reply.of(gateway.nas(), calls.get(at + 1), subject, results.get(at + 1));
      Reply tasks = Reply.of(gateway.nas(), calls.get(at + 2), subject, results.get(at + 2));
      readings.add(ConnectionReading.of(entries.get(i), settings, property, tasks));
    }
    return readings;
  }

  /** A task that two connections list is of one of them, and nobody can say of which. */
  private static List<ConnectionReading> eachTaskOnce(List<ConnectionReading> readings) {
    Multimap<Long, Long> lists = ArrayListMultimap.create();
    readings.forEach(reading ->
        reading.tasks().forEach(task -> lists.put(task.entry().sessionId(), reading.entry().id())));
    return readings.stream()
        .map(reading ->
            reading.tasks().stream()
                .map(task -> task.entry().sessionId())
                .filter(id -> lists.get(id).size() > 1)
                .findFirst()
                .map(id -> reading.withoutTasks(doubled(id, lists.get(id))))
                .orElse(reading))
        .toList();
  }

  private static Reply.Withheld doubled(long sessionId, Collection<Long> connections) {
    return new Reply.Withheld(
        Getters.TASKS
            + " lists task "
            + sessionId
            + " for the connections "
            + connections.stream().map(String::valueOf).collect(Collectors.joining(" and ")),
        Reply.UNKNOWN_ERROR);
  }

  private Map<Long, TaskReplies> readTasks(List<ConnectionReading> connections) {
    List<Long> sessions =
        connections.stream()
            .flatMap(reading -> reading.tasks().stream())
            .map(task -> task.entry().sessionId())
            .toList();
    ImmutableList<ApiCall> calls = TaskReplies.calls(sessions);
    ImmutableList<ApiResult> results = gateway.readAll(calls);
    Map<Long, TaskReplies> replies = new LinkedHashMap<>();
    for (int i = 0; i < sessions.size(); i++) {
      replies.put(sessions.get(i), TaskReplies.of(gateway.nas(), sessions, i, calls, results));
    }
    return replies;
  }
}
