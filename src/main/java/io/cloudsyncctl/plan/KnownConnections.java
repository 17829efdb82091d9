package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.DesiredConnection;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.DesiredTask;
import io.cloudsyncctl.model.KnownConnection;
import io.cloudsyncctl.model.LiveConnection;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.LiveTask;
import io.cloudsyncctl.model.Presence;
import java.util.ArrayList;
import java.util.Optional;

/** Which connections and tasks of a NAS the declared ones are, for the record. */
public final class KnownConnections {
  private KnownConnections() {}

  /**
   * Those that the NAS has. What it does not show now stays as it was known before, since it may
   * come back.
   *
   * @param before what was known so far
   */
  public static ImmutableList<KnownConnection> of(
      DesiredState desired, LiveState live, ImmutableList<KnownConnection> before) {
    ImmutableList.Builder<KnownConnection> known = ImmutableList.builder();
    for (ConnectionMatch match :
        ConnectionMatcher.match(desired.connections(), live, new ArrayList<>())) {
      DesiredConnection wanted = match.desired();
      LiveConnection found = match.live();
      if (wanted.presence() == Presence.PRESENT) {
        Optional<KnownConnection> then =
            before.stream()
                .filter(one -> one.name().equals(wanted.name().value()))
                .filter(one -> found == null || one.identity().isSameUnderAnyName(found.identity()))
                .findFirst();
        if (found == null) {
          then.ifPresent(known::add);
        } else {
          known.add(connection(wanted, found, then));
        }
      }
    }
    return known.build();
  }

  private static KnownConnection connection(
      DesiredConnection wanted, LiveConnection found, Optional<KnownConnection> then) {
    ImmutableList.Builder<KnownConnection.KnownTask> tasks = ImmutableList.builder();
    for (DesiredTask task : wanted.tasks()) {
      if (task.presence() == Presence.PRESENT) {
        found.tasks().stream()
            .filter(one -> one.paths().same(task.paths()))
            .findFirst()
            .map(LiveTask::identity)
            .map(identity -> new KnownConnection.KnownTask(task.paths(), identity))
            .or(() -> then.flatMap(one -> one.task(task.paths())))
            .ifPresent(tasks::add);
      }
    }
    return new KnownConnection(wanted.name().value(), found.identity(), tasks.build());
  }
}
