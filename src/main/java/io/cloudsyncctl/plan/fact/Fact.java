package io.cloudsyncctl.plan.fact;

import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.PreImage;
import io.cloudsyncctl.plan.model.SetOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is said of a subject, in a form that can be kept in a file and compared.
 *
 * @param key a setting's path inside its subject, else one of the words of this class or a key of
 *     the YAML
 * @param value the value as it stands on the wire, its sets sorted
 */
public record Fact(Address address, String key, WireValue value) {

  /** Every list of texts is a set: in which order a NAS answers it makes no difference. */
  public Fact {
    value = SetOrder.of(value);
  }

  /** That the subject is there, with its {@code connection_id} or {@code session_id}. */
  public static final String ID = "id";

  /** Whether a connection is paused, may sync, or rests for another reason. */
  public static final String STATUS = "status";

  /** The status of a connection that may sync. */
  public static final String ACTIVE = "active";

  /** Whether everything is paused at once. */
  public static final String ALL_PAUSED = "all paused";

  /** That a connection is there, which one, and whether it rests. */
  public static List<Fact> ofConnection(Address address, LiveConnection connection) {
    List<Fact> facts = new ArrayList<>(identifying(address, connection));
    facts.add(new Fact(address, STATUS, WireValue.of(status(connection))));
    return facts;
  }

  /** Whether it syncs just now does not decide whether it has to be paused. */
  private static String status(LiveConnection connection) {
    return connection.rests() ? connection.status() : ACTIVE;
  }

  /** That a connection is there, and which one. */
  public static List<Fact> identifying(Address address, LiveConnection connection) {
    return List.of(
        new Fact(address, ID, WireValue.of(connection.id())),
        new Fact(address, "name", WireValue.of(connection.name())),
        new Fact(address, "provider", WireValue.of(connection.type())),
        new Fact(address, "account", WireValue.of(connection.account())),
        new Fact(address, "user_id", WireValue.of(connection.userId())));
  }

  /** That a task is there, and which one. */
  public static List<Fact> ofTask(Address address, LiveTask task) {
    return List.of(
        new Fact(address, ID, WireValue.of(task.sessionId())),
        new Fact(address, "remote_folder_id", WireValue.of(task.remoteFolderId())));
  }

  /**
   * The readable settings of a group.
   *
   * @param task the task whose settings they are; null for other subjects
   */
  public static List<Fact> ofGroup(
      Address address, SettingGroup group, LiveSettings live, @Nullable LiveTask task) {
    List<Fact> facts = new ArrayList<>();
    for (Map.Entry<String, WireValue> read : PreImage.of(group, live, task).entrySet()) {
      facts.add(new Fact(address, StateChange.key(group, read.getKey()), read.getValue()));
    }
    return facts;
  }
}
