package io.cloudsyncctl.cli.command;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.apply.journal.Settlements;
import io.cloudsyncctl.apply.leftover.Leftover;
import io.cloudsyncctl.apply.leftover.Leftovers;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.option.StateFolderOption;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.FlagText;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.run.RunFinder;
import io.cloudsyncctl.state.Journal;
import io.cloudsyncctl.state.RunLock;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code runs settle}. */
@Command(
    name = "settle",
    description =
        "Dismiss what a run left, so that no later apply resumes a connection on its account. The"
            + " NAS is neither read nor changed: what is paused stays paused.")
public final class RunsSettleCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "RUN", description = "The id of the run, or its journal.")
  String run = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "CONNECTION",
      description =
          "A connection that the run left paused, by its name or its address; left out: all of"
              + " them.")
  List<String> connections = List.of();

  @Mixin StateFolderOption state = new StateFolderOption();

  @ParentCommand RunsCommand parent;

  private final Console console;

  public RunsSettleCommand(Console console) {
    this.console = console;
    this.parent = new RunsCommand(console);
  }

  @Override
  public Integer call() {
    RunFinder runs = (state.isSet() ? state : parent.state).runs(console);
    JournaledRun named = runs.run(run);
    try (RunLock _ = RunLock.take(runs.lock(named), named.nas())) {
      // What was written since the lock was free counts.
      settle(JournaledRun.read(named.path()));
    } catch (UncheckedIOException e) {
      throw new DiagnosticException(
          FailureKind.FAILED,
          Diagnostic.error(
              DiagnosticCode.STATE_UNWRITABLE,
              String.valueOf(e.getMessage()),
              null,
              "make its folder writable, and settle the run again"),
          e);
    }
    return ExitCode.OK.number();
  }

  private void settle(JournaledRun found) {
    String id = Escaper.escape(found.id());
    Leftovers leftovers = Leftovers.of(ImmutableList.of(found), console.clock().instant());
    if (leftovers.runs().isEmpty()) {
      say("There is nothing to settle: the run " + id + " left nothing, or it is settled already.");
      return;
    }
    Set<Leftover> dismissed = named(found, leftovers.open());
    Leftovers rest = leftovers.without(dismissed);
    try (Journal journal = Journal.append(console.journals(), found.path())) {
      dismissed.forEach(leftover ->
          add(journal, Settlements.of(leftover.connection(), Settlements.Why.DISMISSED)));
      if (rest.open().isEmpty()) {
        add(journal, Settlements.ofDismissed());
      }
    }
    if (!dismissed.isEmpty()) {
      say("Dismissed what the run " + id + " left paused:");
      dismissed.forEach(leftover -> say("  " + LabelText.address(leftover.address())));
      say(
          """
          No apply resumes it on account of that run any more. What is still paused stays
          paused until somebody resumes it in DSM or declares paused: false. It then syncs
          with what the run left there, so look at that first:
            cloudsyncctl show %s\
          """
              .formatted(Escaper.escape(FlagText.quoted(found.path().toString()))));
    }
    if (rest.open().isEmpty()) {
      say("The run " + id + " counts as dealt with.");
    } else {
      say("Still open of the run " + id + ":");
      rest.open().forEach(leftover -> say("  " + LabelText.address(leftover.address())));
    }
  }

  /** Those that were named; all where none was. */
  private Set<Leftover> named(JournaledRun found, ImmutableList<Leftover> open) {
    Set<Leftover> named = new LinkedHashSet<>(connections.isEmpty() ? open : List.of());
    for (String name : connections) {
      List<Leftover> meant = open.stream().filter(leftover -> leftover.isCalled(name)).toList();
      if (meant.size() != 1) {
        throw unclear(found, name, meant.isEmpty() ? open : meant, meant.isEmpty());
      }
      named.addAll(meant);
    }
    return named;
  }

  private static DiagnosticException unclear(
      JournaledRun found, String name, List<Leftover> candidates, boolean unknown) {
    String those =
        candidates.stream()
            .map(leftover -> '"' + leftover.address().text() + '"')
            .collect(Collectors.joining(", "));
    return new DiagnosticException(
        FailureKind.USAGE,
        unknown
            ? Diagnostic.error(
                DiagnosticCode.NOT_LEFT_PAUSED,
                "the run " + found.id() + " left no connection \"" + name + "\" paused",
                null,
                those.isEmpty()
                    ? "it left none paused; name none to dismiss the run"
                    : "it left paused: " + those)
            : Diagnostic.error(
                DiagnosticCode.SEVERAL_LEFT_PAUSED,
                "the run " + found.id() + " left several connections \"" + name + "\" paused",
                null,
                "name one by its address: " + those));
  }

  private void add(Journal journal, Map<String, WireValue> fields) {
    journal.add(Settlements.EVENT, console.clock().instant(), fields);
  }

  private void say(String line) {
    console.out().println(line);
    console.out().flush();
  }
}
