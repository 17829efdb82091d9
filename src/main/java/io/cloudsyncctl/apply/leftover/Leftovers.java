package io.cloudsyncctl.apply.leftover;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.apply.journal.JournaledRuns;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.plan.restore.PauseTrace;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What earlier runs on a NAS left behind, since they were interrupted or failed: connections that
 * they paused for their own sake and never resumed, and the evidence of what else they did there.
 */
public final class Leftovers {
  private final ImmutableList<JournaledRun> runs;
  private final ImmutableList<Leftover> open;
  private final JournaledRuns journaled;
  private final Instant now;

  private Leftovers(
      ImmutableList<JournaledRun> runs,
      ImmutableList<Leftover> open,
      JournaledRuns journaled,
      Instant now) {
    this.runs = runs;
    this.open = open;
    this.journaled = journaled;
    this.now = now;
  }

  /** Nothing. */
  public static Leftovers none() {
    return of(List.of(), Instant.EPOCH);
  }

  /**
   * What these runs left; those that ended well or were settled left nothing.
   *
   * @param now what a run was told to create just before may still come
   */
  public static Leftovers of(List<JournaledRun> runs, Instant now) {
    ImmutableList<JournaledRun> known = ImmutableList.copyOf(runs);
    ImmutableList<JournaledRun> unfinished =
        known.stream()
            .filter(run -> run.unfinished() && !run.settled())
            .collect(ImmutableList.toImmutableList());
    return new Leftovers(
        unfinished,
        unfinished.stream()
            .flatMap(run -> run.leftPaused().stream().map(resume -> new Leftover(run, resume)))
            .collect(ImmutableList.toImmutableList()),
        JournaledRuns.of(known),
        now);
  }

  /**
   * The same with all evidence.
   *
   * @param all every run from the first on that left something, also those that ended well: they
   *     may have written to a connection while it was not at work
   */
  public Leftovers knowing(JournaledRuns all) {
    return new Leftovers(runs, open, all, now);
  }

  /** The runs that did not come to a good end. */
  public ImmutableList<JournaledRun> runs() {
    return runs;
  }

  /** The connections that nobody has settled. */
  public ImmutableList<Leftover> open() {
    return open;
  }

  /** The same without what is settled by now. */
  public Leftovers without(Collection<Leftover> settled) {
    return new Leftovers(
        runs,
        open.stream()
            .filter(leftover -> !settled.contains(leftover))
            .collect(ImmutableList.toImmutableList()),
        journaled,
        now);
  }

  /** What a run left, and the undos of it that did not come to their end. */
  public Leftovers ofRun(String id) {
    return new Leftovers(
        runs.stream().filter(run -> isOf(run, id)).collect(ImmutableList.toImmutableList()),
        open.stream()
            .filter(leftover -> isOf(leftover.run(), id))
            .collect(ImmutableList.toImmutableList()),
        journaled,
        now);
  }

  private static boolean isOf(JournaledRun run, String id) {
    return run.id().equals(id) || run.undoes().equals(Optional.of(id));
  }

  /** The runs of which nothing is open any more. */
  public ImmutableList<JournaledRun> dealtWith() {
    ImmutableSet<String> owing =
        open.stream().map(leftover -> leftover.run().id()).collect(ImmutableSet.toImmutableSet());
    return runs.stream()
        .filter(run -> !owing.contains(run.id()))
        .collect(ImmutableList.toImmutableList());
  }

  /** What a reading shows of one of them. */
  public LeftoverSight sight(Leftover leftover, LiveState live) {
    return LeftoverSight.of(leftover.connection(), name -> bore(leftover, name), live);
  }

  private boolean bore(Leftover leftover, String name) {
    return leftover.connection().name().equals(name)
        || since(leftover.run()).stream()
            .anyMatch(run -> run.gave(leftover.connection().id(), name));
  }

  /** What was done to the connection since the run paused it, by that run and by later ones. */
  public PauseTrace trace(Leftover leftover) {
    return PauseTraces.of(
        leftover.connection(), since(leftover.run()), unknownSince(leftover.run()), now);
  }

  private ImmutableList<JournaledRun> since(JournaledRun run) {
    ImmutableList<JournaledRun> all = journaled.runs();
    for (int from = 0; from < all.size(); from++) {
      if (all.get(from).id().equals(run.id())) {
        return all.subList(from, all.size());
      }
    }
    return ImmutableList.of(run);
  }

  private ImmutableList<String> unknownSince(JournaledRun run) {
    boolean allIsKnown =
        journaled.sinceDamage().stream().anyMatch(known -> known.id().equals(run.id()));
    return allIsKnown
        ? ImmutableList.of()
        : journaled.problems().stream()
            .map(Leftovers::unreadable)
            .collect(ImmutableList.toImmutableList());
  }

  private static String unreadable(Diagnostic problem) {
    return problem.location() instanceof Location.InFile file
        ? "the journal " + file.file() + " cannot be read"
        : "a journal cannot be read";
  }
}
