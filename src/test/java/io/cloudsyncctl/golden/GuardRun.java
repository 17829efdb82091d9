package io.cloudsyncctl.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.cloudsyncctl.cli.CommandRun;
import io.cloudsyncctl.simulator.HandClock;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.state.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@link GuardCase} carried out over real HTTP. Whatever its transcript, a command that ends as
 * refused (3), wrong (64, 65) or failed before any write (1) must not have written, and what may
 * delete files was written while its connection truly rested.
 */
final class GuardRun implements AutoCloseable {
  private static final Set<Integer> NOTHING_WRITTEN = Set.of(1, 3, 64, 65);

  /** Always the same and short: lines are laid out by the length of the paths in them. */
  private static final Path FOLDER = Path.of("target", "g");

  private final GuardCase guard;
  private final HandClock clock = new HandClock();
  private final Map<String, SimulatedNas> nas = new TreeMap<>();
  private final StringBuilder transcript = new StringBuilder();

  private GuardRun(GuardCase guard) {
    this.guard = guard;
    guard
        .description()
        .path("nas")
        .properties()
        .forEach(e ->
            nas.put(
                e.getKey(),
                SimulatedNas.start(
                    GoldenState.of(guard.folder(), e.getValue()),
                    GoldenState.options(
                        e.getValue(),
                        e.getValue().path("login").path("user").asString("admin"),
                        clock))));
  }

  /** What a person saw. */
  static String transcript(GuardCase guard) throws IOException {
    if (Files.exists(FOLDER)) {
      MoreFiles.deleteRecursively(FOLDER, RecursiveDeleteOption.ALLOW_INSECURE);
    }
    Files.createDirectories(FOLDER);
    for (Path yaml : guard.yamlFiles()) {
      Files.copy(yaml, FOLDER.resolve(String.valueOf(yaml.getFileName())));
    }
    try (GuardRun run = new GuardRun(guard)) {
      for (JsonNode step : guard.description().path("steps")) {
        run.step(step);
      }
      run.nas.forEach(
          (name, one) -> assertThat(one.activeSessions()).as("sessions left on " + name).isZero());
      return run.transcript.toString();
    }
  }

  private void step(JsonNode step) throws IOException {
    step.path("edits").properties().forEach(e -> edit(e.getKey(), e.getValue()));
    for (Map.Entry<String, JsonNode> e : step.path("behave").properties()) {
      nas(e.getKey()).behaviours().set(e.getValue().asString());
    }
    for (Map.Entry<String, JsonNode> e : step.path("person").properties()) {
      e.getValue().forEach(deed -> nas(e.getKey()).person(deed.asString()));
    }
    for (Map.Entry<String, JsonNode> e : step.path("replace").properties()) {
      Path file = FOLDER.resolve(e.getKey());
      String text = Files.readString(file);
      String before = e.getValue().path(0).asString();
      assertThat(text).contains(before);
      Files.writeString(file, text.replace(before, e.getValue().path(1).asString()));
    }
    for (JsonNode file : step.path("remove")) {
      Files.delete(FOLDER.resolve(file.asString()));
    }
    if (step.has("journal")) {
      journal(step.path("journal"));
    }
    if (step.has("run")) {
      Meanwhile meanwhile = new Meanwhile(step.path("meanwhile"), this::edit, this::command);
      nas.forEach((name, one) ->
          one.injectFaults(meanwhile.of(name, GoldenState.refusing(refused(step, name)))));
      command(step);
      assertThat(meanwhile.waiting()).as("what should have happened meanwhile").isEmpty();
    }
  }

  /** What a NAS refuses or does not answer in a step: as the step says, else as it always does. */
  private JsonNode refused(JsonNode step, String name) {
    ObjectNode how = guard.description().path("nas").path(name).deepCopy().asObject();
    for (String kind : List.of("refused", "lost")) {
      if (step.path(kind).has(name)) {
        how.set(kind, step.path(kind).path(name));
      }
    }
    return how;
  }

