package io.cloudsyncctl.cloudsync.read;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.cloudsync.answer.AnswerFields;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sorts the replies of a whole reading into what was answered and what was refused. */
final class RawReplies {
  private final Map<Long, Map<String, WireValue.Members>> answers = new LinkedHashMap<>();
  private final Map<Long, Map<String, WireValue>> refused = new LinkedHashMap<>();

  private RawReplies() {}

  static RawAnswers answers(
      Reply config,
      WireValue.Members list,
      List<ConnectionReading> readings,
      Map<Long, TaskReplies> replies) {
    RawReplies connections = new RawReplies();
    readings.forEach(reading ->
        reading
            .replies()
            .forEach((method, reply) -> connections.add(reading.entry().id(), method, reply)));
    RawReplies tasks = new RawReplies();
    replies.forEach(
        (id, ofTask) -> ofTask.byMethod().forEach((method, reply) -> tasks.add(id, method, reply)));
    return new RawAnswers(
        config.data(),
        list,
        connections.answered(),
        tasks.answered(),
        null,
        refused(config, connections, tasks));
  }

  private void add(long id, String method, Reply reply) {
    Map<String, WireValue.Members> answered =
        answers.computeIfAbsent(id, _ -> new LinkedHashMap<>());
    switch (reply) {
      case Reply.Fields(AnswerFields fields) -> {
        if (!fields.members().values().isEmpty()) {
          answered.put(method, fields.members());
        }
      }
      case Reply.Withheld(String _, int code) ->
          refused.computeIfAbsent(id, _ -> new LinkedHashMap<>()).put(method, code(code));
    }
  }

  /** A simulated NAS that said that it is busy would be asked again and again in vain. */
  private static WireValue code(int code) {
    return WireValue.of(ApiError.of(code).busy() ? Reply.UNKNOWN_ERROR : code);
  }

  private ImmutableMap<Long, ImmutableMap<String, WireValue.Members>> answered() {
    ImmutableMap.Builder<Long, ImmutableMap<String, WireValue.Members>> all =
        ImmutableMap.builder();
    answers.forEach((id, methods) -> all.put(id, ImmutableMap.copyOf(methods)));
    return all.buildOrThrow();
  }

  private static WireValue.Members refused(Reply config, RawReplies connections, RawReplies tasks) {
    Map<String, WireValue> refused = new LinkedHashMap<>();
    if (config instanceof Reply.Withheld(String _, int code)) {
      refused.put(Getters.CONFIG, code(code));
    }
    if (!connections.refused.isEmpty()) {
      refused.put(RawAnswers.CONNECTIONS, RawAnswers.byId(connections.refused));
    }
    if (!tasks.refused.isEmpty()) {
      refused.put(RawAnswers.TASKS, RawAnswers.byId(tasks.refused));
    }
    return WireValue.Members.of(refused);
  }
}
