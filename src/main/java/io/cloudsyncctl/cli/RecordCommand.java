package io.cloudsyncctl.cli;

import io.cloudsyncctl.apply.JournaledRun;
import io.cloudsyncctl.apply.RecordRebuild;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.NasTarget;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.state.JournalFolder;
import io.cloudsyncctl.state.RecordFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code record}. */
@Command(
    name = "record",
    description =
        "Make the record of write-only settings anew from the journals of a NAS, where it was lost."
            + " Talks to no NAS.")
final class RecordCommand implements Callable<Integer> {
  @Mixin FileOptions files = new FileOptions();
  @Mixin StateOptions state = new StateOptions();

  private final Console console;

  RecordCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    FleetWork.Input input = FleetWork.load(console, files, false);
    List<ExitCode> codes = input.codes();
    boolean several = input.states().size() > 1;
    for (DesiredState desired : input.states()) {
      rebuild(desired.nas(), several);
    }
    return ExitCode.worst(codes).number();
  }

  private void rebuild(NasTarget nas, boolean several) {
    List<JournaledRun> runs =
        JournalFolder.below(state.journals(nas, false, console)).stream()
            .map(JournaledRun::read)
            .toList();
    Path path = state.path(nas, false, several, console);
    String identity = StateOptions.identity(nas, false);
    SettingsRecord rebuilt = RecordRebuild.from(identity, runs);
    SettingsRecord record =
        rebuilt.declaring(later(rebuilt.declared(), declaredSoFar(path, identity)));
    try {
      new RecordFile(path).save(record);
    } catch (IOException e) {
      throw new UncheckedIOException("the record " + path + " cannot be written", e);
    }
    console
        .out()
        .println(
            nas.name()
                + ": "
                + count(record.tasks().size(), "task")
                + " from "
                + count(runs.size(), "run")
                + ", written to "
                + path);
    console.out().flush();
  }

  private static Optional<SettingsRecord.Declared> later(
      Optional<SettingsRecord.Declared> some, Optional<SettingsRecord.Declared> other) {
    return Stream.of(some, other)
        .flatMap(Optional::stream)
        .max(Comparator.comparing(SettingsRecord.Declared::at));
  }

  /** An apply that found all as declared leaves no journal, so the old file may know more. */
  private static Optional<SettingsRecord.Declared> declaredSoFar(Path path, String identity) {
    try {
      return new RecordFile(path).load(identity).declared();
    } catch (DiagnosticException e) {
      return Optional.empty();
    }
  }

  private static String count(int number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }
}
