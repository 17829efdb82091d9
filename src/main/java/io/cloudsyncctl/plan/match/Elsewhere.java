package io.cloudsyncctl.plan.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import java.util.ArrayList;

/**
 * What other files of the run declare of the same device: it is theirs, so that nobody else calls
 * it undeclared, prunes it or takes it for another one of that account.
 */
public final class Elsewhere {
  private final ImmutableList<ConnectionMatch> matches;
  private final ImmutableSet<Long> theirs;

  private Elsewhere(ImmutableList<ConnectionMatch> matches) {
    this.matches = matches;
    this.theirs =
        matches.stream()
            .map(ConnectionMatch::live)
            .filter(live -> live != null)
            .map(LiveConnection::id)
            .collect(ImmutableSet.toImmutableSet());
  }

  public static Elsewhere of(DesiredState desired, LiveState live) {
    // Names go first, whoever declares them; what is in doubt is an error where it is declared.
    ImmutableList<ConnectionMatch> all =
        ConnectionMatcher.match(all(desired), live, new ArrayList<>());
    return new Elsewhere(all.subList(desired.connections().size(), all.size()));
  }

  /** All that any file of the run declares of a device, its own file's first. */
  public static ImmutableList<DesiredConnection> all(DesiredState desired) {
    return ImmutableList.<DesiredConnection>builder()
        .addAll(desired.connections())
        .addAll(desired.elsewhere().connections())
        .build();
  }

  /** Whether another file declares a connection. */
  public boolean has(LiveConnection connection) {
    return theirs.contains(connection.id());
  }

  /** The state without what others declare. */
  public LiveState rest(LiveState live) {
    return theirs.isEmpty()
        ? live
        : new LiveState(
            live.packageSettings(),
            live.adminView(),
            live.allPaused(),
            live.connections().stream()
                .filter(connection -> !has(connection))
                .collect(ImmutableList.toImmutableList()),
            live.volumes(),
            live.incomplete());
  }

  /** Whether one that another file declares is not found, although all are seen. */
  public boolean lacksOne(LiveState live) {
    return live.adminView()
        && matches.stream()
            .anyMatch(
                match -> match.live() == null && match.desired().presence() == Presence.PRESENT);
  }
}
