package io.cloudsyncctl.cloudsync.read;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code data} of every getter that was read, as answered, unknown fields and all. The
 * credentials of a connection are never among them.
 *
 * @param config the answer of {@code get_config}; empty where this login may not read it
 * @param connectionList the answer of {@code list_conn}
 * @param connections by connection id, then by method
 * @param tasks by session id, then by method
 * @param recent the answer of {@code get_recently_change}; null where it was not read
 * @param refused the codes of the getters that the NAS refused, by the same names and ids: a
 *     simulated NAS that answered them would show what nobody has seen
 */
public record RawAnswers(
    WireValue.Members config,
    WireValue.Members connectionList,
    ImmutableMap<Long, ImmutableMap<String, WireValue.Members>> connections,
    ImmutableMap<Long, ImmutableMap<String, WireValue.Members>> tasks,
    WireValue.@Nullable Members recent,
    WireValue.Members refused) {
  static final String CONNECTIONS = "connections";
  static final String TASKS = "tasks";

  /** The name of the state file's format. */
  public static final String FORMAT = "cloudsyncctl-state";

  /** The version of the state file's format. */
  public static final long FORMAT_VERSION = 1;

  /** The same answers with the log of each connection and the recent changes. */
  RawAnswers withActivity(
      ImmutableMap<Long, WireValue.Members> logs, WireValue.@Nullable Members changes) {
    ImmutableMap.Builder<Long, ImmutableMap<String, WireValue.Members>> withLogs =
        ImmutableMap.builder();
    connections.forEach((id, answers) -> {
      WireValue.Members log = logs.get(id);
      withLogs.put(
          id,
          log == null
              ? answers
              : ImmutableMap.<String, WireValue.Members>builder()
                  .putAll(answers)
                  .put(Getters.LOGS, log)
                  .buildKeepingLast());
    });
    return new RawAnswers(config, connectionList, withLogs.buildOrThrow(), tasks, changes, refused);
  }

  /** What a simulated NAS loads in order to answer the same. */
  public WireValue.Members stateFile() {
    Map<String, WireValue> file = new LinkedHashMap<>();
    file.put("format", WireValue.of(FORMAT));
    file.put("version", WireValue.of(FORMAT_VERSION));
    file.put(Getters.CONFIG, config);
    file.put(Getters.CONNECTIONS, connectionList);
    file.put(CONNECTIONS, byId(connections));
    file.put(TASKS, byId(tasks));
    if (recent != null) {
      file.put(Getters.RECENT, recent);
    }
    if (!refused.values().isEmpty()) {
      file.put("refused", refused);
    }
    return WireValue.Members.of(file);
  }

  static WireValue.Members byId(Map<Long, ? extends Map<String, ? extends WireValue>> answers) {
    Map<String, WireValue> byId = new LinkedHashMap<>();
    answers.forEach((id, methods) -> byId.put(Long.toString(id), WireValue.Members.of(methods)));
    return WireValue.Members.of(byId);
  }
}
