package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.DesiredTask;
import io.cloudsyncctl.model.KnownConnection;
import io.cloudsyncctl.model.LiveTask;
import io.cloudsyncctl.model.TaskIdentity;
import java.util.Optional;

/**
 * Which tasks of the NAS a declared one may be.
 *
 * @param found usually one or none
 * @param known what the record knows that it was
 * @param asked its creation, where nobody knows what became of that
 */
record TaskMatch(
    DesiredTask desired,
    ImmutableList<LiveTask> found,
    Optional<TaskIdentity> known,
    Optional<KnownConnection.AskedTask> asked) {

  /** The task of the NAS; empty where there is none, or more than one. */
  Optional<LiveTask> only() {
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
