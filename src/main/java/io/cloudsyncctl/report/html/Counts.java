package io.cloudsyncctl.report.html;

import static java.util.Comparator.naturalOrder;

import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.model.Risk;
import io.cloudsyncctl.model.RiskFinding;
import io.cloudsyncctl.plan.Change;
import io.cloudsyncctl.report.NasReport;
import io.cloudsyncctl.report.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much differs: each change counts once, whatever the number of its settings, as in the text of
 * a plan.
 *
 * @param all what counts
 * @param ignored what does not
 * @param worst the worst class of what counts
 * @param asBad how many are of that class
 * @param blocked how many changes cannot be carried out as declared
 * @param manual how many a person has to do
 * @param unseen how much that is declared cannot be seen
 */
record Counts(
    long all, long ignored, Risk worst, long asBad, long blocked, long manual, long unseen) {

  static Counts of(NasReport nas) {
    return of(List.of(nas));
  }

  static Counts of(List<NasReport> reports) {
    Map<Change, Boolean> changes = new LinkedHashMap<>();
    long undeclared = 0;
    long ignored = 0;
    long unseen = 0;
    for (NasReport nas : reports) {
      for (Finding finding : nas.findings()) {
        boolean counts = finding.counts();
        switch (finding.difference()) {
          case Difference.OfSetting(Change.Update update, var _) ->
              changes.merge(update, counts, Boolean::logicalOr);
          case Difference.OfWhole(Change change) ->
              changes.merge(change, counts, Boolean::logicalOr);
          case Difference.Undeclared _ -> {
            undeclared += counts ? 1 : 0;
            ignored += counts ? 0 : 1;
          }
          case Difference.Unseen _ -> {
            unseen += counts ? 1 : 0;
            ignored += counts ? 0 : 1;
          }
        }
      }
    }
    List<Change> counting = changes.keySet().stream().filter(changes::get).toList();
    Risk worst = counting.stream().map(Counts::worst).max(naturalOrder()).orElse(Risk.NONE);
    return new Counts(
        counting.size() + undeclared,
        changes.size() - counting.size() + ignored,
        worst,
        counting.stream().filter(change -> worst(change) == worst).count(),
        counting.stream().filter(change -> change.blockedBy() != null).count(),
        counting.stream().filter(Change.Manual.class::isInstance).count(),
        unseen);
  }

  /** The worst that a change may do. */
  static Risk worst(Change change) {
    return change.risks().stream().map(RiskFinding::risk).max(naturalOrder()).orElse(Risk.NONE);
  }

  Tone tone() {
    return all == 0 ? Tone.CALM : Tone.NOTICE.and(Badge.tone(worst));
  }

  /** {@code 2 of 14 changes may delete files}. */
  String sentence(String noun) {
    String what = Quantity.count(all, noun);
    if (worst == Risk.NONE) {
      return all == 1 ? "1 " + noun + ", harmless" : what + ", all harmless";
    }
    String danger = NasStanding.danger(worst, asBad == 1);
    if (asBad < all) {
      return asBad + " of " + what + " " + danger;
    }
    return all == 1 ? what + ", which " + danger : what + ", all of which " + danger;
  }
}
