package io.cloudsyncctl.report.html;

import io.cloudsyncctl.model.Risk;
import io.cloudsyncctl.plan.Observation;
import io.cloudsyncctl.plan.Plan;
import io.cloudsyncctl.report.NasReport;
import io.cloudsyncctl.report.Quantity;
import io.cloudsyncctl.report.Verb;
import java.util.ArrayList;
import java.util.List;

/** How one NAS stands that could be read, in a badge and in a sentence. */
final class NasStanding {
  private NasStanding() {}

  static Badge badge(NasReport nas, Plan plan, Verb verb) {
    if (nas.applied().isPresent()) {
      var status = nas.applied().get().status();
      return Badge.of(AppliedView.tone(status), status.word());
    }
    Counts counts = Counts.of(nas);
    if (counts.all() == 0) {
      return plan.inSync()
          ? Badge.of(Tone.CALM, "in sync")
          : Badge.of(Tone.CAUTION, "not read in full");
    }
    return Badge.of(counts.tone(), Quantity.count(counts.all(), noun(verb)));
  }

  static String noun(Verb verb) {
    return switch (verb) {
      case PLAN, DRY_RUN, APPLY, UNDO -> "change";
      case DRIFT -> "difference";
    };
  }

  static String sentence(NasReport nas, Plan plan, Verb verb) {
    Counts counts = Counts.of(nas);
    List<String> sentences = new ArrayList<>();
    if (counts.all() > 0) {
      sentences.add(counts.sentence(noun(verb)) + ".");
    } else if (counts.ignored() == 0) {
      sentences.add(
          plan.inSync()
              ? "It is as declared" + limit(plan) + "."
              : "It cannot be read in full, so it is not known to be as declared.");
    } else {
      sentences.add("Nothing that counts differs.");
    }
    if (counts.ignored() > 0) {
      sentences.add(Quantity.count(counts.ignored(), noun(verb)) + " ignored.");
    }
    if (counts.blocked() > 0) {
      sentences.add(counts.blocked() + " blocked, since more has to be declared first.");
    }
    return String.join(" ", sentences);
  }

  /** It is never better than what can be read of it. */
  private static String limit(Plan plan) {
    long unverifiable =
        plan.observations().stream().filter(Observation.Unverifiable.class::isInstance).count();
    return unverifiable == 0
        ? ""
        : ", as far as it tells (" + Quantity.count(unverifiable, "unverifiable setting") + ")";
  }

  /** What the worst changes of a class may do, after their number. */
  static String danger(Risk risk, boolean one) {
    return switch (risk) {
      case NONE -> one ? "is harmless" : "are harmless";
      case TRAFFIC -> "may cause a large transfer";
      case UNVERIFIABLE -> "cannot be judged, the value before being unknown";
      case DISCONNECT -> one ? "removes a task or connection" : "remove tasks or connections";
      case DATA_LOSS -> "may delete files";
    };
  }
}
