package io.cloudsyncctl.cli;

import io.cloudsyncctl.apply.ApplyListener;
import io.cloudsyncctl.apply.Operation;
import io.cloudsyncctl.apply.OperationOutcome;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.report.ApplyTextRenderer;
import io.cloudsyncctl.report.Escaper;
import io.cloudsyncctl.report.TextOptions;

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
