package io.cloudsyncctl.model;

import com.google.common.collect.ImmutableList;

/**
 * A connection as the NAS tells it ({@code list_conn}, {@code get_connection_setting}, {@code
 * get_property}, {@code list_sess}).
 *
 * @param name {@code task_name}
 * @param type {@code type}, such as {@code db} or {@code az}
 * @param status {@code status}; {@code pause} where a user paused it
 * @param account {@code user_name}
 * @param property the answer of {@code get_property}
 */
public record LiveConnection(
    long id,
    String name,
    String type,
    String status,
    String account,
    WireValue.Members property,
    LiveSettings settings,
    ImmutableList<LiveTask> tasks) {

  /** The type whose tasks can be created through the API: Amazon S3 (protocol note §4). */
  public static final String AMAZON_S3 = "az";

  /** Whether a user paused it. */
  public boolean paused() {
    return status.equals("pause");
  }
}
