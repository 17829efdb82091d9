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

  /** {@code changed on the NAS, since 2026-11-20 (4 reports)}; empty where nothing is known. */
  public static String of(Finding finding) {
    List<String> words = new ArrayList<>();
    if (finding.attribution() != Attribution.UNATTRIBUTED) {
      words.add(cause(finding.attribution()));
    }
    finding.history().map(FindingWords::since).ifPresent(words::add);
    return String.join(", ", words);
  }

  /** How a difference came to be. */
  public static String cause(Attribution attribution) {
    return switch (attribution) {
      case DRIFT -> "changed on the NAS";
      case PENDING -> "not applied yet (YAML changed)";
      case BOTH -> "changed on both sides";
      case UNATTRIBUTED -> "unknown";
    };
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
