package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.CommandRun;
import io.cloudsyncctl.simulator.HandClock;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.simulator.truth.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Applies to a NAS that keeps paths in another form, lists late, forgets what it has for a moment
 * and says no to what it does: whatever happens, no declared task is there twice, and once the NAS
 * has come to itself everything is as declared.
 */
@Tag("slow")
class DoubledTasksTest {
  private static final long CONNECTION = 5;
  private static final List<String> FOLDERS = List.of("Projects", "B\u00fcro", "Old Photos");
  private static final Set<Integer> ENDS = Set.of(0, 1, 3, 4, 6);

  @TempDir Path folder;

  @Test
  void no_declared_task_is_ever_there_twice() {
    Cases.forEach(
        "no task is doubled",
        40,
        one -> {
          try (Archive archive =
              new Archive(one.dice(), Files.createTempDirectory(folder, "nas"))) {
            archive.live(one.dice().between(4, 9));
            archive.comeToItself();
          }
        });
  }

  /** A connection of Amazon S3 with its declared tasks, and what happens to it. */
  private static final class Archive implements AutoCloseable {
    private final Dice dice;
    private final Path folder;
    private final HandClock clock = new HandClock();
    private final SimulatedNas nas;
    private final Map<String, String> declared = new TreeMap<>();
    private final List<String> story = new ArrayList<>();
    private final String form;
    private String state = "state";
    private boolean needsHelp;

    Archive(Dice dice, Path folder) {
      this.dice = dice;
      this.folder = folder;
      this.form = dice.of("", "lower-case-paths", "trailing-slash", "nfd-paths lower-case-paths");
      this.nas =
          SimulatedNas.start(
              SimulatedState.demo(), SimulatorOptions.builder().clock(clock).build());
      nas.behaviours().set(form);
      if (dice.coin()) {
        nas.truth().tasksOf(CONNECTION).forEach(task -> nas.person("remove-task " + task.id()));
      }
      story.add("a NAS that behaves " + (form.isEmpty() ? "well" : form));
    }

    void live(long events) throws IOException {
      for (int i = 0; i < events; i++) {
        happen();
        apply();
      }
    }

    private void happen() {
      switch (dice.below(9)) {
        case 0, 1, 2, 3 -> declare();
        case 4, 5 -> misbehave();
        case 6 -> removeOne();
        case 7 -> loseTheRecord();
        default -> clock.forward(Duration.ofSeconds(dice.below(120)));
      }
    }

    private void declare() {
      String name = dice.of(FOLDERS);
      declared.put(name, dice.oneIn(4) ? "absent" : "present");
      story.add(name + " is declared " + declared.get(name));
    }

    /** What lasts for a few requests or seconds; the form of its paths it keeps for good. */
    private void misbehave() {
      String behaviour =
          dice.of(
              "forget-tasks=" + dice.between(1, 3),
              "partial-tasks=" + dice.between(1, 4),
              "foreign-tasks=" + dice.between(1, 3),
              "forget-connections=1",
              "lag=create_session:" + dice.between(1, 50) + "s",
              "lag=create_session,unlink_session:" + dice.between(1, 50) + "s",
              "refuse-after=create_session:105:1",
              "refuse-after=create_session:120:1",
              "ignore=create_session:1",
              "error-answers=set_session_setting:105",
              "reuse-ids");
      nas.behaviours().set((form + " " + behaviour).strip());
      story.add(behaviour);
      if (dice.oneIn(4)) {
        story.add("and the next answer to a creation is lost");
        nas.injectFaults(new LostAnswer("create_session", dice.coin()));
      }
    }

    private void removeOne() {
      List<Truth.Task> ours = ours();
      if (!ours.isEmpty()) {
        Truth.Task task = dice.of(ours);
        nas.person("remove-task " + task.id());
        story.add("somebody removes " + task.localPath());
        needsHelp = true;
      }
    }

    private void loseTheRecord() {
      // Nothing but the record tells of what was created seconds ago.
      clock.forward(Duration.ofMinutes(2));
      state += "x";
      story.add("the record is lost");
      needsHelp = true;
    }

