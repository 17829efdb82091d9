package io.cloudsyncctl.simulator.device;

import tools.jackson.databind.node.ObjectNode;

/** What the methods of a NAS ask the device about how it does things. */
public interface Habits {
  /** A device that does everything at once and as it should. */
  Habits PERFECT = new Habits() {};

  /** Does what has come due. Called whenever somebody looks at the state. */
  default void settle(DeviceState state) {}

  /**
   * Whether the device deals with a pause or a resume in its own way. False: it is to be done now.
   */
  default boolean takesOver(DeviceState state, long connection, boolean pause) {
    return false;
  }

  /** Whether what is new gets the smallest free id rather than one that was never used. */
  default boolean reusesIds() {
    return false;
  }

  /** The log of a connection as it is read from. */
  default ObjectNode shownLogs(long connection, ObjectNode stored) {
    return stored;
  }

  /** Somebody replaced the state by another one. */
  default void edited(DeviceState before, DeviceState after) {}
}
