package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.LiveConnection;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.plan.Change;
import io.cloudsyncctl.plan.Observation;
import io.cloudsyncctl.plan.Plan;
import io.cloudsyncctl.plan.Target;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What earlier runs on a NAS left behind: connections that they paused for their own sake and never
 * resumed, since they were interrupted or failed.
 */
public final class Leftovers {
  private final ImmutableList<JournaledRun> runs;

  /** What these runs left; those that ended well or were settled left nothing. */
  public Leftovers(List<JournaledRun> runs) {
    this.runs =
        runs.stream()
            .filter(run -> run.unfinished() && !run.settled())
            .collect(ImmutableList.toImmutableList());
  }

  /** The runs that did not come to a good end. */
  public ImmutableList<JournaledRun> runs() {
    return runs;
  }

  /**
   * The same plan, with the pauses that were left behind taken back. What the YAML says of a pause
   * goes first: a plan that pauses or resumes a connection, or finds it as declared, is left as it
   * is.
   *
   * @param declaredPaused whether a connection is declared with {@code paused: true}
   */
  public Plan addTo(Plan plan, LiveState live, Predicate<String> declaredPaused) {
    ImmutableList.Builder<Change> changes = ImmutableList.<Change>builder().addAll(plan.changes());
    ImmutableList.Builder<Observation> observations =
        ImmutableList.<Observation>builder().addAll(plan.observations());
    Set<Long> seen = new HashSet<>();
    plan.changes().forEach(change -> pauseTarget(change).ifPresent(seen::add));
    for (JournaledRun run : runs) {
      for (Operation.ResumeConnection resume : run.leftPaused()) {
        Optional<LiveConnection> connection = stillPaused(run, resume, live);
        if (connection.isPresent()
            && !declaredPaused.test(connection.get().name())
            && seen.add(connection.get().id())) {
          changes.add(
              new Change.Resume(
                  resume.address(),
                  new Target.OfConnection(connection.get().identity()),
                  connection.get().status(),
                  new Location.InFile(run.path().toString(), 1, 1)));
          observations.add(
              new Observation.Remark(
                  resume.address(), "left paused by the run " + run.id() + ", which did not end"));
        }
      }
    }
    return plan.with(
        ImmutableList.sortedCopyOf(Comparator.comparing(Change::address), changes.build()),
        observations.build());
  }

  private static Optional<LiveConnection> stillPaused(
      JournaledRun run, Operation.ResumeConnection resume, LiveState live) {
    Target.OfConnection then = resume.connection();
    return live.connections().stream()
        .filter(connection -> then.identity().isSameUnderAnyName(connection.identity()))
        .filter(connection ->
            connection.name().equals(then.name()) || run.gave(then.id(), connection.name()))
        .filter(LiveConnection::paused)
        .findFirst();
  }

  private static Optional<Long> pauseTarget(Change change) {
    return switch (change) {
      case Change.Pause pause -> Optional.of(pause.connection().id());
      case Change.Resume resume -> Optional.of(resume.connection().id());
      case Change.Update _, Change.Create _, Change.Delete _, Change.Manual _ -> Optional.empty();
    };
  }
}
