package io.cloudsyncctl.cli.command;

import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Words;
import io.cloudsyncctl.config.schema.IgnoreSchema;
import io.cloudsyncctl.config.schema.SchemaGenerator;
import io.cloudsyncctl.diagnostic.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code schema}. */
@Command(
    name = "schema",
    description =
        "Print a JSON Schema: of the YAML, for editors and CI, of plan --format json, or of files"
            + " of ignores.")
public final class SchemaCommand implements Callable<Integer> {
  /** What has a schema. */
  public enum Subject {
    CONFIG,
    PLAN,
    IGNORES;

    @Override
    public String toString() {
      return Words.lowerCase(this);
    }
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "SUBJECT",
      defaultValue = "CONFIG",
      description = "config (the default), plan or ignores.")
  Subject subject = Subject.CONFIG;

  private final Console console;

  public SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    String text =
        switch (subject) {
          case CONFIG -> SchemaGenerator.generate();
          case PLAN -> packed("plan-v1.schema.json");
          case IGNORES -> IgnoreSchema.generate();
        };
    console.out().print(text);
    console.out().flush();
    return ExitCode.OK.number();
  }

  private static String packed(String name) {
    try (InputStream stream =
        SchemaCommand.class.getResourceAsStream("/io/cloudsyncctl/schemas/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("the program was packed without " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
