package io.cloudsyncctl.witness;

/**
 * Something that is not as it is declared.
 *
 * @param connection the declared name, empty for the package
 * @param task its local path, empty for what is no task's
 * @param field what differs
 * @param words how it differs
 */
public record Unlike(String connection, String task, String field, String words) {
  /** The settings that no getter answers: nobody can tell whether they are as declared. */
  static boolean isWriteOnly(String field) {
    return switch (field) {
      case "sync_attr_check_option", "no_delete", "google_drive_convert_online_doc" -> true;
      default -> false;
    };
  }

  /** The same thing, however it differs. */
  String key() {
    return connection + "\n" + task + "\n" + field;
  }

  /** Whether a text for people names it. */
  boolean isNamedIn(String text) {
    return text.contains(connection) && text.contains(task);
  }

  @Override
  public String toString() {
    return (connection.isEmpty() ? "package" : connection)
        + (task.isEmpty() ? "" : " " + task)
        + " "
        + field
        + ": "
        + words;
  }
}
