package io.cloudsyncctl.packaged;

import io.cloudsyncctl.packaged.PackagedProgram.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * As much of GitLab as the pipeline of the examples needs: chooses the jobs by their rules, brings
 * and keeps caches by their policies, runs the scripts that stand in the YAML, checks that every
 * file of the artifacts is there.
 */
final class GitLabHost {
  private final Shells shells;
  private final Repository repository;
  private final Path folder;
  private final Map<String, String> projectVariables;
  private int jobs;

  GitLabHost(Shells shells, Repository repository, Path folder, Map<String, String> variables) {
    this.shells = shells;
    this.repository = repository;
    this.folder = folder;
    this.projectVariables = variables;
  }

  /** How a job went. */
  record Ended(String name, int exit, boolean allowedToFail, String log, Path tree) {}

  /**
   * Runs a pipeline.
   *
   * @param source what {@code CI_PIPELINE_SOURCE} says
   * @param branch the branch, or empty in a pipeline of a merge request
   * @param byHand the jobs that somebody starts by hand
   */
  List<Ended> pipeline(String commit, String source, String branch, List<String> byHand)
      throws Exception {
    Path file = Files.createTempFile(folder, "pipeline", ".yml");
    Files.writeString(file, repository.text(commit, ".gitlab-ci.yml"));
    JsonNode all = YamlDocuments.one(file);
    List<Ended> ended = new ArrayList<>();
    for (JsonNode stage : all.path("stages")) {
      for (Map.Entry<String, JsonNode> member : all.properties()) {
        JsonNode job = extended(all, member.getValue());
        if (job.path("stage").asString("").equals(stage.asString())
            && starts(member.getKey(), job, source, branch, byHand)) {
          ended.add(run(all, member.getKey(), job, commit, branch));
        }
      }
    }
    return ended;
  }

  private static JsonNode extended(JsonNode all, JsonNode job) {
    if (!job.has("extends")) {
      return job;
    }
    ObjectNode result = (ObjectNode) all.path(job.path("extends").asString()).deepCopy();
    result.setAll((ObjectNode) job);
    return result;
  }

  private static boolean starts(
      String name, JsonNode job, String source, String branch, List<String> byHand) {
    for (JsonNode rule : job.path("rules")) {
      if (holds(rule.path("if").asString(), source, branch)) {
        return !rule.path("when").asString("").equals("manual") || byHand.contains(name);
      }
    }
    return false;
  }

  private static boolean holds(String condition, String source, String branch) {
    Map<String, String> values =
        Map.of(
            "$CI_PIPELINE_SOURCE", source,
            "$CI_COMMIT_BRANCH", branch,
            "$CI_DEFAULT_BRANCH", Repository.MAIN);
    for (String part : condition.split(" && ", -1)) {
      String[] sides = part.split(" == ", -1);
      if (!value(sides[0], values).equals(value(sides[1], values))) {
        return false;
      }
    }
    return true;
  }

  private static String value(String side, Map<String, String> values) {
    return side.startsWith("\"")
        ? side.substring(1, side.length() - 1)
        : values.getOrDefault(side, "");
  }

  private Ended run(JsonNode all, String name, JsonNode job, String commit, String branch)
      throws Exception {
    jobs++;
    Path tree = folder.resolve("job-" + jobs);
    repository.clone(tree, commit, false);
    Map<String, String> environment = new HashMap<>(YamlDocuments.texts(all.path("variables")));
    environment.putAll(YamlDocuments.texts(job.path("variables")));
    environment.putAll(projectVariables);
    environment.put("CI", "true");
    environment.put("GITLAB_CI", "true");
    environment.put("CI_COMMIT_SHA", commit);
    environment.put("CI_COMMIT_BRANCH", branch);
    environment.put("CI_PROJECT_DIR", tree.toString());
    for (JsonNode cache : job.path("cache")) {
      copy(kept(cache), tree);
    }
    StringBuilder script = new StringBuilder();
    job.path("script").forEach(line -> script.append(line.asString()).append('\n'));
    Result result =
        shells.run(
            tree, environment, List.of("/bin/bash", "-eo", "pipefail", "-c", script.toString()));
    for (JsonNode cache : job.path("cache")) {
      boolean always = cache.path("when").asString("on_success").equals("always");
      if (cache.path("policy").asString("pull-push").equals("pull-push")
          && (always || result.exit() == 0)) {
        for (JsonNode path : cache.path("paths")) {
          copy(tree.resolve(path.asString()), kept(cache).resolve(path.asString()));
        }
      }
    }
    requireArtifacts(job.path("artifacts"), tree, result);
    boolean allowed = job.path("allow_failure").path("exit_codes").asInt(-1) == result.exit();
    return new Ended(name, result.exit(), allowed, result.output() + result.error(), tree);
  }

  private Path kept(JsonNode cache) {
    return folder.resolve("cache").resolve(cache.path("key").asString());
  }

  private static void requireArtifacts(JsonNode artifacts, Path tree, Result result) {
    List<String> paths = new ArrayList<>(YamlDocuments.texts(artifacts.path("reports")).values());
    artifacts.path("paths").forEach(path -> paths.add(path.asString()));
    for (String path : paths) {
      if (!Files.exists(tree.resolve(path))) {
        throw new AssertionError("no artifact " + path + ": " + result);
      }
    }
  }

  private static void copy(Path source, Path target) throws IOException {
    if (!Files.exists(source)) {
      return;
    }
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
