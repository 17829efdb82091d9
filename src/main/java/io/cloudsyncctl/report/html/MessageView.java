package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.report.wording.Escaper;
import java.util.Collection;

/**
 * One message.
 *
 * @param place where, or nothing
 * @param hint what to do next, or nothing
 */
public record MessageView(Badge badge, String code, String text, String place, String hint) {

  static ImmutableList<MessageView> of(Collection<Diagnostic> diagnostics) {
    return diagnostics.stream().map(MessageView::of).collect(ImmutableList.toImmutableList());
  }

  static MessageView of(Diagnostic diagnostic) {
    Location location = diagnostic.location();
    String hint = diagnostic.hint();
    return new MessageView(
        Badge.of(tone(diagnostic.severity()), diagnostic.severity().word()),
        diagnostic.code().id(),
        Escaper.sentence(diagnostic.message()),
        location == null ? "" : Escaper.sentence(location.text()),
        hint == null ? "" : Escaper.sentence(hint));
  }

  private static Tone tone(Severity severity) {
    return switch (severity) {
      case ERROR -> Tone.ALARM;
      case WARNING -> Tone.CAUTION;
      case NOTE -> Tone.QUIET;
    };
  }
}
