package io.cloudsyncctl.apply.execute;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.cloudsync.answer.TaskEntry;
import io.cloudsyncctl.cloudsync.answer.TaskList;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.PreImage;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the NAS said last of each task, in whatever answer told of it. */
final class TaskAnswers {
  private final Map<Long, Map<SettingGroup, ImmutableMap<String, WireValue>>> last =
      new HashMap<>();

  /** The parameters of a group of a task; empty where no answer has told any. */
  ImmutableMap<String, WireValue> of(long sessionId, SettingGroup group) {
    return last.getOrDefault(sessionId, Map.of()).getOrDefault(group, ImmutableMap.of());
  }

  /** The task was read with its settings. */
  void tells(LiveTask task) {
    for (SettingGroup group : List.of(SettingGroup.TASK, SettingGroup.FILTERS)) {
      put(task.sessionId(), group, PreImage.of(group, task.settings(), task));
    }
  }

  /** A list of tasks was read, which tells their directions. */
  void tells(TaskList list) {
    for (TaskEntry task : list.entries()) {
      if (!task.direction().isEmpty()) {
        put(
            task.sessionId(),
            SettingGroup.TASK,
            ImmutableMap.of(
                TaskSettings.SYNC_DIRECTION.parameter(), WireValue.of(task.direction())));
      }
    }
  }

  private void put(long sessionId, SettingGroup group, ImmutableMap<String, WireValue> parameters) {
    last.computeIfAbsent(sessionId, _ -> new EnumMap<>(SettingGroup.class)).put(group, parameters);
  }
}
