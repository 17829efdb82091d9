package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.Headline;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.RunWords;
import java.util.HashSet;
import java.util.Set;

/**
 * The whole report, ready to be shown: every text in it is escaped against what is invisible, and
 * not yet for HTML.
 *
 * @param run what kind of run it was, of how many NAS, and when
 * @param cutShort why the run did not come to its end, or nothing
 * @param messages what was told and stands nowhere else
 */
public record ReportView(
    String run,
    HeadlineView lead,
    String cutShort,
    TruthTable truth,
    ImmutableList<NasView> nas,
    ImmutableList<MessageView> messages,
    Provenance made,
    StyleSheet style) {

  static ReportView of(RunReport report) {
    return new ReportView(
        Headline.title(report.verb())
            + " of "
            + report.nas().size()
            + " NAS, "
            + LabelText.time(report.facts().started()),
        HeadlineView.of(report),
        report.facts().cutShort().map(why -> RunWords.CUT_SHORT + Escaper.sentence(why)).orElse(""),
        TruthTable.of(report.nas(), report.verb()),
        NasViews.of(report),
        MessageView.of(elsewhere(report)),
        Provenance.of(report.facts()),
        StyleSheet.OURS);
  }

  /** What stopped a NAS or an operation stands with it. */
  private static ImmutableList<Diagnostic> elsewhere(RunReport report) {
    Set<Diagnostic> shown = new HashSet<>();
    for (NasReport nas : report.nas()) {
      if (nas.outcome() instanceof NasOutcome.Failed<?> failed) {
        shown.addAll(failed.diagnostics());
      }
      nas.applied()
          .flatMap(Applied::result)
          .ifPresent(result -> {
            shown.addAll(result.notes());
            result
                .outcomes()
                .forEach(outcome -> {
                  if (outcome instanceof OperationOutcome.Failed failed) {
                    shown.add(failed.diagnostic());
                  }
                });
          });
    }
    return report.diagnostics().stream()
        .filter(diagnostic -> !shown.contains(diagnostic))
        .collect(ImmutableList.toImmutableList());
  }
}
