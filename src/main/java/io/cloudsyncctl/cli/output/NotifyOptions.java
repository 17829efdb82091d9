package io.cloudsyncctl.cli.output;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Reporter;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.notify.Notifier;
import io.cloudsyncctl.notify.Webhook;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.state.NotificationState;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --notify}. */
final class NotifyOptions {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Option(
      names = "--notify",
      paramLabel = "FORM=WHERE",
      converter = NotifyRequest.Converter.class,
      description =
          "Tell a webhook when something has changed since it was last told: json, slack, teams or"
              + " discord, and env:NAME or file:PATH that holds its URL. Never fails the run. May"
              + " be repeated.")
  List<NotifyRequest> requests = List.of();

  /** Tells every receiver what is new; what does not work is a warning and no more. */
  void tell(Console console, RunReport report, NotificationState told) {
    for (NotifyRequest request : requests) {
      Optional<Secret> address = request.address(console);
      Optional<String> failure =
          address.isEmpty()
              ? Optional.of("there is nothing in " + request.where())
              : tell(request, address.get(), report, told);
      failure.ifPresent(why ->
          Reporter.report(
              console,
              ImmutableList.of(
                  Diagnostic.warning(
                      DiagnosticCode.NOT_NOTIFIED,
                      "the notification to "
                          + request.kind().word()
                          + " at "
                          + request.where()
                          + " was not delivered: "
                          + why,
                      null,
                      "it is told again by the next run; the run itself is not affected"))));
    }
  }

  private static Optional<String> tell(
      NotifyRequest request, Secret address, RunReport report, NotificationState told) {
    try {
      String receiver = request.kind().word() + " " + request.where();
      return new Notifier(request.kind(), new Webhook(address, LIMIT), receiver, told).tell(report);
    } catch (UncheckedIOException e) {
      return Optional.of("what was told cannot be remembered: " + e.getMessage());
    }
  }
}
