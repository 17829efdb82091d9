package io.cloudsyncctl.cloudsync.answer;

import com.google.common.collect.ImmutableList;

/**
 * A page of a connection's log ({@code get_log}).
 *
 * @param entries {@code items}, newest first
 * @param total {@code total}: how many the filters let through
 */
public record LogPage(ImmutableList<LogEntry> entries, long total) {
  public static LogPage read(AnswerFields fields) {
    return new LogPage(fields.objects("items", LogEntry::read), fields.whole("total"));
  }
}
