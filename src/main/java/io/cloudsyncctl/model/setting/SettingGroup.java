package io.cloudsyncctl.model.setting;

/**
 * The settings that one setter writes at once. A setter replaces its whole group, so every field
 * that nobody declared is sent back as it was just read (protocol note §4).
 */
public enum SettingGroup {
  PACKAGE("package", "get_config", "set_global_config", Subject.PACKAGE),
  RELINK("relink", "get_config", "set_personal_config", Subject.PACKAGE),
  CONNECTION("settings", "get_connection_setting", "set_connection_setting", Subject.CONNECTION),
  SCHEDULE("schedule", "get_connection_setting", "set_schedule_setting", Subject.CONNECTION),
  TASK("task", "list_sess", "set_session_setting", Subject.TASK),
  FILTERS("filters", "get_selective_sync_config", "set_selective_sync_config", Subject.TASK);

  /** What a group belongs to. */
  public enum Subject {
    PACKAGE,
    CONNECTION,
    TASK
  }

  private final String word;
  private final String readMethod;
  private final String writeMethod;
  private final Subject subject;

  SettingGroup(String word, String readMethod, String writeMethod, Subject subject) {
    this.word = word;
    this.readMethod = readMethod;
    this.writeMethod = writeMethod;
    this.subject = subject;
  }

  /** The name that people read, for instance in {@code accept_risk: [{ setting: filters … }]}. */
  public String word() {
    return word;
  }

  /** The wire method whose answer holds the group's fields. */
  public String readMethod() {
    return readMethod;
  }

  /** The wire method that replaces the whole group. */
  public String writeMethod() {
    return writeMethod;
  }

  public Subject subject() {
    return subject;
  }
}
