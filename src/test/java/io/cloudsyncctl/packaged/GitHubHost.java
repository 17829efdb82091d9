package io.cloudsyncctl.packaged;

import io.cloudsyncctl.packaged.PackagedProgram.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * As much of GitHub as the workflows of the examples need: checks out, runs the very scripts that
 * stand in the YAML with the variables that it names, keeps artifacts. The command {@code gh} is
 * replaced by {@code src/test/resources/pipelines/gh}.
 */
final class GitHubHost {
  static final String NAME = "office/nas";
  private static final String ACTION = "./.github/actions/cloudsyncctl";

  private final Shells shells;
  private final Repository repository;
  private final Path folder;
  private final Map<String, String> secrets;
  private int runs;

  GitHubHost(Shells shells, Repository repository, Path folder, Map<String, String> secrets)
      throws IOException {
    this.shells = shells;
    this.repository = repository;
    this.folder = folder;
    this.secrets = secrets;
    Files.createDirectories(data());
    Files.createDirectories(artifacts());
  }

  /** What {@code gh} has kept. */
  Path data() {
    return folder.resolve("gh");
  }

  private Path artifacts() {
    return folder.resolve("artifacts");
  }

  /** What makes a workflow run: the names of the context, such as {@code github.ref}. */
  record Event(String commit, Map<String, String> names) {
    static Event pullRequest(String commit, int number, String headRepository) {
      return new Event(
          commit,
          Map.of(
              "github.event_name",
              "pull_request",
              "github.ref",
              "refs/pull/" + number + "/merge",
              "github.event.pull_request.number",
              String.valueOf(number),
              "github.event.pull_request.head.repo.full_name",
              headRepository));
    }

    static Event onMain(String kind, String commit) {
      return new Event(
          commit, Map.of("github.event_name", kind, "github.ref", "refs/heads/" + Repository.MAIN));
    }
  }

  /** How a job went. */
  record Ended(boolean ran, boolean failed, String log, String summary, Path tree, Path kept) {}

  /** Runs the only job of a workflow, as it is at the commit of the event. */
  Ended run(String workflow, Event event) throws Exception {
    runs++;
    Path tree = folder.resolve("job-" + runs);
    JsonNode job = job(event, workflow);
    Run run = new Run(tree, event);
    Expressions expressions = run.expressions(Map.of());
    if (!expressions.holds(job.path("if").asString("success()"))) {
      return new Ended(false, false, "", "", tree, tree);
    }
    run.steps(job.path("steps"), Map.of(), Map.of(), Path.of(""));
    return new Ended(
        true,
        run.failed,
        run.log.toString(),
        run.summary.toString(),
        tree,
        artifacts().resolve(String.valueOf(runs)));
  }

  private JsonNode job(Event event, String workflow) throws Exception {
    Path file = Files.createTempFile(folder, "workflow", ".yml");
    Files.writeString(
        file, repository.text(event.commit(), ".github/workflows/" + workflow + ".yml"));
    return YamlDocuments.one(file).path("jobs").iterator().next();
  }

  /** One run of a job. */
  private final class Run {
    private final Path tree;
    private final Event event;
    private final Map<String, String> outputs = new HashMap<>();
    private final StringBuilder log = new StringBuilder();
    private final StringBuilder summary = new StringBuilder();
    private boolean failed;

    Run(Path tree, Event event) {
      this.tree = tree;
      this.event = event;
    }

    Expressions expressions(Map<String, String> inputs) {
      Map<String, String> names = new HashMap<>(event.names());
      names.put("github.repository", NAME);
      names.put("github.token", "token-of-the-job");
      secrets.forEach((name, value) -> names.put("secrets." + name, value));
      inputs.forEach((name, value) -> names.put("inputs." + name, value));
      names.putAll(outputs);
      Map<String, Function<List<String>, Object>> functions =
          Map.of(
              "always", _ -> true,
              "success", _ -> !failed,
              "hashFiles", paths -> Files.exists(tree.resolve(paths.getFirst())) ? "x" : "");
      return new Expressions(names, functions);
    }

    void steps(
        JsonNode steps, Map<String, String> inputs, Map<String, String> environment, Path action)
        throws Exception {
      for (JsonNode step : steps) {
        Expressions expressions = expressions(inputs);
        String condition = step.path("if").asString("success()");
        boolean asked = condition.contains("always()") || condition.contains("success()");
        if ((asked || !failed) && expressions.holds(condition)) {
          Map<String, String> all = new HashMap<>(environment);
          YamlDocuments.texts(step.path("env"))
              .forEach((name, value) -> all.put(name, expressions.text(value)));
          Map<String, String> with = new HashMap<>();
          YamlDocuments.texts(step.path("with"))
              .forEach((name, value) -> with.put(name, expressions.text(value)));
          if (step.has("run")) {
            script(step, all, action);
          } else {
            use(step, with, all);
          }
        }
      }
    }

