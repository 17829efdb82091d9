package io.cloudsyncctl.apply.verify;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.HostileText;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.GroupComparison;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.PreImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the settings of everything that a run did not operate on between its first reading and
 * its last: a setter of the NAS may do more than it should, and people work at the same time. What
 * a plan would still change is left to that; status, errors and counters are no settings.
 *
 * <p>In what was written to, it is an error: nobody can say whether the run is the cause. Elsewhere
 * a person may be at work, and it is a warning.
 */
public final class UndeclaredChanges {
  private static final ImmutableList<SettingGroup> OF_PACKAGE =
      ImmutableList.of(SettingGroup.PACKAGE, SettingGroup.RELINK);
  private static final ImmutableList<SettingGroup> OF_CONNECTION =
      ImmutableList.of(SettingGroup.CONNECTION, SettingGroup.SCHEDULE);
  private static final ImmutableList<SettingGroup> OF_TASK =
      ImmutableList.of(SettingGroup.TASK, SettingGroup.FILTERS);

  private final String nas;
  private final RunReach reach;
  private final ImmutableSet<Long> created;
  private final StillPlanned planned;
  private final ImmutableList.Builder<Diagnostic> found = ImmutableList.builder();

  private UndeclaredChanges(
      String nas, RunReach reach, ImmutableSet<Long> created, StillPlanned planned) {
    this.nas = nas;
    this.reach = reach;
    this.created = created;
    this.planned = planned;
  }

  /**
   * One diagnostic for each subject of which something is otherwise.
   *
   * @param created the session ids of the tasks that the run created
   * @param first what the NAS told before anything was written
   * @param last what it tells now
   * @param remaining what a new plan would change; null where there is none
   */
  public static ImmutableList<Diagnostic> of(
      String nas,
      List<OperationOutcome> outcomes,
      ImmutableSet<Long> created,
      LiveState first,
      LiveState last,
      @Nullable Plan remaining) {
    UndeclaredChanges changes =
        new UndeclaredChanges(nas, RunReach.of(outcomes), created, StillPlanned.of(remaining));
    changes.compare(first, last);
    return changes.found.build();
  }

  private void compare(LiveState first, LiveState last) {
    List<String> ofPackage = new ArrayList<>();
    groups(
        OF_PACKAGE,
        RunReach.PACKAGE,
        ofPackage,
        first.packageSettings(),
        null,
        last.packageSettings(),
        null);
    tell(Address.ofPackage(nas), RunReach.PACKAGE, ofPackage);
    for (LiveConnection before : first.connections()) {
      Optional<LiveConnection> now = same(before, last);
      if (now.isPresent()) {
        connection(before, now.get(), address(now.get(), last));
      } else if (isGone(before, first, last)) {
        gone(before, first, last);
      }
    }
    for (LiveConnection now : last.connections()) {
      if (first.adminView() == last.adminView()
          && first.incomplete() == null
          && first.connections().stream().noneMatch(one -> one.id() == now.id())) {
        report(address(now, last), now.id(), "the connection has appeared during this run");
      }
    }
  }

  private void gone(LiveConnection before, LiveState first, LiveState last) {
    report(
        address(before, first),
        before.id(),
        last.connections().stream()
            .filter(one -> one.id() == before.id())
            .findFirst()
            .map(other ->
                "its id "
                    + other.id()
                    + " now means another connection: "
                    + HostileText.excerpt(other.name())
                    + " (provider "
                    + HostileText.excerpt(other.type())
                    + ", account "
                    + HostileText.excerpt(other.account())
                    + ")")
            .orElse("the connection is no longer there, and this run did not remove it"));
  }

  /** Not where the login may just see less, or the list lacks some. */
  private boolean isGone(LiveConnection before, LiveState first, LiveState last) {
    return first.adminView() == last.adminView()
        && last.incomplete() == null
        && !reach.removedConnection(before.id())
        && !reach.toldOfPresence(before.id())
        && !planned.links(before.name());
  }

  private static Optional<LiveConnection> same(LiveConnection one, LiveState live) {
    return live.connections().stream()
        .filter(other -> one.identity().isSameUnderAnyName(other.identity()))
        .findFirst();
  }

  private void connection(LiveConnection before, LiveConnection now, Address address) {
    List<String> moved = new ArrayList<>();
    value(
        new RunReach.Written(SettingGroup.CONNECTION, now.id()),
        ConnectionSettings.NAME.parameter(),
        WireValue.of(before.name()),
        WireValue.of(now.name()),
        moved);
    groups(OF_CONNECTION, now.id(), moved, before.settings(), null, now.settings(), null);
    tell(address, now.id(), moved);
    if (before.tasksUnreadable() != null || now.tasksUnreadable() != null) {
      return;
    }
    for (LiveTask task : before.tasks()) {
      Optional<LiveTask> still = session(task, now);
      if (reach.removedTask(task.sessionId()) && created.contains(task.sessionId())) {
        // The NAS gave the id of the removed task to the one that this run created.
        continue;
      }
      if (still.isPresent()) {
        task(task, still.get(), now, address);
      } else if (!reach.removedTask(task.sessionId())
          && !reach.toldOfPresence(now.id())
          && !planned.creates(address, task.paths())) {
        report(
            address.task(task.paths()),
            now.id(),
            "the task is no longer there, and this run did not remove it");
      }
    }
    for (LiveTask task : now.tasks()) {
      if (session(task, before).isEmpty()
          && !created.contains(task.sessionId())
          && !reach.created(now.id(), task.paths())
          && !reach.toldOfPresence(now.id())
          && !planned.removes(task.sessionId())) {
        report(
            address.task(task.paths()),
            now.id(),
            "the task has appeared during this run, which did not create it");
      }
    }
  }

