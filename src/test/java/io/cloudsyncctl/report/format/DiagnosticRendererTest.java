package io.cloudsyncctl.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What went wrong, as people read it. */
class DiagnosticRendererTest {
  private static final Location.InFile AT = new Location.InFile("office.yaml", 3, 7);

  @Test
  void diagnosticsKeepTheirOrderAndAreCounted() {
    String text =
        DiagnosticRenderer.render(
            List.of(
                Diagnostic.warning(DiagnosticCode.OVERLAPPING_PATHS, "two tasks overlap", AT, null),
                Diagnostic.error(
                    DiagnosticCode.UNKNOWN_KEY, "unknown key \"pasued\"", AT, "use paused"),
                Diagnostic.error(
                    DiagnosticCode.API_REFUSED,
                    "the login has no privilege",
                    new Location.OnNas("office", "list_conn", null),
                    null),
                Diagnostic.note(DiagnosticCode.RUN_UNFINISHED, "the record is new", null, null)),
            false);
    assertThat(text)
        .isEqualTo(
            """
            office.yaml:3:7: warning[overlapping-paths]: two tasks overlap
            office.yaml:3:7: error[unknown-key]: unknown key "pasued"
              hint: use paused
            office: list_conn: error[api-refused]: the login has no privilege
            note[run-unfinished]: the record is new
            2 errors, 1 warning, 1 note
            """);
  }

  @Test
  void nothingWrongIsNoText() {
    assertThat(DiagnosticRenderer.render(List.of(), true)).isEmpty();
  }

  @Test
  void everyPartIsEscaped() {
    String hostile = "\u001b]0;x\u0007\n";
    String text =
        DiagnosticRenderer.render(
            List.of(
                Diagnostic.error(
                    DiagnosticCode.UNKNOWN_KEY,
                    hostile,
                    new Location.InFile(hostile, 1, 2),
                    hostile)),
            false);
    String shown = "\\u{1B}]0;x\\u{7}\\u{A}";
    assertThat(text)
        .isEqualTo(
            shown + ":1:2: error[unknown-key]: " + shown + "\n  hint: " + shown + "\n1 error\n");
  }

  @Test
  void colourAddsNothingButColour() {
    List<Diagnostic> diagnostics =
        List.of(Diagnostic.error(DiagnosticCode.NOT_CONVERGED, "wrong", AT, "do it"));
    String colour = DiagnosticRenderer.render(diagnostics, true);
    assertThat(colour).contains("\u001b[1;31merror[not-converged]: \u001b[0mwrong");
    assertThat(colour.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(DiagnosticRenderer.render(diagnostics, false));
  }
}