    private void use(JsonNode step, Map<String, String> with, Map<String, String> environment)
        throws Exception {
      String uses = step.path("uses").asString();
      switch (uses.replaceAll("@.*", "")) {
        case "actions/checkout" -> {
          if (!"0".equals(with.get("fetch-depth"))) {
            throw new AssertionError("the branch of the record would not be there");
          }
          repository.clone(
              tree, event.commit(), Boolean.parseBoolean(with.get("persist-credentials")));
        }
        case "actions/upload-artifact" -> keep(with);
        case "github/codeql-action/upload-sarif" -> {
          if (!Files.readString(tree.resolve(with.get("sarif_file"))).contains("\"2.1.0\"")) {
            throw new AssertionError("no SARIF");
          }
        }
        case ACTION -> composite(step, with, environment);
        default -> throw new AssertionError("not known here: " + uses);
      }
    }

    private void composite(JsonNode step, Map<String, String> with, Map<String, String> environment)
        throws Exception {
      Path action = tree.resolve(ACTION).normalize();
      JsonNode definition = YamlDocuments.one(action.resolve("action.yml"));
      Map<String, String> inputs = new HashMap<>();
      definition
          .path("inputs")
          .properties()
          .forEach(one -> inputs.put(one.getKey(), one.getValue().path("default").asString("")));
      if (!inputs.keySet().containsAll(with.keySet())) {
        throw new AssertionError("inputs that the action does not have: " + with);
      }
      inputs.putAll(with);
      Map<String, String> before = new HashMap<>(outputs);
      steps(definition.path("runs").path("steps"), inputs, environment, action);
      Expressions inside = expressions(inputs);
      outputs.clear();
      outputs.putAll(before);
      definition
          .path("outputs")
          .properties()
          .forEach(one ->
              outputs.put(
                  "steps." + step.path("id").asString("") + ".outputs." + one.getKey(),
                  inside.text(one.getValue().path("value").asString())));
    }

    private void script(JsonNode step, Map<String, String> environment, Path action)
        throws Exception {
      Path script = Files.createTempFile(folder, "step", ".sh");
      Files.writeString(script, step.path("run").asString());
      Path output = Files.createTempFile(folder, "output", "");
      Path stepSummary = Files.createTempFile(folder, "summary", "");
      Map<String, String> all = new HashMap<>(environment);
      all.put("CI", "true");
      all.put("GITHUB_ACTIONS", "true");
      all.put("GITHUB_REPOSITORY", NAME);
      all.put("GITHUB_SERVER_URL", "https://github.example");
      all.put("GITHUB_RUN_ID", String.valueOf(runs));
      all.put("GITHUB_WORKSPACE", tree.toString());
      all.put("GITHUB_ACTION_PATH", action.toString());
      all.put("GITHUB_OUTPUT", output.toString());
      all.put("GITHUB_STEP_SUMMARY", stepSummary.toString());
      all.put("GH_DATA", data().toString());
      all.put("ARTIFACTS", artifacts().toString());
      List<String> command =
          step.path("shell").asString("").equals("sh")
              ? List.of("/bin/sh", "-e", script.toString())
              : List.of("/bin/bash", "-e", script.toString());
      Result result = shells.run(tree, all, command);
      log.append(result.output()).append(result.error());
      summary.append(Files.readString(stepSummary));
      if (step.has("id")) {
        for (String line : Files.readAllLines(output)) {
          String[] parts = line.split("=", 2);
          outputs.put("steps." + step.path("id").asString() + ".outputs." + parts[0], parts[1]);
        }
      }
      failed |= result.exit() != 0;
    }

    private void keep(Map<String, String> with) throws IOException {
      Path source = tree.resolve(with.get("path")).normalize();
      Path target = artifacts().resolve(String.valueOf(runs)).resolve(with.get("name"));
      Files.createDirectories(target);
      if (!Files.exists(source)) {
        failed |= "error".equals(with.get("if-no-files-found"));
        return;
      }
      Path base = Files.isDirectory(source) ? source : source.resolve("..").normalize();
      try (Stream<Path> files = Files.walk(source)) {
        for (Path file : new ArrayList<>(files.filter(Files::isRegularFile).toList())) {
          if (tree.relativize(file).toString().matches("(.*/)?\\..*")) {
            throw new AssertionError("hidden, so it would be left out: " + file);
          }
          Path copy = target.resolve(base.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }
}
