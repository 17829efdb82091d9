package io.cloudsyncctl.apply.rest;

import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.ConnectionList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.model.live.ConnectionStatus;
import io.cloudsyncctl.plan.model.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the status of connections, and tells where one stops to sync or goes on again. */
public final class StatusWatch {
  private final String nas;
  private final Map<Long, String> last = new HashMap<>();

  public StatusWatch(String nas) {
    this.nas = nas;
  }

  /**
   * The status of a connection, by its own word: that everything is paused at once says nothing of
   * it. Empty where it is no longer there.
   */
  public static Optional<String> of(Target.OfConnection connection, ConnectionList list) {
    return list.entries().stream()
        .filter(entry -> entry.id() == connection.id())
        .findFirst()
        .map(ConnectionEntry::status);
  }

  /**
   * Looks at a connection again.
   *
   * @param status what {@link #of} says of it
   * @return what there is to tell
   */
  public Optional<Diagnostic> look(Target.OfConnection connection, Optional<String> status) {
    if (status.isEmpty()) {
      return Optional.of(
          diagnostic(
              connection,
              Severity.WARNING,
              "the connection is no longer there, so it is no longer watched",
              "look for it in DSM's Cloud Sync"));
    }
    String now = status.get();
    String before = last.put(connection.id(), now);
    if (now.equals(before)
        || (before == null && ConnectionStatus.of(now) == ConnectionStatus.PAUSE)) {
      return Optional.empty();
    }
    boolean didSync = before == null || ConnectionStatus.of(before).syncs();
    if (!ConnectionStatus.of(now).syncs()) {
      return Optional.of(
          diagnostic(
              connection,
              Severity.WARNING,
              (before == null
                      ? "the connection does not sync: its status is " + now
                      : "the connection went from " + before + " to " + now)
                  + "; it is watched on",
              "look at it in DSM's Cloud Sync"));
    }
    return didSync
        ? Optional.empty()
        : Optional.of(
            diagnostic(
                connection,
                Severity.NOTE,
                "the connection went from " + before + " to " + now,
                null));
  }

  private Diagnostic diagnostic(
      Target.OfConnection connection, Severity severity, String message, @Nullable String hint) {
    return new Diagnostic(
        severity,
        DiagnosticCode.CONNECTION_STATUS,
        message,
        new Location.OnNas(nas, "list_conn", '"' + connection.name() + '"'),
        hint);
  }
}
