package io.cloudsyncctl.cloudsync;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.TaskPaths;
import java.util.Optional;

/**
 * The tasks of a connection ({@code list_sess}; the API document, get_tasks).
 *
 * @param entries {@code sess}
 */
public record TaskList(ImmutableList<TaskEntry> entries) {
  static TaskList read(AnswerFields fields) {
    return new TaskList(fields.objects("sess", TaskEntry::read));
  }

  /** The task of these paths. */
  public Optional<TaskEntry> find(TaskPaths paths) {
    return entries.stream().filter(entry -> entry.paths().same(paths)).findFirst();
  }
}
