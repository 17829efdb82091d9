package io.cloudsyncctl.plan;

import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.DesiredConnection;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.DesiredTask;

/** What {@code protect: true} keeps from harm, whatever flags say. */
final class Protection {
  private Protection() {}

  static boolean covers(DesiredState desired, Change change) {
    return desired.connections().stream()
        .filter(connection -> means(connection, change.address()))
        .anyMatch(connection ->
            connection.protect()
                || connection.tasks().stream().anyMatch(task -> guards(task, change)));
  }

  /** Whether an address lies at or below a declared connection. */
  static boolean means(DesiredConnection connection, Address address) {
    return connection.name().value().equals(address.connection())
        && (address.account() == null
            || connection.account() == null
            || connection.account().value().equals(address.account()));
  }

  /** A protected task is guarded against its own changes and against its connection's removal. */
  private static boolean guards(DesiredTask task, Change change) {
    if (!task.protect()) {
      return false;
    }
    Address address = change.address();
    return address.task() == null
        ? change instanceof Change.Delete
        : address.task().same(task.paths());
  }
}
