package io.cloudsyncctl.cloudsync.answer;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The tasks of a connection ({@code list_sess}; the API document, get_tasks).
 *
 * @param entries {@code sess}
 */
public record TaskList(ImmutableList<TaskEntry> entries) {
  /**
   * Reads a list.
   *
   * @throws io.cloudsyncctl.dsm.BadAnswerException also where it cannot be all tasks of this
   *     connection and no others: of such a list nobody can say what is not on it
   */
  public static TaskList read(AnswerFields fields, long connectionId) {
    ImmutableList<TaskEntry> entries = fields.objects("sess", TaskEntry::read);
    requireWhole(fields, connectionId, entries);
    return new TaskList(entries);
  }

  public static void requireWhole(AnswerFields fields, long connectionId, List<TaskEntry> entries) {
    // An old package may leave the total out, and the connection: then there is nothing to check.
    if (fields.raw("total") instanceof WireValue.Whole(long total) && total != entries.size()) {
      throw fields.incomplete(
          Getters.TASKS + " says " + count(total) + " but lists " + entries.size());
    }
    Set<Long> ids = new HashSet<>();
    for (TaskEntry entry : entries) {
      long of = entry.connectionId();
      if (of != 0 && of != connectionId) {
        throw fields.incomplete(
            Getters.TASKS + " lists task " + entry.sessionId() + " of connection " + of);
      }
      if (!ids.add(entry.sessionId())) {
        throw fields.incomplete(Getters.TASKS + " lists task " + entry.sessionId() + " twice");
      }
    }
  }

  private static String count(long tasks) {
    return tasks == 1 ? "1 task" : tasks + " tasks";
  }
}
