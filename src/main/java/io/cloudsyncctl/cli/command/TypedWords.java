package io.cloudsyncctl.cli.command;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The words of the command line that a command was typed with. */
final class TypedWords {
  private TypedWords() {}

  static ImmutableList<String> of(CommandSpec spec) {
    @Nullable CommandLine root = spec.root().commandLine();
    @Nullable ParseResult parsed = root == null ? null : root.getParseResult();
    return parsed == null
        ? ImmutableList.of(spec.name())
        : ImmutableList.copyOf(parsed.originalArgs());
  }
}
