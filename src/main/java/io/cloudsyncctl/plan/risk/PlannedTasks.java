package io.cloudsyncctl.plan.risk;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.plan.match.ConnectionAddresses;
import io.cloudsyncctl.plan.match.ConnectionMatch;
import io.cloudsyncctl.plan.match.ConnectionMatcher;
import io.cloudsyncctl.plan.match.DeclaredBy;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one NAS as they will be once its plan is carried out.
 *
 * <p>The premise: a task that cannot be read is there all the same. What is declared of a NAS, of a
 * connection or of tasks that cannot be read counts as being there, and of a connection that does
 * not tell its tasks any folder may be one of theirs.
 */
final class PlannedTasks {
  private final FleetRiskRules.View view;
  private final String device;
  private final DeclaredBy declaredBy;
  private final List<PlannedTask> tasks = new ArrayList<>();

  private PlannedTasks(FleetRiskRules.View view) {
    this.view = view;
    this.device = view.device();
    this.declaredBy = DeclaredBy.of(view.desired(), view.live());
  }

  /** The tasks of a NAS that was read. */
  static ImmutableList<PlannedTask> of(FleetRiskRules.View view) {
    PlannedTasks planned = new PlannedTasks(view);
    view.live().connections().forEach(planned::connection);
    planned.unseen();
    return ImmutableList.copyOf(planned.tasks);
  }

  /** The tasks of a NAS of which nothing is known but what is declared. */
  static ImmutableList<PlannedTask> ofNotReached(DesiredState desired) {
    ConnectionAddresses addresses = ConnectionAddresses.of(desired);
    String why = ", and " + desired.nas().name() + " was not read";
    return desired.connections().stream()
        .flatMap(connection ->
            declared(
                connection,
                addresses.of(connection),
                desired.nas().device(),
                null,
                CloudPlace.of(connection),
                why))
        .collect(ImmutableList.toImmutableList());
  }

  private void connection(LiveConnection connection) {
    for (LiveTask task : connection.tasks()) {
      existing(connection, task).ifPresent(tasks::add);
    }
    if (connection.tasksUnreadable() != null) {
      Address address = Address.ofConnection(view.plan().nas(), connection.name(), null);
      tasks.add(
          PlannedTask.unseen(
              address,
              device,
              connection.identity(),
              declaration(connection),
              null,
              CloudPlace.of(connection),
              "the tasks of " + address.text() + " cannot be read"));
    }
    for (Change change : view.plan().changes()) {
      if (change instanceof Change.Create create
          && create.connection().id() == connection.id()
          && create.task() != null) {
        tasks.add(
            new PlannedTask(
                create.address(),
                device,
                connection.identity(),
                declaration(connection),
                null,
                create.task().paths(),
                CloudPlace.of(connection),
                create.task().direction(),
                null,
                true,
                null));
      }
    }
  }

  /** What is declared of connections that are not seen, and of tasks that are not. */
  private void unseen() {
    DesiredState desired = view.desired();
    LiveState live = view.live();
    // A name that is in doubt belongs to a connection that was read, with its tasks.
    ImmutableList<ConnectionMatch> matches =
        ConnectionMatcher.match(desired.connections(), live, new ArrayList<>());
    ConnectionAddresses addresses = ConnectionAddresses.of(desired, live, matches);
    for (ConnectionMatch match : matches) {
      LiveConnection actual = match.live();
      Address address = addresses.of(match.desired());
      if (actual == null && view.hidesConnections()) {
        CloudPlace place = CloudPlace.of(match.desired());
        String why =
            live.incomplete() == null
                ? ", and this login does not see it"
                : ", and the list of connections is not complete";
        declared(match.desired(), address, device, null, place, why).forEach(tasks::add);
      } else if (actual != null && actual.tasksUnreadable() != null) {
        CloudPlace place = CloudPlace.of(actual);
        declared(match.desired(), address, device, actual.identity(), place, ", and cannot be read")
            .forEach(tasks::add);
      }
    }
  }

  private static Stream<PlannedTask> declared(
      DesiredConnection connection,
      Address address,
      String device,
      @Nullable ConnectionIdentity identity,
      CloudPlace place,
      String andWhy) {
    return connection.tasks().stream()
        .map(task -> {
          Address one = address.task(task.paths());
          return PlannedTask.unseen(
              one,
              device,
              identity,
              connection,
              task.paths(),
              place,
              one.text() + " is declared" + andWhy);
        });
  }

  /** What a connection is declared as, in whatever file; a name alone may be that of another. */
  private @Nullable DesiredConnection declaration(LiveConnection connection) {
    return view.live().seesAll() ? declaredBy.declaration(connection).orElse(null) : null;
  }

  /** One whose direction is not known is taken for bidirectional; one that is removed is none. */
  private Optional<PlannedTask> existing(LiveConnection connection, LiveTask task) {
    SyncDirection direction =
        task.settings().get(TaskSettings.SYNC_DIRECTION).known().orElse(SyncDirection.BIDIRECTION);
    Address address =
        view.plan()
            .declaredAddress(connection, task)
            .orElseGet(() ->
                Address.ofConnection(view.plan().nas(), connection.name(), null)
                    .task(task.paths()));
    boolean changed = false;
    for (Change change : view.plan().changes()) {
      if (removes(change, connection, task)) {
        return Optional.empty();
      }
      if (change instanceof Change.Update update && isOf(update.target(), task)) {
        address = update.address();
        for (FieldChange<?> field : update.fields()) {
          if (field.after() instanceof SyncDirection after) {
            direction = after;
            changed = true;
          }
        }
      }
    }
    return Optional.of(
        new PlannedTask(
            address,
            device,
            connection.identity(),
            declaration(connection),
            task.sessionId(),
            task.paths(),
            CloudPlace.of(connection),
            direction,
            null,
            changed,
            null));
  }

  private static boolean removes(Change change, LiveConnection connection, LiveTask task) {
    return change instanceof Change.Delete delete
        && switch (delete.target()) {
          case Target.OfConnection target -> target.id() == connection.id();
          case Target.OfTask _ -> isOf(delete.target(), task);
          case Target.OfPackage _ -> false;
        };
  }

  private static boolean isOf(Target target, LiveTask task) {
    return target instanceof Target.OfTask one
        && one.sessionId() != null
        && one.sessionId() == task.sessionId();
  }
}
