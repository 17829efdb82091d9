package io.cloudsyncctl.simulator.device;

import io.cloudsyncctl.simulator.behaviour.Methods;
import io.cloudsyncctl.simulator.truth.Event;
import java.util.function.LongPredicate;

/**
 * A call of a method, or a deed that is as good as one.
 *
 * @param connection the connection that it names, or that its task belongs to; {@link Event#NONE}
 *     where there is none
 * @param task the task that it names; {@link Event#NONE} where there is none
 */
public record Ask(String method, long connection, long task) {

  boolean writes() {
    return Methods.writes(method);
  }

  /** The id by which behaviours are restricted. */
  long subject() {
    return Methods.isOfTask(method) ? task : connection;
  }

  /** The connections that it can change: its own, else all. */
  LongPredicate reach() {
    return connection == Event.NONE ? _ -> true : id -> id == connection;
  }
}
