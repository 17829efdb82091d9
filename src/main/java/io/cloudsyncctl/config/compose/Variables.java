package io.cloudsyncctl.config.compose;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Content;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.config.yaml.Shown;
import io.cloudsyncctl.config.yaml.Sources;
import io.cloudsyncctl.diagnostic.Location;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables of a run, before {@code vars:} of a composition comes to them: {@code --var} over
 * {@code --var-file}.
 */
public final class Variables {
  private Variables() {}

  /** Those of the command line; their texts are taken as they are. */
  public static ImmutableMap<String, Node.Scalar> ofRun(
      LoadOptions options, Sources sources, Problems problems) {
    Map<String, Node.Scalar> variables = new HashMap<>();
    for (Path path : options.variableFiles()) {
      if (!sources.view().referredTo().isFile(path)) {
        problems.add(
            ConfigCode.FILE_NOT_FOUND,
            "there is no file of variables " + path,
            null,
            "check the path; it starts at the current folder");
        continue;
      }
      Node.Mapping root = sources.variables(path, problems).root();
      if (root != null) {
        root.entries().forEach((name, entry) -> put(variables, name, entry.value(), problems));
      }
    }
    Location.InFile commandLine = new Location.InFile("--var", 1, 1);
    options
        .variables()
        .forEach((name, value) ->
            variables.put(
                name,
                new Node.Scalar(
                    new Content.Text(), value, commandLine, -1, Node.Trait.SUBSTITUTED)));
    return ImmutableMap.copyOf(variables);
  }

  /** Those of {@code vars:}, which may themselves hold substitutions. */
  public static ImmutableMap<String, Node.Scalar> ofDocument(Node.Mapping root, Problems problems) {
    Map<String, Node.Scalar> variables = new HashMap<>();
    Node.Mapping vars = root.mapping("vars");
    if (vars != null) {
      vars.entries().forEach((name, entry) -> put(variables, name, entry.value(), problems));
    }
    return ImmutableMap.copyOf(variables);
  }

  private static void put(
      Map<String, Node.Scalar> variables, String name, @Nullable Node value, Problems problems) {
    if (value instanceof Node.Scalar scalar) {
      if (!scalar.isNull()) {
        variables.put(name, scalar);
      }
    } else if (value != null) {
      problems.add(
          ConfigCode.BAD_VARIABLE,
          "a variable must be a single value, but this is " + Shown.kind(value),
          value.at(),
          "write NAME: value");
    }
  }
}
