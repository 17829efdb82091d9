package io.cloudsyncctl.config.read;

import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.identity.TaskPaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether each declared connection and task is one of a kind. */
final class IdentityChecks {
  private IdentityChecks() {}

  static void check(List<DesiredConnection> connections, Problems problems) {
    Map<String, List<DesiredConnection>> byName = new HashMap<>();
    for (DesiredConnection connection : connections) {
      List<DesiredConnection> sameName =
          byName.computeIfAbsent(connection.name().value(), _ -> new ArrayList<>());
      sameName.stream()
          .filter(other -> !areDistinct(other, connection))
          .findFirst()
          .ifPresent(other -> duplicate(other, connection, problems));
      sameName.add(connection);
      checkTasks(connection.tasks(), problems);
    }
    checkRenames(connections, byName, problems);
  }

  private static void duplicate(
      DesiredConnection first, DesiredConnection second, Problems problems) {
    problems.add(
        ConfigCode.DUPLICATE_CONNECTION,
        "a connection of this name is declared already, at " + first.name().at().text(),
        second.name().at(),
        "remove one, or give both their account");
  }

  /** Whether two files may mean one connection: by its name, be it the one that it had before. */
  static boolean mayBeOne(DesiredConnection one, DesiredConnection other) {
    String name = one.name().value();
    String otherName = other.name().value();
    boolean named =
        name.equals(otherName)
            || isOld(one.renamedFrom(), otherName)
            || isOld(other.renamedFrom(), name)
            || (one.renamedFrom() != null && isOld(other.renamedFrom(), one.renamedFrom().value()));
    return named && !areDistinct(one, other);
  }

  private static boolean isOld(@Nullable Declared<String> renamedFrom, String name) {
    return renamedFrom != null && renamedFrom.value().equals(name);
  }

  private static boolean areDistinct(DesiredConnection first, DesiredConnection second) {
    return differ(first.account(), second.account()) || differ(first.provider(), second.provider());
  }

  private static boolean differ(
      @Nullable Declared<String> first, @Nullable Declared<String> second) {
    return first != null && second != null && !first.value().equals(second.value());
  }

  private static void checkTasks(List<DesiredTask> tasks, Problems problems) {
    Map<TaskPaths, Location.InFile> first = new HashMap<>();
    for (DesiredTask task : tasks) {
      Location.InFile before = first.putIfAbsent(task.paths().normalized(), task.at());
      if (before != null) {
        problems.add(
            ConfigCode.DUPLICATE_TASK,
            "a task of these two paths is declared already, at " + before.text(),
            task.at(),
            "remove one; a slash at the end makes no difference");
      }
    }
  }

  private static void checkRenames(
      List<DesiredConnection> connections,
      Map<String, List<DesiredConnection>> byName,
      Problems problems) {
    Map<String, Location.InFile> oldNames = new HashMap<>();
    for (DesiredConnection connection : connections) {
      Declared<String> old = connection.renamedFrom();
      if (old == null) {
        continue;
      }
      List<DesiredConnection> declared = byName.getOrDefault(old.value(), List.of());
      Location.InFile before = oldNames.putIfAbsent(old.value(), old.at());
      if (declared.contains(connection)) {
        conflict("renamed_from is the name itself", old, problems);
      } else if (!declared.isEmpty()) {
        conflict(
            "renamed_from is also declared as a name, at " + declared.getFirst().name().at().text(),
            old,
            problems);
      } else if (before != null) {
        conflict(
            "another connection is renamed from this name, at " + before.text(), old, problems);
      }
    }
  }

  private static void conflict(String message, Declared<String> old, Problems problems) {
    problems.add(
        ConfigCode.RENAME_CONFLICT,
        message,
        old.at(),
        "remove renamed_from once the rename is done");
  }
}
