package io.cloudsyncctl.cli.command;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.apply.journal.JournaledRuns;
import io.cloudsyncctl.apply.journal.RecordRebuild;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.cli.option.FileOptions;
import io.cloudsyncctl.cli.option.StateOptions;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.run.RunInput;
import io.cloudsyncctl.run.StateStore;
import io.cloudsyncctl.state.JournalFolder;
import io.cloudsyncctl.state.RecordFile;
import io.cloudsyncctl.state.RunLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code record}. */
@Command(
    name = "record",
    description =
        "Rebuild the record of the last apply from the journals of a NAS, where it was lost,"
            + " or complete it. Talks to no NAS.")
public final class RecordCommand implements Callable<Integer> {
  @Mixin FileOptions files = new FileOptions();
  @Mixin StateOptions state = new StateOptions();

  private final Console console;

  public RecordCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    RunInput input =
        RunInput.load(told -> Reporter.report(console, told), files.declared(console), false);
    StateStore store = state.store(console, false);
    List<ExitCode> codes = input.codes();
    for (DesiredState desired : input.states()) {
      codes.add(rebuild(desired.nas(), input.several(), store));
    }
    return ExitCode.worst(codes).number();
  }

  private ExitCode rebuild(NasTarget nas, boolean several, StateStore store) {
    try (RunLock _ = RunLock.take(store.lock(nas), nas.name())) {
      return locked(nas, store, store.path(nas, several));
    } catch (DiagnosticException e) {
      Reporter.report(console, e.diagnostics());
      return ExitCode.of(e.kind());
    } catch (UncheckedIOException e) {
      Reporter.report(console, ImmutableList.of(unwritable(nas, String.valueOf(e.getMessage()))));
      return ExitCode.FAILED;
    }
  }

  private ExitCode locked(NasTarget nas, StateStore store, Path path) {
    Path folder = store.journals(nas);
    JournaledRuns found = JournaledRuns.read(JournalFolder.below(folder));
    Reporter.report(
        console, found.problems().stream().map(RecordCommand::hidesWhatItWrote).toList());
    List<JournaledRun> runs = found.sinceDamage();
    RecordFile file = new RecordFile(path);
    String identity = store.identity(nas);
    file.requireOf(identity);
    SettingsRecord before = file.load(identity);
    SettingsRecord after = RecordRebuild.from(before, runs);
    if (runs.isEmpty()) {
      tell(nas, "no run in " + folder + " tells anything, so " + path + " stays as it is");
    } else {
      try {
        file.save(after);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "the record " + path + " cannot be written: " + e.getMessage(), e);
      }
      tell(nas, told(before, after, runs) + ", written to " + path);
    }
    return found.problems().isEmpty() ? ExitCode.OK : ExitCode.BAD_INPUT;
  }

  private static String told(SettingsRecord before, SettingsRecord after, List<JournaledRun> runs) {
    int forgotten = Sets.difference(before.tasks().keySet(), after.tasks().keySet()).size();
    return count(after.tasks().size(), "task")
        + " from "
        + count(runs.size(), "run")
        + (before.tasks().isEmpty() ? "" : " and the record so far")
        + (forgotten == 0 ? "" : ", " + count(forgotten, "task") + " forgotten");
  }

  private void tell(NasTarget nas, String text) {
    console.out().println(nas.name() + ": " + text);
    console.out().flush();
  }

  /** What an earlier run wrote, this one may have written over. */
  private static Diagnostic hidesWhatItWrote(Diagnostic problem) {
    return Diagnostic.error(
        problem.code(),
        problem.message()
            + "; since it may have written over what earlier runs wrote, their journals are not"
            + " used either",
        problem.location(),
        "once the file is moved out of its folder they are; see then with plan that nothing of it"
            + " is wrong");
  }

  private static Diagnostic unwritable(NasTarget nas, String why) {
    return Diagnostic.error(
        DiagnosticCode.STATE_UNWRITABLE,
        why,
        new Location.OnNas(nas.name(), null, null),
        "make its folder writable, or name another with --state-dir or --record");
  }

  private static String count(int number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }
}
