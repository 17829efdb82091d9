package io.cloudsyncctl.cloudsync;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.LiveConnection;
import io.cloudsyncctl.model.LiveTask;
import io.cloudsyncctl.model.SettingGroup;
import io.cloudsyncctl.model.WireValue;
import java.util.Map;

/**
 * What was read of one connection.
 *
 * @param property the data of {@code get_property}; empty where it was refused
 * @param tasks its tasks; none where they are withheld
 */
record ConnectionReading(
    ConnectionEntry entry,
    Reply settings,
    WireValue.Members property,
    Reply taskReply,
    ImmutableList<Task> tasks) {
  private static final Reply NOT_READ = new Reply.Withheld("its filters were not read");

  /** A task as its connection lists it, with the fields of that entry. */
  record Task(TaskEntry entry, AnswerFields fields) {
    static Task read(AnswerFields fields) {
      return new Task(TaskEntry.read(fields), fields);
    }
  }

  ConnectionReading(
      ConnectionEntry entry, Reply settings, WireValue.Members property, Reply taskReply) {
    this(entry, settings, property, taskReply, tasks(taskReply));
  }

  static ImmutableList<Task> tasks(Reply reply) {
    return switch (reply) {
      case Reply.Fields(AnswerFields fields) -> fields.objects("sess", Task::read);
      case Reply.Withheld _ -> ImmutableList.of();
    };
  }

  /** The connection with its tasks and their filters, by session id. */
  LiveConnection live(Map<Long, Reply> filters) {
    return new LiveConnection(
        entry.id(),
        entry.name(),
        entry.type(),
        entry.status(),
        entry.account(),
        entry.userId(),
        property,
        new SettingsDecoder()
            .add(SettingGroup.CONNECTION, settings)
            .add(SettingGroup.SCHEDULE, settings)
            .build(),
        tasks.stream()
            .map(task -> live(task, filters.getOrDefault(task.entry().sessionId(), NOT_READ)))
            .collect(ImmutableList.toImmutableList()),
        switch (taskReply) {
          case Reply.Fields _ -> null;
          case Reply.Withheld(String why) -> why;
        });
  }

  static LiveTask live(Task task, Reply filters) {
    TaskEntry entry = task.entry();
    return new LiveTask(
        entry.sessionId(),
        entry.paths(),
        entry.remoteFolderId(),
        entry.status(),
        entry.error(),
        new SettingsDecoder()
            .add(SettingGroup.TASK, new Reply.Fields(task.fields()))
            .add(SettingGroup.FILTERS, filters)
            .build(),
        SettingsDecoder.decode(
            filters, FilterParameters.USER_DEFINED_NAMES, TaskSettings.FILTERED_FILENAMES.codec()),
        SettingsDecoder.decode(
            filters,
            FilterParameters.USER_DEFINED_EXTENSIONS,
            TaskSettings.FILTERED_EXTENSIONS.codec()));
  }

  /** The answers as they came, by method; without those that were refused. */
  ImmutableMap<String, WireValue.Members> answers() {
    return ImmutableMap.<String, WireValue.Members>builder()
        .putAll(answered(Getters.CONNECTION_SETTINGS, settings.data()))
        .putAll(answered(Getters.PROPERTY, property))
        .putAll(answered(Getters.TASKS, taskReply.data()))
        .buildOrThrow();
  }

  static ImmutableMap<String, WireValue.Members> answered(String method, WireValue.Members data) {
    return data.values().isEmpty() ? ImmutableMap.of() : ImmutableMap.of(method, data);
  }
}