    private int apply() throws IOException {
      List<String> words =
          new ArrayList<>(
              List.of("apply", yaml().toString(), "--yes", "--accept-risk", "disconnect:*"));
      words.addAll(List.of("--max-removals", "9", "--max-removals-percent", "100"));
      if (dice.oneIn(5)) {
        words.add("--prune");
      }
      words.addAll(List.of("--state-dir", folder.resolve(state).toString()));
      Map<String, Long> before = counts();
      CommandRun run = run(words);
      story.add("apply ends with " + run.exitCode() + ": " + counts());
      assertThat(run.exitCode()).as("%s", tell(run)).isIn(ENDS);
      counts()
          .forEach((name, count) -> {
            long least = "present".equals(declared.get(name)) ? before.getOrDefault(name, 0L) : 0;
            assertThat(count).as("%s of %s", name, tell(run)).isBetween(least, 1L);
          });
      return run.exitCode();
    }

    private CommandRun run(List<String> words) {
      clock.forward(Duration.ofSeconds(2));
      return CommandRun.run(
          Map.of("NAS_URL", nas.url().toString(), "NAS_PASSWORD", "simulated"),
          folder.resolve("home"),
          clock.instant(),
          clock::forward,
          words.toArray(String[]::new));
    }

    /** Nothing goes wrong any more: then an apply or two make everything as declared. */
    void comeToItself() throws IOException {
      nas.behaviours().set(form);
      nas.injectFaults(new LostAnswer("", false));
      clock.forward(Duration.ofMinutes(10));
      story.add("it comes to itself");
      if (needsHelp) {
        apply();
        return;
      }
      int code = 4;
      for (int i = 0; i < 3 && code != 0; i++) {
        code = apply();
      }
      assertThat(code).as("%s", story).isZero();
      declared.forEach((name, presence) ->
          assertThat(count(name))
              .as("%s of %s", name, story)
              .isEqualTo(presence.equals("present") ? 1 : 0));
    }

    private Map<String, Long> counts() {
      Map<String, Long> counts = new TreeMap<>();
      declared.keySet().forEach(name -> counts.put(name, count(name)));
      return counts;
    }

    private String tell(CommandRun run) {
      return String.join("\n", story) + "\n" + run.out() + run.err();
    }

    private long count(String name) {
      return ours().stream()
          .filter(task -> letters(task.localPath()).endsWith(letters(name)))
          .count();
    }

    private List<Truth.Task> ours() {
      return nas.truth().tasksOf(CONNECTION).stream()
          .filter(task -> letters(task.localPath()).startsWith("archiveours"))
          .toList();
    }

    /** What is left of a path in every form that the NAS may keep it in. */
    private static String letters(String path) {
      return Normalizer.normalize(path, Normalizer.Form.NFD)
          .toLowerCase(Locale.ROOT)
          .replaceAll("[^a-z]", "");
    }

    private Path yaml() throws IOException {
      StringBuilder yaml =
          new StringBuilder(
              """
              version: 1
              nas: { name: office, url: "${env:NAS_URL}", username: admin, password: "${env:NAS_PASSWORD}" }
              connections:
                - name: Amazon S3
                  tasks:
              """);
      if (declared.isEmpty()) {
        yaml.append("      []\n");
      }
      declared.forEach((name, presence) ->
          yaml.append(
              """
                    - local_path: /archive/Ours/%s
                      cloud_path: /Ours/%s
                      state: %s
                      sync_direction: ONLY_UPLOAD
                      consistency_check: true
                      no_delete_on_cloud: true
                      convert_gd: false
              """
                  .formatted(name, name, presence)));
      return Files.writeString(folder.resolve("office.yaml"), yaml);
    }

    @Override
    public void close() {
      nas.close();
    }
  }

  /** The answer to the next call of a method does not arrive. */
  private static final class LostAnswer implements FaultInjector {
    private final String method;
    private final boolean afterActing;
    private boolean lost;

    LostAnswer(String method, boolean afterActing) {
      this.method = method;
      this.afterActing = afterActing;
    }

    @Override
    public synchronized FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
      if (lost || request.calls().stream().noneMatch(call -> call.method().equals(method))) {
        return null;
      }
      lost = true;
      return new FaultSpec.ClosedConnection(afterActing);
    }
  }
}
