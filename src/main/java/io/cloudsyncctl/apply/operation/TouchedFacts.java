package io.cloudsyncctl.apply.operation;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.NearPaths;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.fact.Fact;
import io.cloudsyncctl.plan.model.Target;
import java.util.List;
import java.util.Optional;

/**
 * What operations rest upon: everything on the NAS that they touch, as it is now. Where any of it
 * is otherwise later, they are no longer what somebody approved.
 */
final class TouchedFacts {
  private final LiveState live;
  private final ImmutableList.Builder<Fact> facts = ImmutableList.builder();

  private TouchedFacts(LiveState live) {
    this.live = live;
  }

  static ImmutableList<Fact> of(List<Operation> operations, LiveState live) {
    TouchedFacts touched = new TouchedFacts(live);
    operations.forEach(touched::add);
    return touched.facts.build().stream().distinct().collect(ImmutableList.toImmutableList());
  }

  private void add(Operation operation) {
    switch (operation) {
      case Operation.WriteGroup write ->
          group(write.address(), write.target(), write.write().group());
      case Operation.PauseConnection pause -> rest(pause.address(), pause.connection());
      case Operation.ResumeConnection resume -> rest(resume.address(), resume.connection());
      case Operation.RemoveConnection remove ->
          connection(remove.address(), remove.connection())
              .ifPresent(found ->
                  found.tasks().forEach(task -> whole(remove.address().task(task.paths()), task)));
      case Operation.RemoveTask remove ->
          task(remove.task()).ifPresent(task -> whole(remove.address(), task));
      case Operation.TestTask test -> newTask(test.address(), test.connection());
      case Operation.CreateTask create -> newTask(create.address(), create.connection());
    }
  }

  private void rest(Address address, Target.OfConnection connection) {
    connection(address, connection);
    facts.add(
        new Fact(
            Address.ofPackage(address.nas()), Fact.ALL_PAUSED, WireValue.of(live.allPaused())));
  }

  private Optional<LiveConnection> connection(Address address, Target.OfConnection connection) {
    Optional<LiveConnection> found = find(connection);
    found.ifPresent(one -> facts.addAll(Fact.ofConnection(address, one)));
    return found;
  }

  private Optional<LiveConnection> find(Target.OfConnection connection) {
    return live.connections().stream().filter(one -> one.id() == connection.id()).findFirst();
  }

  /** By its paths, so that one that was made anew is found under its new id. */
  private Optional<LiveTask> task(Target.OfTask target) {
    return task(target.connection(), target.paths());
  }

  private Optional<LiveTask> task(Target.OfConnection connection, TaskPaths paths) {
    return find(connection).stream()
        .flatMap(one -> one.tasks().stream())
        .filter(one -> one.paths().same(paths))
        .findFirst();
  }

  private void group(Address address, Target target, SettingGroup group) {
    switch (target) {
      case Target.OfPackage _ ->
          facts.addAll(Fact.ofGroup(address, group, live.packageSettings(), null));
      case Target.OfConnection connection ->
          find(connection)
              .ifPresent(found -> {
                facts.addAll(Fact.identifying(address, found));
                facts.addAll(Fact.ofGroup(address, group, found.settings(), null));
              });
      case Target.OfTask task -> {
        // What is created just before has nothing yet that could move. What a write may do hangs
        // on all that the task is set to.
        if (task.sessionId() != null) {
          task(task).ifPresent(found -> whole(address, found));
        }
      }
    }
  }

  private void whole(Address address, LiveTask task) {
    facts.addAll(Fact.ofTask(address, task));
    facts.addAll(Fact.ofGroup(address, SettingGroup.TASK, task.settings(), task));
    facts.addAll(Fact.ofGroup(address, SettingGroup.FILTERS, task.settings(), task));
  }

  /** A new task rests upon its connection, some of whose settings it takes, and its own absence. */
  private void newTask(Address address, Target.OfConnection connection) {
    Address ofConnection = address.withoutTask();
    connection(ofConnection, connection)
        .ifPresent(found -> {
          setting(ofConnection, ConnectionSettings.STORAGE_CLASS, found);
          setting(ofConnection, ConnectionSettings.IS_SSE, found);
        });
    TaskPaths paths = address.task();
    if (paths != null) {
      // The NAS may keep its paths in another form.
      find(connection).stream()
          .flatMap(one -> one.tasks().stream())
          .filter(one -> NearPaths.both(one.paths(), paths))
          .forEach(found -> facts.addAll(Fact.ofTask(address, found)));
    }
  }

  private <T> void setting(Address address, Setting<T> setting, LiveConnection connection) {
    connection
        .settings()
        .get(setting)
        .known()
        .ifPresent(value ->
            facts.add(new Fact(address, setting.relativePath(), setting.codec().encode(value))));
  }
}
