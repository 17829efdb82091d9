package io.cloudsyncctl.plan.match;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.plan.model.Observation;
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
        if (found == null || match.renamed()) {
          // What bears another name may be another one, unless it was known before.
          then.ifPresent(known::add);
        } else {
          known.add(connection(wanted, found, KnownTasks.of(before, wanted, found, live), then));
        }
      }
    }
    return known.build();
  }

  /** Known tasks whose paths the NAS keeps in another form, for those who do not compare. */
  public static ImmutableList<Observation> notKept(
      String nas, LiveState live, ImmutableList<KnownConnection> known) {
    ImmutableList.Builder<Observation> notKept = ImmutableList.builder();
    for (KnownConnection one : known) {
      Address address = Address.ofConnection(nas, one.name(), null);
      live.connections().stream()
          .filter(connection -> one.identity().isSameUnderAnyName(connection.identity()))
          .forEach(connection ->
              connection
                  .tasks()
                  .forEach(task ->
                      one.tasks().stream()
                          .filter(its -> its.identity().isSame(task.identity()))
                          .filter(its -> !its.declared().same(task.paths()))
                          .map(its ->
                              new Observation.PathNotKept(
                                  address.task(its.declared()),
                                  connection.id(),
                                  task.sessionId(),
                                  task.paths()))
                          .forEach(notKept::add)));
    }
    return notKept.build();
  }

  private static KnownConnection connection(
      DesiredConnection wanted,
      LiveConnection found,
      KnownTasks before,
      Optional<KnownConnection> then) {
    ImmutableList.Builder<KnownConnection.KnownTask> tasks = ImmutableList.builder();
    for (TaskMatch match : TaskMatcher.match(wanted, found, before)) {
      TaskPaths declared = match.desired().paths();
      // One that shall be absent and is not listed may just not be listed now.
      match
          .only()
          .map(LiveTask::identity)
          .map(identity -> new KnownConnection.KnownTask(declared, identity))
          .or(() -> then.flatMap(one -> one.task(declared)))
          .ifPresent(tasks::add);
    }
    return new KnownConnection(wanted.name().value(), found.identity(), tasks.build());
  }
}
