package io.cloudsyncctl.report.wording;

import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.History;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What is known of a finding beside the difference itself, in a few words. */
public final class FindingWords {
  private FindingWords() {}

  /** {@code drift, since 2026-11-20 (4 reports)}; empty where nothing is known. */
  public static String of(Finding finding) {
    List<String> words = new ArrayList<>();
    if (finding.attribution() != Attribution.UNATTRIBUTED) {
      words.add(finding.attribution().word());
    }
    finding.history().map(FindingWords::since).ifPresent(words::add);
    return String.join(", ", words);
  }

  private static String since(History history) {
    String day = LocalDate.ofInstant(history.firstSeen(), ZoneOffset.UTC).toString();
    String again = history.spells() > 1 ? ", came back " + times(history.spells() - 1) : "";
    return "since " + day + " (" + Quantity.count(history.reports(), "report") + again + ")";
  }

  private static String times(int count) {
    return count == 1 ? "once" : count + " times";
  }
}
