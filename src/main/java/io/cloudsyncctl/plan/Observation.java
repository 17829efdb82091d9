package io.cloudsyncctl.plan;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.Setting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something about a NAS that is no change, and that nobody should have to guess. */
public sealed interface Observation {

  Address address();

  /**
   * A connection or task that nobody declared; it is never touched.
   *
   * @param connectionId the connection's {@code connection_id}, or that of the task's connection
   * @param sessionId the task's {@code session_id}; null for a connection
   */
  record Unmanaged(Address address, long connectionId, @Nullable Long sessionId)
      implements Observation {}

  /**
   * A declared write-only setting that equals what was last written of it.
   *
   * @param value the declared value
   */
  record Unverifiable(
      Address address, Setting<?> setting, boolean value, Instant writtenAt, Location.InFile at)
      implements Observation {}

  /** A declared connection that this login may not be able to see: neither there nor absent. */
  record Unreadable(Address address, String why, Location.InFile at) implements Observation {}

  /** Anything else worth a line. */
  record Remark(Address address, String text) implements Observation {}
}
