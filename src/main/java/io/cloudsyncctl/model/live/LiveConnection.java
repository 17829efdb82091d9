package io.cloudsyncctl.model.live;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.setting.WireValue;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the NAS tells it ({@code list_conn}, {@code get_connection_setting}, {@code
 * get_property}, {@code list_sess}).
 *
 * @param name {@code task_name}
 * @param type {@code type}, such as {@code db} or {@code az}
 * @param status {@code status}; {@code pause} where a user paused it
 * @param account {@code user_name}
 * @param userId {@code user_id}; empty where the NAS does not report it
 * @param property the answer of {@code get_property}; empty where the NAS refused it
 * @param tasksUnreadable why its tasks cannot be read, so that none is known and none is absent;
 *     null where they could
 */
public record LiveConnection(
    long id,
    String name,
    String type,
    String status,
    String account,
    String userId,
    WireValue.Members property,
    LiveSettings settings,
    ImmutableList<LiveTask> tasks,
    @Nullable String tasksUnreadable) {

  /** The type whose tasks can be created through the API: Amazon S3 (protocol note §4). */
  public static final String AMAZON_S3 = "az";

  /** What tells it from other connections. */
  public ConnectionIdentity identity() {
    return new ConnectionIdentity(id, name, type, account, userId);
  }

  /** Whether a user paused it. */
  public boolean paused() {
    return ConnectionStatus.of(status) == ConnectionStatus.PAUSE;
  }

  /** Whether nothing of it is synced until somebody does something about it. */
  public boolean rests() {
    return ConnectionStatus.of(status).rests();
  }
}