  private static Optional<LiveTask> session(LiveTask task, LiveConnection connection) {
    return connection.tasks().stream()
        .filter(other -> other.sessionId() == task.sessionId())
        .findFirst();
  }

  private void task(LiveTask before, LiveTask now, LiveConnection connection, Address address) {
    List<String> moved = new ArrayList<>();
    if (!reach.toldOfPresence(connection.id())) {
      text("local_path", before.paths().local(), now.paths().local(), moved);
      text("cloud_path", before.paths().cloud(), now.paths().cloud(), moved);
      if (!before.remoteFolderId().isEmpty() && !now.remoteFolderId().isEmpty()) {
        text("remote_folder_id", before.remoteFolderId(), now.remoteFolderId(), moved);
      }
    }
    groups(OF_TASK, now.sessionId(), moved, before.settings(), before, now.settings(), now);
    tell(address.task(now.paths()), connection.id(), moved);
  }

  private static void text(String key, String before, String now, List<String> moved) {
    if (!before.equals(now)) {
      moved.add(key + " (" + MovedWords.of(WireValue.of(before), WireValue.of(now)) + ")");
    }
  }

  private void groups(
      ImmutableList<SettingGroup> groups,
      long id,
      List<String> moved,
      LiveSettings first,
      @Nullable LiveTask before,
      LiveSettings last,
      @Nullable LiveTask now) {
    for (SettingGroup group : groups) {
      RunReach.Written written = new RunReach.Written(group, id);
      Map<String, WireValue> is = PreImage.of(group, last, now);
      PreImage.of(group, first, before)
          .forEach((parameter, was) -> {
            WireValue value = is.get(parameter);
            if (value != null && !parameter.equals(ConnectionSettings.NAME.parameter())) {
              value(written, parameter, was, value, moved);
            }
          });
    }
  }

  private void value(
      RunReach.Written written,
      String parameter,
      WireValue before,
      WireValue now,
      List<String> moved) {
    List<WireValue> allowed = reach.allowed(written, parameter, before);
    boolean asExpected = allowed.stream().anyMatch(value -> same(written, parameter, value, now));
    if (!asExpected && !reach.told(written) && !planned.changes(written, parameter)) {
      moved.add(
          key(written.group(), parameter) + " (" + MovedWords.of(allowed.getLast(), now) + ")");
    }
  }

  /**
   * What was written may come back in a form of the NAS's own. What was not written is the same
   * only byte for byte, but for its order.
   */
  private boolean same(
      RunReach.Written written, String parameter, WireValue expected, WireValue now) {
    Map<String, WireValue> was = Map.of(parameter, expected);
    Map<String, WireValue> is = Map.of(parameter, now);
    return reach.wrote(written)
        ? GroupComparison.differing(written.group(), was, is).isEmpty()
        : GroupComparison.moved(was, is).isEmpty();
  }

  private static String key(SettingGroup group, String parameter) {
    return Catalog.of(group).stream()
        .filter(setting -> setting.parameter().equals(parameter))
        .map(Setting::relativePath)
        .findFirst()
        .orElse(parameter);
  }

  private void tell(Address address, long connection, List<String> moved) {
    if (!moved.isEmpty()) {
      report(
          address,
          connection,
          "changed during this run, which did not set it: " + String.join(", ", moved));
    }
  }

  private void report(Address address, long connection, String what) {
    Set<String> deeds = reach.deeds(connection);
    Location at = new Location.OnNas(nas, null, address.text());
    found.add(
        deeds.isEmpty()
            ? Diagnostic.warning(
                DiagnosticCode.UNDECLARED_CHANGE,
                what,
                at,
                "nothing was written to it, so somebody seems to be at work there: see in DSM that"
                    + " it is meant")
            : Diagnostic.error(
                DiagnosticCode.UNDECLARED_CHANGE,
                what,
                at,
                "this run wrote to "
                    + (connection == RunReach.PACKAGE ? "the package" : "the connection")
                    + " ("
                    + String.join(", ", deeds)
                    + "): either the NAS did this as a side effect, or somebody did it meanwhile;"
                    + " set it back in DSM, or declare it and apply again"));
  }

  /** By the name alone where that will do, as in plans. */
  private Address address(LiveConnection connection, LiveState live) {
    long bearers =
        live.connections().stream().filter(one -> one.name().equals(connection.name())).count();
    return Address.ofConnection(nas, connection.name(), bearers > 1 ? connection.account() : null);
  }
}
