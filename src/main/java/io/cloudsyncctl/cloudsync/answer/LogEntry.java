package io.cloudsyncctl.cloudsync.answer;

import io.cloudsyncctl.cloudsync.method.LogQuery;

/**
 * One entry of a log. A text that the NAS leaves out is empty, a number 0.
 *
 * @param action {@code action}: see {@link LogQuery}; also 5 rename local, 6 upload error, 7
 *     download error, 10 asynchronous remove (protocol note §4)
 * @param errorCode {@code error_code}, 0 or negative
 * @param logLevel {@code log_level}: 0 information, 1 warning, 2 error
 * @param path {@code path} on the NAS
 * @param sessionId {@code session_id} of the task
 * @param time {@code time}, seconds since 1970
 */
public record LogEntry(
    long action, long errorCode, long logLevel, String path, long sessionId, long time) {
  static LogEntry read(AnswerFields fields) {
    return new LogEntry(
        fields.whole("action"),
        fields.whole("error_code", 0),
        fields.whole("log_level", 0),
        fields.text("path", ""),
        fields.whole("session_id", 0),
        fields.whole("time"));
  }
}
