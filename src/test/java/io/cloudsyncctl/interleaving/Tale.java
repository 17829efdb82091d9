package io.cloudsyncctl.interleaving;

import io.cloudsyncctl.properties.Dice;
import io.cloudsyncctl.simulator.truth.Truth;
import io.cloudsyncctl.witness.Judge;
import io.cloudsyncctl.witness.Run;
import io.cloudsyncctl.witness.Settling;
import io.cloudsyncctl.witness.Story;
import io.cloudsyncctl.witness.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.MissingNode;

/** What happens on one NAS, all of it by chance from one seed. */
final class Tale implements AutoCloseable {
  private static final List<String> FREELY =
      List.of("--yes", "--max-removals", "9", "--max-removals-run", "9");
  private static final List<String> WITH_CONSENT =
      List.of("--accept-risk", "data-loss:*", "--accept-risk", "disconnect:*");

  /** About as many requests as an apply sends. */
  private static final int REQUESTS = 50;

  private static final List<String> BEHAVIOURS =
      List.of(
          "pause-lag=4s",
          "pause-lag=2looks",
          "pause-lag=5m",
          "resume-lag=4s",
          "resume-lag=5m",
          "tasks-lag=4s",
          "busy-tasks",
          "ignore=pause:1",
          "ignore=resume:1",
          "wake=5",
          "is-pause=true",
          "reorder",
          "reorder lag=3s",
          "lag=2looks",
          "round=max_upload_speed:1000",
          "lower-case-paths",
          "nfd-paths",
          "lower-case-extensions",
          "reuse-ids",
          "forget-tasks=1",
          "partial-tasks=2",
          "forget-connections=1",
          "partial-connections=1",
          "ignore=set_selective_sync_config:1",
          "ignore=create_session:1",
          "refuse-after=pause:105:1",
          "refuse-after=set_session_setting:120:1",
          "refuse-after=set_selective_sync_config:119:1",
          "refuse-after=create_session:114:1",
          "side-effect=set_connection_setting:reset-schedule",
          "side-effect=set_selective_sync_config:resume",
          "side-effect=set_session_setting:reset-filters",
          "error-answers=get_property:105@2",
          "error-answers=get_selective_sync_config:117@1");

  private final Dice dice;
  private final World world;
  private final Visitor visitor;
  private final Path now;
  private final Path before;
  private final Path ofOther;
  private int kills;

  Tale(long seed, Path folder) {
    dice = new Dice(seed);
    world = new World(folder, SmallNas.of(dice, seed % 2 == 1));
    visitor = new Visitor(dice, world.nas());
    Truth truth = world.nas().truth();
    Map<String, Integer> count = new TreeMap<>();
    truth
        .connections()
        .forEach((id, one) ->
            count.put(
                one.settings().getOrDefault("type", MissingNode.getInstance()).asString(""),
                truth.tasksOf(id).size()));
    Sheet first = Sheet.of(dice, count);
    before = first.write(folder, "before", world.nas().url());
    now = first.changed().write(folder, "now", world.nas().url());
    Sheet other = dice.coin() ? first : Sheet.of(dice, count);
    ofOther = other.write(folder, "other", world.nas().url());
  }

  /** How the last apply ended, and how much happened. */
  record Ends(int last, int runs, int requests, int kills, int deeds) {}

  /** Lets everything happen, and judges it. */
  List<String> wrong() {
    int acts = 2 + dice.below(3);
    for (int i = 0; i < acts; i++) {
      act();
      world.pass(Duration.ofSeconds(dice.of(5, 600)));
    }
    world.behave();
    world.pass(Duration.ofMinutes(20));
    Run last = Settling.of(world, "A", now, FREELY);
    List<String> wrong = new ArrayList<>(Judge.violations(world));
    wrong.addAll(Settling.notNamed(world, last));
    return wrong;
  }

  private void act() {
    if (dice.oneIn(3)) {
      world.behave(dice.of(BEHAVIOURS));
    }
    switch (dice.below(8)) {
      case 0 -> visitor.act();
      case 1 -> world.execute(world.prepare("A", file(), "plan", List.of("--detailed-exitcode")));
      case 2, 3 -> world.together(apply("A", file()), apply("B", ofOther), () -> dice.oneIn(4));
      default -> world.execute(apply("A", file()));
    }
    if (dice.oneIn(4)) {
      world.behave();
    }
  }

  private Path file() {
    return dice.oneIn(3) ? before : now;
  }

  private Run apply(String machine, Path file) {
    List<String> options = new ArrayList<>(FREELY);
    if (!dice.oneIn(3)) {
      options.addAll(WITH_CONSENT);
    }
    if (dice.oneIn(20)) {
      options.add("--no-quiesce");
    }
    Run run = world.prepare(machine, file, "apply", options);
    if (dice.oneIn(3)) {
      kills++;
      run.killAt(7 + dice.below(REQUESTS), dice.coin());
    }
    while (dice.oneIn(3)) {
      run.at(1 + dice.below(REQUESTS), visitor::act);
    }
    return run;
  }

  Ends ends() {
    return new Ends(
        world.lastCode(), world.countRuns(), world.countRequests(), kills, visitor.deeds());
  }

  String story() {
    return Story.of(world);
  }

  @Override
  public void close() {
    world.close();
  }
}
