package io.cloudsyncctl.cloudsync.answer;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.Map;
import java.util.Optional;

/**
 * The credentials of a connection ({@code get_conn_auth_info}; the API document,
 * get_connection_auth). Read for the creation of a task only, held in memory only: no text of it is
 * had but as a {@link Secret}, and nothing of it is ever printed.
 */
public final class ConnectionAuthentication {
  private final WireValue.Members answer;

  private ConnectionAuthentication(WireValue.Members answer) {
    this.answer = answer;
  }

  public static ConnectionAuthentication read(AnswerFields fields) {
    return new ConnectionAuthentication(fields.members());
  }

  /** A text of the answer, such as {@code access_key}. */
  public Optional<Secret> text(String field) {
    return answer.get(field) instanceof WireValue.Text(String text)
        ? Optional.of(new Secret(text))
        : Optional.empty();
  }

  /** The whole answer with other members added or put in the place of its own. */
  public WireValue.Members mergedWith(ImmutableMap<String, WireValue> members) {
    ImmutableMap.Builder<String, WireValue> merged = ImmutableMap.builder();
    for (Map.Entry<String, WireValue> own : answer.values().entrySet()) {
      merged.put(own);
    }
    return new WireValue.Members(merged.putAll(members).buildKeepingLast());
  }

  @Override
  public String toString() {
    return "ConnectionAuthentication(secret)";
  }
}
