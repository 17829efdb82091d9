package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.AssessedChange;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.Summary;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the NAS of a run ready to be shown. */
final class NasViews {
  private NasViews() {}

  /** The id of the section of a NAS: its name may hold anything. */
  static String id(int index) {
    return "nas-" + (index + 1);
  }

  static ImmutableList<NasView> of(RunReport report) {
    ImmutableList.Builder<NasView> views = ImmutableList.builder();
    for (int i = 0; i < report.nas().size(); i++) {
      views.add(of(report, report.nas().get(i), id(i)));
    }
    return views.build();
  }

  private static NasView of(RunReport report, NasReport nas, String id) {
    Verb verb = report.verb();
    return new NasView(
        id,
        Escaper.escape(nas.nas()),
        NasStanding.badge(nas, verb),
        Summary.of(nas.outcome(), verb, report.facts().baseline()).stream()
            .map(Summary.Sentence::text)
            .collect(Collectors.joining(" ")),
        direction(verb),
        nas.outcome() instanceof NasOutcome.Failed<?> failed
            ? MessageView.of(failed.diagnostics())
            : ImmutableList.of(),
        nas.applied().map(applied -> AppliedView.of(applied, verb)),
        nas.outcome()
            .result()
            .map(plan -> ChangeGroup.of(shown(plan, verb), new ChangeViews(verb, id)))
            .orElse(ImmutableList.of()),
        nas.outcome().result().map(ObservationsView::of).orElse(ObservationsView.NOTHING),
        InventoryView.of(nas.parts()),
        nas.files().stream()
            .map(file -> Escaper.escape(file, 200))
            .collect(ImmutableList.toImmutableList()));
  }

  private static ImmutableList<AssessedChange> shown(AssessedPlan plan, Verb verb) {
    return Stream.concat(
            Totals.shown(plan.counting(), verb).stream(), plan.ignored().changes().stream())
        .collect(ImmutableList.toImmutableList());
  }

  private static String direction(Verb verb) {
    return switch (verb) {
      case PLAN, DRY_RUN, APPLY, UNDO -> "now → as declared";
      case DRIFT -> "on the NAS → as declared";
    };
  }
}
