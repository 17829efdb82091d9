package io.cloudsyncctl.report.format;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.Quantity;
import io.cloudsyncctl.report.wording.Style;
import java.util.ArrayList;
import java.util.List;

/** Diagnostics as text, one line each and one for its hint, in the order given. */
public final class DiagnosticRenderer {
  private DiagnosticRenderer() {}

  /** The diagnostics and how many there are; nothing where there are none. */
  public static String render(List<Diagnostic> diagnostics, boolean colour) {
    if (diagnostics.isEmpty()) {
      return "";
    }
    Page page = new Page(TextOptions.DEFAULT_WIDTH);
    add(page, 0, diagnostics);
    page.add(Line.indented(0).add(count(diagnostics), Style.HEADING));
    return page.text(colour);
  }

  /** They are not wrapped, so that one can be searched for and an editor finds its place. */
  public static void add(Page page, int indent, List<Diagnostic> diagnostics) {
    for (Diagnostic one : diagnostics) {
      Line line = Line.indented(indent);
      Location location = one.location();
      if (location != null) {
        line.add(Escaper.escape(location.text()) + ": ", Style.HEADING);
      }
      line.add(one.severity().word() + "[" + one.code().id() + "]: ", style(one));
      page.add(line.add(Escaper.sentence(one.message())));
      String hint = one.hint();
      if (hint != null) {
        page.add(Line.indented(indent + 2).add("hint: ", Style.NOTICE).add(Escaper.sentence(hint)));
      }
    }
  }

  private static Style style(Diagnostic diagnostic) {
    return switch (diagnostic.severity()) {
      case ERROR -> Style.ATTENTION;
      case WARNING -> Style.CHANGED;
      case NOTE -> Style.NOTICE;
    };
  }

  private static String count(List<Diagnostic> diagnostics) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = diagnostics.stream().filter(one -> one.severity() == severity).count();
      if (count > 0) {
        parts.add(Quantity.count(count, severity.word()));
      }
    }
    return String.join(", ", parts);
  }
}