  /** Puts a journal where the runs of a NAS leave theirs. */
  private void journal(JsonNode journal) throws IOException {
    String name = journal.path("nas").asString();
    String identity = StateFolder.identity(nas(name).url());
    Path folder =
        StateFolder.journals(FOLDER.resolve("home/.local/state/cloudsyncctl"), name, identity);
    Files.createDirectories(folder);
    String text = Files.readString(guard.folder().resolve(journal.path("file").asString()));
    Files.writeString(
        folder.resolve(journal.path("run").asString() + ".jsonl"),
        text.replace("${identity}", identity));
  }

  private JsonNode one(String name) {
    return guard.description().path("nas").path(name);
  }

  private SimulatedNas nas(String name) {
    return Objects.requireNonNull(nas.get(name), name);
  }

  private void edit(String name, JsonNode edits) {
    nas(name).state().edit(state -> GoldenState.edit(state, edits));
  }

  /** Runs a command and writes down what it said. */
  private void command(JsonNode step) {
    Map<String, JsonNode> before = states();
    Map<String, Integer> writesBefore = writes();
    nas.values().forEach(SimulatedNas::clearTimeline);
    CommandRun run =
        CommandRun.run(
            environment(step), FOLDER.resolve("home"), now(step), clock::forward, arguments(step));
    if (!step.path("unrest").asBoolean(false)) {
      nas.forEach((name, one) -> DangerousWrites.assertAtRest(name, one.timeline()));
    }
    if (NOTHING_WRITTEN.contains(run.exitCode())) {
      Set<String> untouched = new TreeSet<>(nas.keySet());
      step.path("written").forEach(name -> untouched.remove(name.asString()));
      for (String name : untouched) {
        assertThat(writes().get(name)).as("writes to " + name).isEqualTo(writesBefore.get(name));
        if (!step.has("meanwhile") && one(name).path("script").isMissingNode()) {
          assertThat(states().get(name)).as(name).isEqualTo(before.get(name));
        }
      }
    }
    transcript
        .append("$ cloudsyncctl ")
        .append(shown(step))
        .append('\n')
        .append(anonymous(run.out()))
        .append(run.err().isEmpty() ? "" : "[standard error]\n" + anonymous(run.err()))
        .append("[exit code ")
        .append(run.exitCode())
        .append("]\n\n");
  }

  private Map<String, JsonNode> states() {
    return nas.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().state().toJson()));
  }

  private Map<String, Integer> writes() {
    return nas.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, e -> Writes.of(e.getValue().requests()).size()));
  }

  private static Instant now(JsonNode step) {
    return LocalDate.parse(step.path("today").asString("2026-03-01"))
        .atTime(LocalTime.NOON)
        .toInstant(ZoneOffset.UTC);
  }

  private Map<String, String> environment(JsonNode step) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("NAS_PASSWORD", "simulated");
    for (String name : nas.keySet()) {
      String meant = step.path("urls").path(name).asString(name);
      environment.put(name.toUpperCase(Locale.ROOT) + "_URL", nas(meant).url().toString());
    }
    return environment;
  }

  /** Files of the case are named as a person would, in whatever folder the test has them. */
  private String[] arguments(JsonNode step) {
    List<String> arguments = new ArrayList<>();
    for (JsonNode argument : step.path("run")) {
      String text = argument.asString();
      boolean file = text.matches("[a-z-]+\\.(yaml|plan)");
      arguments.add(file ? FOLDER.resolve(text).toString() : text);
    }
    return arguments.toArray(String[]::new);
  }

  private static String shown(JsonNode step) {
    List<String> words = new ArrayList<>();
    for (JsonNode argument : step.path("run")) {
      String text = argument.asString();
      words.add(text.matches("[\\w./:@%+,=-]+") ? text : "'" + text + "'");
    }
    return String.join(" ", words);
  }

  private String anonymous(String text) {
    String result =
        text.replace(FOLDER.toAbsolutePath() + "/", "")
            .replace(FOLDER + "/", "")
            .replaceAll("(journals/[a-z]+-)[0-9a-f]{12}/", "$1HASH/");
    for (Map.Entry<String, SimulatedNas> e : nas.entrySet()) {
      result = result.replace(e.getValue().url().toString(), "http://" + e.getKey() + ".example");
    }
    return result;
  }

  @Override
  public void close() {
    nas.values().forEach(SimulatedNas::close);
  }
}
