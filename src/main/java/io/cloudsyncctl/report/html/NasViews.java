package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.finding.AssessedChange;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Escaper;

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
    return switch (nas.outcome()) {
      case NasOutcome.Done<AssessedPlan>(String _, AssessedPlan plan) ->
          done(report, nas, plan, id);
      case NasOutcome.Failed<AssessedPlan> failed -> failed(report, nas, failed, id);
    };
  }

  private static NasView done(RunReport report, NasReport nas, AssessedPlan plan, String id) {
    ImmutableList<AssessedChange> shown =
        ImmutableList.<AssessedChange>builder()
            .addAll(Totals.shown(plan.counting(), report.verb()))
            .addAll(plan.ignored().changes())
            .build();
    ChangeViews views = new ChangeViews(report.verb(), id);
    return new NasView(
        id,
        Escaper.escape(nas.nas()),
        NasStanding.badge(nas, report.verb()),
        NasStanding.sentence(nas, plan.plan(), report.verb()),
        direction(report.verb()),
        ImmutableList.of(),
        nas.applied().map(applied -> AppliedView.of(applied, report.verb())),
        ChangeGroup.of(shown, views),
        ObservationsView.of(plan),
        InventoryView.of(nas.parts()),
        files(nas));
  }

  private static NasView failed(
      RunReport report, NasReport nas, NasOutcome.Failed<?> failed, String id) {
    return new NasView(
        id,
        Escaper.escape(nas.nas()),
        new Badge(Tone.ALARM.css(), "✕", failure(failed.kind())),
        consequence(failed.kind()),
        "",
        MessageView.of(failed.diagnostics()),
        nas.applied().map(applied -> AppliedView.of(applied, report.verb())),
        ImmutableList.of(),
        ObservationsView.NOTHING,
        InventoryView.of(nas.parts()),
        files(nas));
  }

  private static ImmutableList<String> files(NasReport nas) {
    return nas.files().stream()
        .map(file -> Escaper.escape(file, 200))
        .collect(ImmutableList.toImmutableList());
  }

  private static String direction(Verb verb) {
    return switch (verb) {
      case PLAN, DRY_RUN, APPLY, UNDO -> "now → as declared";
      case DRIFT -> "on the NAS → as declared";
    };
  }

  static String failure(FailureKind kind) {
    return switch (kind) {
      case UNREACHABLE -> "unreachable";
      case BAD_INPUT -> "input to be fixed";
      case FAILED, REFUSED, PARTLY_APPLIED, USAGE -> "no plan";
    };
  }

  private static String consequence(FailureKind kind) {
    return switch (kind) {
      case UNREACHABLE -> "It could not be reached or refused the login: nothing is known of it.";
      case BAD_INPUT -> "It has no plan: fix the errors of its input first.";
      case FAILED, REFUSED, PARTLY_APPLIED, USAGE -> "It has no plan: nothing is known of it.";
    };
  }
}
