package io.cloudsyncctl.cloudsync.answer;

import com.google.common.collect.ImmutableList;

/**
 * The five files that changed last and what is being synced now ({@code get_recently_change}; the
 * API document, get_recently_modified). A text that the NAS leaves out is empty, a number 0.
 *
 * @param history {@code history_items}
 * @param processing {@code processing_items}
 */
public record RecentActivity(ImmutableList<Changed> history, ImmutableList<Processing> processing) {
  /** A file that changed; the fields are those of {@link LogEntry}. */
  public record Changed(long action, long logLevel, String path, long sessionId) {
    static Changed read(AnswerFields fields) {
      return new Changed(
          fields.whole("action"),
          fields.whole("log_level", 0),
          fields.text("path", ""),
          fields.whole("session_id", 0));
    }
  }

  /**
   * A file under way.
   *
   * @param status {@code status}, such as {@code uploading}
   * @param currentSize {@code current_size}, bytes so far
   * @param totalSize {@code total_size}, bytes
   */
  public record Processing(
      String path, long sessionId, String status, long currentSize, long totalSize) {
    static Processing read(AnswerFields fields) {
      return new Processing(
          fields.text("path", ""),
          fields.whole("session_id", 0),
          fields.text("status", ""),
          fields.whole("current_size", 0),
          fields.whole("total_size", 0));
    }
  }

  public static RecentActivity read(AnswerFields fields) {
    return new RecentActivity(
        fields.objects("history_items", Changed::read),
        fields.objects("processing_items", Processing::read));
  }
}
