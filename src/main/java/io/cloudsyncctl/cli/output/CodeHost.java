package io.cloudsyncctl.cli.output;

import io.cloudsyncctl.report.wording.SourcePaths;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says of the CI system in which the program runs: GitHub Actions and GitLab
 * CI, by their documented variables.
 */
final class CodeHost {
  private final Function<String, @Nullable String> environment;

  CodeHost(Function<String, @Nullable String> environment) {
    this.environment = environment;
  }

  /** Whether standard output is read for workflow commands. */
  boolean isGitHubActions() {
    return variable("GITHUB_ACTIONS").filter("true"::equals).isPresent();
  }

  /** The file to which the summary of the step is appended. */
  Optional<Path> stepSummary() {
    return variable("GITHUB_STEP_SUMMARY").flatMap(CodeHost::path);
  }

  /** Files from the root of what was checked out, or from the folder the program started in. */
  SourcePaths paths() {
    Path started = Path.of("").toAbsolutePath();
    Path root =
        variable("GITHUB_WORKSPACE")
            .or(() -> variable("CI_PROJECT_DIR"))
            .flatMap(CodeHost::path)
            .filter(Path::isAbsolute)
            .orElse(started);
    return new SourcePaths(started, Optional.of(root));
  }

  /** The repository's address. */
  Optional<URI> repository() {
    return variable("GITHUB_REPOSITORY")
        .flatMap(name -> variable("GITHUB_SERVER_URL").map(server -> server + "/" + name))
        .or(() -> variable("CI_PROJECT_URL"))
        .flatMap(CodeHost::address);
  }

  private static Optional<URI> address(String text) {
    try {
      URI uri = new URI(text);
      boolean plain =
          ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
              && uri.getHost() != null
              && uri.getUserInfo() == null;
      return plain ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isEmpty());
  }
}
