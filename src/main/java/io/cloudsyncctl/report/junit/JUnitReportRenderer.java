package io.cloudsyncctl.report.junit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.report.format.DiagnosticRenderer;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.ReportRenderer;
import io.cloudsyncctl.report.model.RunFacts;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.RunWords;
import io.cloudsyncctl.report.wording.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run as JUnit test results: a NAS is a suite, each part of it a case, and the run itself one
 * more. Valid by Jenkins' schema {@code junit-4.xsd}.
 */
public final class JUnitReportRenderer implements ReportRenderer {
  @Override
  public String render(RunReport report) {
    List<JUnitCase.Suite> suites = new ArrayList<>();
    suites.add(run(report));
    for (NasReport nas : report.nas()) {
      suites.add(
          new JUnitCase.Suite(
              Escaper.escape(nas.nas(), ValueText.LONGEST), JUnitCases.of(nas, report.verb()), ""));
    }
    return JUnitXml.write(
        suites,
        report.facts().took().toMillis() / 1000.0,
        report.facts().started().toString(),
        properties(report));
  }

  /** The run as a whole: errs where it was cut short, or has errors that belong to no NAS. */
  private static JUnitCase.Suite run(RunReport report) {
    ImmutableList<Diagnostic> errors = RunWords.errorsOfTheRun(report);
    List<Diagnostic> others =
        report.diagnostics().stream().filter(one -> one.severity() != Severity.ERROR).toList();
    JUnitCase.Verdict verdict =
        errors.isEmpty() && report.facts().cutShort().isEmpty() && !report.nas().isEmpty()
            ? new JUnitCase.Verdict.Passed()
            : new JUnitCase.Verdict.Erred("run", message(report, errors), text(errors));
    return new JUnitCase.Suite(
        "cloudsyncctl",
        ImmutableList.of(new JUnitCase("cloudsyncctl", "the run came to its end", verdict)),
        text(others));
  }

  private static String message(RunReport report, ImmutableList<Diagnostic> errors) {
    if (report.facts().cutShort().isPresent() || errors.isEmpty()) {
      return RunWords.CUT_SHORT + RunWords.why(report);
    }
    return JUnitCases.message(errors);
  }

  static String text(List<Diagnostic> diagnostics) {
    return diagnostics.isEmpty() ? "" : "\n" + DiagnosticRenderer.render(diagnostics, false);
  }

  private static ImmutableMap<String, String> properties(RunReport report) {
    RunFacts facts = report.facts();
    ImmutableMap.Builder<String, String> properties = ImmutableMap.builder();
    properties.put("command", report.verb().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    properties.put("tool_version", Escaper.escape(facts.toolVersion()));
    properties.put("exit_code", facts.exitCode() + ": " + RunWords.meaning(facts.exitCode()));
    facts
        .git()
        .ifPresent(git -> {
          properties.put("commit", Escaper.escape(git.commit()));
          git.branch().ifPresent(name -> properties.put("branch", Escaper.sentence(name)));
          properties.put("files_changed_since_commit", Boolean.toString(git.changed()));
        });
    facts.baseline().ifPresent(words -> properties.put("baseline", Escaper.sentence(words)));
    return properties.buildOrThrow();
  }
}
