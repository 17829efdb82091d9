package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a reader has to know in ten seconds.
 *
 * @param sentence the outcome of the run
 * @param more what stands below it
 */
public record HeadlineView(Tone tone, String sentence, ImmutableList<String> more) {

  static HeadlineView of(RunReport report) {
    List<NasReport> reached = new ArrayList<>();
    Map<FailureKind, List<String>> failed = new EnumMap<>(FailureKind.class);
    for (NasReport nas : report.nas()) {
      switch (nas.outcome()) {
        case NasOutcome.Done<AssessedPlan> _ -> reached.add(nas);
        case NasOutcome.Failed<AssessedPlan> failure ->
            failed
                .computeIfAbsent(failure.kind(), kind -> new ArrayList<>())
                .add(Escaper.escape(nas.nas(), 60));
      }
    }
    boolean whole = failed.isEmpty() && report.facts().cutShort().isEmpty();
    Tone tone = whole ? Tone.CALM : Tone.ALARM;
    List<String> parts = new ArrayList<>();
    List<String> more = new ArrayList<>();
    if (report.nas().isEmpty()) {
      tone = tone.and(worst(report.diagnostics()));
      parts.add(nothing(report.diagnostics()));
    } else if (!reached.isEmpty()) {
      boolean applied = reached.stream().anyMatch(nas -> nas.applied().isPresent());
      String what = differences(report, reached);
      tone = tone.and(tone(reached, report.verb()));
      parts.add(applied ? statuses(report, reached) : what);
      if (applied) {
        more.add("The plan was: " + what + ".");
      }
    }
    failed.forEach((kind, names) -> parts.add(failure(kind, names)));
    Totals totals = Totals.of(report);
    if (totals.blocked() > 0) {
      more.add(totals.blocked() + " blocked: more has to be declared before it can be written.");
    }
    if (totals.manual() > 0) {
      more.add(totals.manual() + " by hand: only a person can do this, in DSM.");
    }
    if (totals.undeclared() > 0) {
      more.add(totals.undeclared() + " declared by nobody, and never touched.");
    }
    if (totals.unseen() > 0) {
      more.add(totals.unseen() + " declared but not to be seen, so neither there nor absent.");
    }
    return new HeadlineView(tone, sentence(parts), ImmutableList.copyOf(more));
  }

  private static String sentence(List<String> parts) {
    String all = String.join("; ", parts);
    return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1);
  }

  private static Tone tone(List<NasReport> reached, Verb verb) {
    Tone tone = Tone.CALM;
    for (NasReport nas : reached) {
      tone = tone.and(NasStanding.tone(Totals.of(nas, verb)));
      if (nas.applied().isPresent()) {
        tone = tone.and(AppliedView.tone(nas.applied().get().status()));
      }
    }
    return tone;
  }

  /** What differs, and where. */
  private static String differences(RunReport report, List<NasReport> reached) {
    Totals totals = Totals.of(report);
    Verb verb = report.verb();
    String ignored = totals.ignored() > 0 ? ", " + totals.ignored() + " ignored" : "";
    if (totals.differing() > 0) {
      return NasStanding.sentence(totals, NasStanding.noun(verb))
          + " ("
          + where(in(Totals.State.DIFFERENT, reached, verb), report.nas().size())
          + ")"
          + ignored;
    }
    String none = verb == Verb.DRIFT ? "no drift" : "no changes";
    if (!ignored.isEmpty()) {
      none += " that counts" + ignored;
    }
    List<NasReport> unsure = in(Totals.State.READ_IN_PART, reached, verb);
    if (!unsure.isEmpty()) {
      return none + ", but not everything can be read (" + where(unsure, reached.size()) + ")";
    }
    return ignored.isEmpty()
        ? none
            + ": "
            + where(reached, reached.size())
            + (reached.size() == 1 ? " is" : " are")
            + " as declared"
        : none;
  }

  private static List<NasReport> in(Totals.State state, List<NasReport> reached, Verb verb) {
    return reached.stream().filter(nas -> Totals.of(nas, verb).state() == state).toList();
  }

  /** One is named, several are counted. */
  private static String where(List<NasReport> these, int of) {
    if (these.size() == 1) {
      return Escaper.escape(these.getFirst().nas(), 60);
    }
    return these.size() == of ? "all " + of + " NAS" : these.size() + " of " + of + " NAS";
  }

  private static String failure(FailureKind kind, List<String> names) {
    String who = names.size() == 1 ? names.getFirst() : names.size() + " NAS";
    return switch (kind) {
      case UNREACHABLE -> "unreachable: " + who;
      case BAD_INPUT -> "input to be fixed: " + who;
      case FAILED, REFUSED, PARTLY_APPLIED, USAGE -> "no plan: " + who;
    };
  }

  /** How an apply ended, the worst first. */
  private static String statuses(RunReport report, List<NasReport> reached) {
    Map<Applied.Status, Integer> counts = new EnumMap<>(Applied.Status.class);
    reached.forEach(
        nas -> nas.applied().ifPresent(applied -> counts.merge(applied.status(), 1, Integer::sum)));
    if (report.nas().size() == 1) {
      Applied.Status status = counts.keySet().iterator().next();
      return words(status) + " (" + Escaper.escape(report.nas().getFirst().nas(), 60) + ")";
    }
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<Applied.Status, Integer> entry) -> AppliedView.tone(entry.getKey()))
                .reversed())
        .map(entry -> entry.getValue() + " NAS " + entry.getKey().word())
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }

  private static String words(Applied.Status status) {
    return switch (status) {
      case NOTHING_TO_DO -> "nothing to do";
      case APPLIED -> "applied, and a new plan is empty";
      case MANUAL_STEPS_REMAIN -> "applied, what is left has to be done by hand";
      case REHEARSED -> "rehearsed on a simulated twin, nothing was changed";
      case NOT_APPROVED -> "not approved, nothing was changed";
      case REFUSED -> "refused, nothing was changed";
      case FAILED -> "failed, nothing was changed";
      case NOT_READ_IN_FULL -> "nothing is left to do, but not all that is declared can be read";
      case PARTLY_APPLIED -> "partly applied, not as declared";
      case NOT_BEGUN -> "not begun, nothing was changed";
    };
  }

  private static String nothing(List<Diagnostic> diagnostics) {
    long errors = diagnostics.stream().filter(one -> one.severity() == Severity.ERROR).count();
    return errors == 0
        ? "no NAS was looked at"
        : "no NAS was looked at: " + Quantity.count(errors, "error");
  }

  private static Tone worst(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(one -> one.severity() == Severity.ERROR)
        ? Tone.ALARM
        : Tone.CAUTION;
  }
}
