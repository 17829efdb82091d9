package io.cloudsyncctl.report.html;

import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Quantity;
import java.util.ArrayList;
import java.util.List;

/** How one NAS stands that could be read, in a badge and in a sentence. */
final class NasStanding {
  private NasStanding() {}

  static Badge badge(NasReport nas, Verb verb) {
    if (nas.applied().isPresent()) {
      var status = nas.applied().get().status();
      return Badge.of(AppliedView.tone(status), status.word());
    }
    Totals totals = Totals.of(nas, verb);
    return switch (totals.state()) {
      case AS_DECLARED -> Badge.of(Tone.CALM, "in sync");
      case IGNORED -> Badge.of(Tone.CALM, totals.ignored() + " ignored");
      case READ_IN_PART -> Badge.of(Tone.CAUTION, "not read in full");
      case DIFFERENT -> Badge.of(tone(totals), Quantity.count(totals.differing(), noun(verb)));
    };
  }

  static Tone tone(Totals totals) {
    return switch (totals.state()) {
      case AS_DECLARED, IGNORED -> Tone.CALM;
      case READ_IN_PART -> Tone.CAUTION;
      case DIFFERENT -> Tone.NOTICE.and(Badge.tone(totals.worst()));
    };
  }

  static String noun(Verb verb) {
    return switch (verb) {
      case PLAN, DRY_RUN, APPLY, UNDO -> "change";
      case DRIFT -> "difference";
    };
  }

  static String sentence(NasReport nas, Plan plan, Verb verb) {
    Totals totals = Totals.of(nas, verb);
    List<String> sentences = new ArrayList<>();
    switch (totals.state()) {
      case AS_DECLARED -> sentences.add("It is as declared" + limit(plan) + ".");
      case IGNORED ->
          sentences.add("Nothing that counts differs: it is as declared but for what is ignored.");
      case READ_IN_PART ->
          sentences.add("It cannot be read in full, so it is not known to be as declared.");
      case DIFFERENT -> sentences.add(sentence(totals, noun(verb)) + ".");
    }
    if (totals.state() == Totals.State.DIFFERENT && totals.unseen() > 0) {
      sentences.add("It cannot be read in full.");
    }
    if (totals.undeclared() > 0) {
      sentences.add(totals.undeclared() + " declared by nobody.");
    }
    if (totals.ignored() > 0) {
      sentences.add(Quantity.count(totals.ignored(), noun(verb)) + " ignored.");
    }
    if (totals.blocked() > 0) {
      sentences.add(totals.blocked() + " blocked, since more has to be declared first.");
    }
    return String.join(" ", sentences);
  }

  /** It is never better than what can be read of it. */
  private static String limit(Plan plan) {
    long unverifiable =
        plan.observations().stream().filter(Observation.Unverifiable.class::isInstance).count();
    return unverifiable == 0
        ? ""
        : " (" + Quantity.count(unverifiable, "setting") + " cannot be verified)";
  }

  /** {@code 2 of 14 changes may delete files}. */
  static String sentence(Totals totals, String noun) {
    long all = totals.differing();
    String what = Quantity.count(all, noun);
    if (totals.worst() == Risk.NONE) {
      return what + (all == 1 ? ", harmless" : ", all harmless");
    }
    String danger = danger(totals.worst(), totals.asBad() == 1);
    if (totals.asBad() < all) {
      return totals.asBad() + " of " + what + " " + danger;
    }
    return what + (all == 1 ? ", which " : ", all of which ") + danger;
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
