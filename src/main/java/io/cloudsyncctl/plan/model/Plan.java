package io.cloudsyncctl.plan.model;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Risk;
import java.util.Comparator;
import java.util.Optional;

/**
 * What would be done to one NAS, and what is worth knowing about it. Data only: rendered, saved and
 * carried out by others.
 *
 * @param nas the name of the NAS
 * @param changes in the order of their addresses
 * @param observations likewise
 * @param resting the connections that are paused while their dangerous changes are made
 * @param atRest whether what may delete files is written only while its connection rests, whoever
 *     paused it
 */
public record Plan(
    String nas,
    ImmutableList<Change> changes,
    ImmutableList<Observation> observations,
    ImmutableList<Resting> resting,
    boolean atRest) {

  /**
   * A connection that rests meanwhile.
   *
   * @param tasks all its tasks, since they all rest
   */
  public record Resting(
      Address address, Target.OfConnection connection, ImmutableList<Address> tasks) {}

  /** A plan for which nothing rests. */
  public Plan(String nas, ImmutableList<Change> changes, ImmutableList<Observation> observations) {
    this(nas, changes, observations, ImmutableList.of(), false);
  }

  /** The same plan, whose dangerous changes are made at rest only. */
  public Plan resting(ImmutableList<Resting> paused) {
    return new Plan(nas, changes, observations, paused, true);
  }

  /** The same plan with other changes and observations. */
  public Plan with(ImmutableList<Change> otherChanges, ImmutableList<Observation> others) {
    return new Plan(nas, otherChanges, others, resting, atRest);
  }

  /** The address of a task whose paths the NAS keeps in another form than they are declared. */
  public Optional<Address> declaredAddress(LiveConnection connection, LiveTask task) {
    return observations.stream()
        .filter(Observation.PathNotKept.class::isInstance)
        .map(Observation.PathNotKept.class::cast)
        .filter(one -> one.connectionId() == connection.id() && one.sessionId() == task.sessionId())
        .map(Observation.PathNotKept::address)
        .findFirst();
  }

  /** Whether there is nothing to do, not even by hand. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Whether everything declared can be seen and is as declared. */
  public boolean inSync() {
    return changes.isEmpty() && !readInPart();
  }

  /** Whether something that is declared cannot be read. */
  public boolean readInPart() {
    return observations.stream().anyMatch(Observation.Unreadable.class::isInstance);
  }

  /** How many tasks go: a removed connection counts as all its tasks, and as one at least. */
  public long removedTasks() {
    return changes.stream()
        .mapToLong(change ->
            switch (change) {
              case Change.Delete(_, Target.OfConnection _, var tasks, _, _, _) ->
                  Math.max(1, tasks.size());
              case Change.Delete _ -> 1;
              case Change.Update _,
                  Change.Create _,
                  Change.Pause _,
                  Change.Resume _,
                  Change.Manual _ ->
                  0;
            })
        .sum();
  }

  /** The worst class of all changes. */
  public Risk worstRisk() {
    return changes.stream().map(Change::worst).max(Comparator.naturalOrder()).orElse(Risk.NONE);
  }

  /** The changes that need a person's consent. */
  public ImmutableList<Change> dangerous() {
    return changes.stream()
        .filter(change -> change.risks().stream().anyMatch(r -> r.risk().dangerous()))
        .collect(ImmutableList.toImmutableList());
  }

  /** The changes that cannot be carried out as they are declared. */
  public ImmutableList<Change> blocked() {
    return changes.stream()
        .filter(change -> change.blockedBy() != null)
        .collect(ImmutableList.toImmutableList());
  }

  /** What a person has to do in DSM. */
  public ImmutableList<Change.Manual> manualSteps() {
    return changes.stream()
        .filter(Change.Manual.class::isInstance)
        .map(Change.Manual.class::cast)
        .collect(ImmutableList.toImmutableList());
  }
}
