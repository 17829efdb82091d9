package io.cloudsyncctl.plan.model;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.Setting;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;
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
   * A declared setting that the NAS cannot report, equal to what was last written of it.
   *
   * @param value the declared value
   */
  record Unverifiable(
      Address address, Setting<?> setting, boolean value, Instant writtenAt, Location.InFile at)
      implements Observation {}

  /** A declared connection that this login may not be able to see: neither there nor absent. */
  record Unreadable(Address address, String why, Location.InFile at) implements Observation {}

  /**
   * The NAS keeps the paths of a declared task in another form than they are declared; that it is
   * this task, the record knows.
   *
   * @param address with the declared paths
   * @param kept the paths as the NAS has them
   */
  record PathNotKept(Address address, long connectionId, long sessionId, TaskPaths kept)
      implements Observation {
    /** The same in words. */
    public Remark remark() {
      return new Remark(
          address,
          "path-not-kept: the NAS keeps this task as the local folder "
              + kept.local()
              + " and the cloud folder "
              + kept.cloud()
              + " (session "
              + sessionId
              + "); write these paths into the YAML, so that it is found without the record");
    }
  }

  /**
   * Anything else worth a line.
   *
   * @param notSyncing whether it says that something that is declared does not sync, which is worth
   *     the line also where everything is as declared
   */
  record Remark(Address address, String text, boolean notSyncing) implements Observation {
    public Remark(Address address, String text) {
      this(address, text, false);
    }
  }

  /** Everything that is worth a line, of all kinds. */
  static ImmutableList<Remark> remarks(Collection<Observation> observations) {
    return observations.stream()
        .flatMap(observation ->
            switch (observation) {
              case Remark remark -> Stream.of(remark);
              case PathNotKept notKept -> Stream.of(notKept.remark());
              case Unmanaged _, Unverifiable _, Unreadable _ -> Stream.<Remark>empty();
            })
        .collect(ImmutableList.toImmutableList());
  }
}
