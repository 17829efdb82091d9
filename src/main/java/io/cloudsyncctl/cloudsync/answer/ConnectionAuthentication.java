package io.cloudsyncctl.cloudsync.answer;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.setting.WireValue;

/**
 * The credentials of a connection ({@code get_conn_auth_info}; the API document,
 * get_connection_auth). Read for the creation of a task only, held in memory only: nothing of it is
 * ever printed.
 */
public final class ConnectionAuthentication {
  private final WireValue.Members answer;

  private ConnectionAuthentication(WireValue.Members answer) {
    this.answer = answer;
  }

  public static ConnectionAuthentication read(AnswerFields fields) {
    return new ConnectionAuthentication(fields.members());
  }

  /** The whole answer with other members added or put in the place of its own. */
  public WireValue.Members mergedWith(ImmutableMap<String, WireValue> members) {
    return new WireValue.Members(
        ImmutableMap.<String, WireValue>builder()
            .putAll(answer.values())
            .putAll(members)
            .buildKeepingLast());
  }

  @Override
  public String toString() {
    return "ConnectionAuthentication(secret)";
  }
}
