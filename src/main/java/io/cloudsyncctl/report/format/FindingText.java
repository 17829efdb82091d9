package io.cloudsyncctl.report.format;

import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.History;
import io.cloudsyncctl.finding.Ignore;
import io.cloudsyncctl.finding.Standing;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.FindingWords;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Style;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;

/** What drift says below each difference: whose it is, since when, who has a word on it. */
public final class FindingText {
  private FindingText() {}

  /** Whether anything is known of any; else the summary says so once for all. */
  public static boolean isKnown(Collection<Finding> findings) {
    return findings.stream()
        .anyMatch(finding ->
            finding.attribution() != Attribution.UNATTRIBUTED
                || finding.history().isPresent()
                || !(finding.standing() instanceof Standing.Counts));
  }

  /** Adds the lines of one. */
  public static void add(Page page, int indent, Finding finding) {
    page.paragraph(
        Line.indented(indent).add("cause: ", Style.MUTED),
        FindingWords.cause(finding.attribution())
            + finding.history().map(history -> since(finding, history)).orElse(""),
        finding.attribution() == Attribution.UNATTRIBUTED ? Style.MUTED : Style.NOTICE);
    switch (finding.standing()) {
      case Standing.Counts _ -> {}
      case Standing.Ignored(Ignore ignore) ->
          page.paragraph(
              Line.indented(indent).add("ignored: ", Style.MUTED),
              "until " + ignore.expires() + ", " + owner(ignore),
              Style.PLAIN);
      case Standing.Lapsed(Ignore ignore) ->
          page.paragraph(
              Line.indented(indent).add("! counts again: ", Style.ATTENTION),
              "ignored until " + ignore.expires() + ", " + owner(ignore),
              Style.PLAIN);
    }
  }

  private static String owner(Ignore ignore) {
    return Escaper.escape(ignore.owner())
        + ": "
        + Escaper.sentence(ignore.reason())
        + " ("
        + LabelText.place(ignore.at())
        + ")";
  }

  private static String since(Finding finding, History history) {
    if (history.reports() == 1) {
      return ", new";
    }
    LocalDate day = history.firstSeen().atZone(ZoneOffset.UTC).toLocalDate();
    int returns = history.spells() - 1;
    String back =
        switch (returns) {
          case 0 -> "";
          case 1 -> ", came back once";
          default -> ", came back " + returns + " times";
        };
    return (returns == 0 ? ", since " : ", first seen ")
        + day
        + ", in "
        + history.reports()
        + " reports"
        + back;
  }
}
