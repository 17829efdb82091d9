package io.cloudsyncctl.cli.output;

import io.cloudsyncctl.apply.execute.ApplyListener;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.text.ApplyTextRenderer;
import io.cloudsyncctl.report.wording.Escaper;

/** Shows each operation as it ends. */
final class ApplyProgress implements ApplyListener {
  private final Console console;
  private final TextOptions options;

  ApplyProgress(Console console, TextOptions options) {
    this.console = console;
    this.options = options;
  }

  @Override
  public void starting(Operation operation, int number, int total) {}

  @Override
  public void waiting(Address connection, String why) {
    String sentence = "waiting for " + connection.text() + ": " + why;
    console.err().println(Escaper.sentence(sentence) + " ...");
    console.err().flush();
  }

  @Override
  public void ended(OperationOutcome outcome) {
    console.out().print(ApplyTextRenderer.outcome(outcome, options));
    console.out().flush();
  }
}
