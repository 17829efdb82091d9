package io.cloudsyncctl.cloudsync.read;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.cloudsync.answer.AnswerFields;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.TaskEntry;
import io.cloudsyncctl.cloudsync.answer.TaskList;
import io.cloudsyncctl.cloudsync.method.FilterParameters;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.SettingGroup;
import java.util.Map;

/**
 * What was read of one connection.
 *
 * @param property the reply of {@code get_property}: no setting depends on it, and a NAS may have
 *     to ask the cloud for it, so that a refusal is nothing to tell
 * @param tasks its tasks; none where they are withheld
 */
record ConnectionReading(
    ConnectionEntry entry,
    Reply settings,
    Reply property,
    Reply taskReply,
    ImmutableList<Task> tasks) {
  private static final TaskReplies NOT_READ =
      new TaskReplies(
          new Reply.Withheld("its filters were not read", Reply.UNKNOWN_ERROR),
          new Reply.Withheld("its settings were not read", Reply.UNKNOWN_ERROR));

  /** A task as its connection lists it, with the fields of that entry. */
  record Task(TaskEntry entry, AnswerFields fields) {
    static Task read(AnswerFields fields) {
      return new Task(TaskEntry.read(fields), fields);
    }
  }

  /** A reading; a list of tasks that cannot be used is as good as none. */
  static ConnectionReading of(ConnectionEntry entry, Reply settings, Reply property, Reply listed) {
    return switch (listed) {
      case Reply.Withheld withheld ->
          new ConnectionReading(entry, settings, property, withheld, ImmutableList.of());
      case Reply.Fields(AnswerFields fields) -> {
        try {
          yield new ConnectionReading(entry, settings, property, listed, tasks(fields, entry.id()));
        } catch (BadAnswerException e) {
          yield new ConnectionReading(
              entry, settings, property, Reply.unusable(Getters.TASKS, e), ImmutableList.of());
        }
      }
    };
  }

  /**
   * The tasks of a list.
   *
   * @throws BadAnswerException where it is not all of them
   */
  static ImmutableList<Task> tasks(AnswerFields fields, long connectionId) {
    ImmutableList<Task> tasks = fields.objects("sess", Task::read);
    TaskList.requireWhole(fields, connectionId, tasks.stream().map(Task::entry).toList());
    return tasks;
  }

  /** The same reading, with none of its tasks known. */
  ConnectionReading withoutTasks(Reply.Withheld why) {
    return new ConnectionReading(entry, settings, property, why, ImmutableList.of());
  }

  /** The connection with its tasks and what was answered of each, by session id. */
  LiveConnection live(Map<Long, TaskReplies> replies) {
    return new LiveConnection(
        entry.id(),
        entry.name(),
        entry.type(),
        entry.status(),
        entry.account(),
        entry.userId(),
        property.data(),
        new SettingsDecoder()
            .add(SettingGroup.CONNECTION, settings)
            .add(SettingGroup.SCHEDULE, settings)
            .build(),
        tasks.stream()
            .map(task -> live(task, replies.getOrDefault(task.entry().sessionId(), NOT_READ)))
            .collect(ImmutableList.toImmutableList()),
        switch (taskReply) {
          case Reply.Fields _ -> null;
          case Reply.Withheld(String why, int _) -> why;
        });
  }

  static LiveTask live(Task task, TaskReplies replies) {
    TaskEntry entry = task.entry();
    Reply filters = replies.filters();
    return new LiveTask(
        entry.sessionId(),
        entry.paths(),
        entry.remoteFolderId(),
        new SettingsDecoder()
            .addTask(task.fields(), replies.settings())
            .add(SettingGroup.FILTERS, filters)
            .build(),
        replies.refusesSettings(),
        SettingsDecoder.decode(
            filters, FilterParameters.USER_DEFINED_NAMES, TaskSettings.FILTERED_FILENAMES.codec()),
        SettingsDecoder.decode(
            filters,
            FilterParameters.USER_DEFINED_EXTENSIONS,
            TaskSettings.FILTERED_EXTENSIONS.codec()));
  }

  /** What was asked for, by method. */
  ImmutableMap<String, Reply> replies() {
    return ImmutableMap.of(
        Getters.CONNECTION_SETTINGS,
        settings,
        Getters.PROPERTY,
        property,
        Getters.TASKS,
        taskReply);
  }
}
