package io.cloudsyncctl.report.html;

import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Summary;

/** How much one NAS asks of a reader. */
final class NasStanding {
  private NasStanding() {}

  static Badge badge(NasReport nas, Verb verb) {
    String words = Summary.inShort(nas, verb);
    if (nas.outcome() instanceof NasOutcome.Failed<?>) {
      return new Badge(Tone.ALARM.css(), "✕", words);
    }
    return Badge.of(
        nas.applied()
            .map(applied -> AppliedView.tone(applied.status()))
            .orElseGet(() -> ofPlan(nas, verb)),
        words);
  }

  static Tone tone(NasReport nas, Verb verb) {
    if (nas.outcome() instanceof NasOutcome.Failed<?>) {
      return Tone.ALARM;
    }
    return nas.applied()
        .map(applied -> AppliedView.tone(applied.status()))
        .orElse(Tone.CALM)
        .and(ofPlan(nas, verb));
  }

  private static Tone ofPlan(NasReport nas, Verb verb) {
    Totals totals = Totals.of(nas, verb);
    return switch (totals.state()) {
      case AS_DECLARED, IGNORED -> Tone.CALM;
      case READ_IN_PART -> Tone.CAUTION;
      case DIFFERENT -> Tone.NOTICE.and(Badge.tone(totals.worst()));
    };
  }
}
