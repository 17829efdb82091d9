package io.cloudsyncctl.apply.journal;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.state.IdentityCodec;
import io.cloudsyncctl.state.JournalFile;
import io.cloudsyncctl.state.JsonFields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a run is dealt with, as later lines of its journal say.
 *
 * @param whole whether nothing of it is left
 * @param dismissed whether it was a person who said so
 * @param connections those that it left paused, and that it no longer has to do with
 */
public record Settlements(
    boolean whole, boolean dismissed, ImmutableList<ConnectionIdentity> connections) {
  /** The event. */
  public static final String EVENT = "settled";

  private static final String WHY = "why";
  private static final String CONNECTION = "connection";

  /** Why a connection that a run left paused is no longer its business. */
  public enum Why {
    /** It was seen at work since: whoever pauses it after that is somebody else. */
    SEEN_ACTIVE("seen-active"),
    /** It is declared with {@code paused: true}, and is paused. */
    DECLARED_PAUSED("declared-paused"),
    /** The NAS no longer has it. */
    GONE("gone"),
    /** A person has said so. */
    DISMISSED("dismissed");

    private final String word;

    Why(String word) {
      this.word = word;
    }
  }

  /** The fields of the event of one connection. */
  public static Map<String, WireValue> of(ConnectionIdentity connection, Why why) {
    Map<String, WireValue> fields = new LinkedHashMap<>();
    Map<String, WireValue> identity = new LinkedHashMap<>();
    IdentityCodec.put(identity, connection);
    fields.put(CONNECTION, WireValue.Members.of(identity));
    fields.put(WHY, WireValue.of(why.word));
    return fields;
  }

  /** The fields of the event of a whole run that a person has dismissed. */
  public static Map<String, WireValue> ofDismissed() {
    return Map.of(WHY, WireValue.of(Why.DISMISSED.word));
  }

  /** What a journal says; lines of earlier versions name no connection and mean the whole run. */
  static Settlements read(JournalFile journal) throws WireFormatException {
    boolean whole = false;
    boolean dismissed = false;
    ImmutableList.Builder<ConnectionIdentity> connections = ImmutableList.builder();
    for (JournalFile.Event event : journal.named(EVENT)) {
      JsonFields fields = event.fields();
      @Nullable String why = fields.textOrNull(WHY);
      if (!fields.has(CONNECTION)) {
        whole = true;
        dismissed |= Why.DISMISSED.word.equals(why);
      } else {
        connections.add(IdentityCodec.connection(fields.object(CONNECTION)));
      }
    }
    return new Settlements(whole, dismissed, connections.build());
  }

  /** Whether a connection that the run left paused is settled. */
  boolean covers(ConnectionIdentity connection) {
    return whole || connections.contains(connection);
  }
}
