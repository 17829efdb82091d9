package io.cloudsyncctl.cloudsync.answer;

import io.cloudsyncctl.model.identity.ConnectionIdentity;

/**
 * One connection of {@link ConnectionList}. A text that the NAS leaves out is empty, a number 0.
 *
 * @param id {@code id}, the {@code connection_id} of other methods
 * @param name {@code task_name}
 * @param type {@code type}, such as {@code db} or {@code az}
 * @param status {@code status}, such as {@code uptodate} or {@code pause}
 * @param account {@code user_name}
 * @param userId {@code user_id}
 * @param unfinishedFiles {@code unfinished_files}
 */
public record ConnectionEntry(
    long id,
    String name,
    String type,
    String status,
    String account,
    String userId,
    long unfinishedFiles) {
  static ConnectionEntry read(AnswerFields fields) {
    return new ConnectionEntry(
        fields.whole("id"),
        fields.text("task_name"),
        fields.text("type"),
        fields.text("status"),
        fields.text("user_name", ""),
        fields.text("user_id", ""),
        fields.whole("unfinished_files", 0));
  }

  /** What tells it from other connections. */
  public ConnectionIdentity identity() {
    return new ConnectionIdentity(id, name, type, account, userId);
  }
}
