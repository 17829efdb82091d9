package io.cloudsyncctl.plan.match;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.KnownConnection;
import java.util.Optional;

/**
 * Which tasks of the NAS a declared one may be.
 *
 * @param found usually one or none
 * @param known what the record knows that it was
 * @param asked its creation, where nobody knows what became of that
 */
public record TaskMatch(
    DesiredTask desired,
    ImmutableList<LiveTask> found,
    Optional<TaskIdentity> known,
    Optional<KnownConnection.AskedTask> asked) {

  /** The task of the NAS; empty where there is none, or more than one. */
  public Optional<LiveTask> only() {
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
