package io.cloudsyncctl.cli.option;

import io.cloudsyncctl.cli.console.Usage;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.simulator.behaviour.Behaviour;
import io.cloudsyncctl.simulator.behaviour.BehaviourException;
import io.cloudsyncctl.simulator.script.Script;
import io.cloudsyncctl.simulator.script.ScriptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which ways a simulated NAS is imperfect, and what a person does at it. */
public final class SimulatedBehaviour {

  @Option(
      names = "--behave",
      paramLabel = "HOW",
      description =
          "Behave like an imperfect NAS, such as pause-lag=4s or ignore=resume; docs/simulator.md"
              + " lists all. May be repeated.")
  public List<String> behaviours = List.of();

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description =
          "Do what a person does at the NAS meanwhile: a text file with lines such as at 12: pause"
              + " 3, explained in docs/simulator.md.")
  @Nullable
  public Path script;

  public List<Behaviour> behaviours() {
    try {
      return behaviours.stream().flatMap(text -> Behaviour.parseAll(text).stream()).toList();
    } catch (BehaviourException e) {
      throw Usage.bad(
          "--behave " + e.getMessage(),
          "there are: " + String.join(", ", Behaviour.forms()) + "; each may end in @ID");
    }
  }

  public Script script() {
    if (script == null) {
      return Script.EMPTY;
    }
    try {
      return Script.parse(Files.readString(script));
    } catch (ScriptException e) {
      throw unusable(
          String.valueOf(e.getMessage()),
          new Location.InFile(script.toString(), e.line(), 1),
          "a person can: " + String.join(", ", Script.deeds()),
          e);
    } catch (IOException e) {
      String why =
          e instanceof NoSuchFileException ? "no such file" : "it is not a readable text file";
      throw unusable(
          "the script %s cannot be read: %s".formatted(script, why),
          null,
          "name a text file, such as one with the line: at 12: pause 3",
          e);
    }
  }

  private static DiagnosticException unusable(
      String message, @Nullable Location where, String hint, Exception cause) {
    return new DiagnosticException(
        FailureKind.BAD_INPUT,
        Diagnostic.error(DiagnosticCode.SCRIPT_UNUSABLE, message, where, hint),
        cause);
  }
}
