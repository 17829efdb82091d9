package io.cloudsyncctl.report.format;

import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.Ignore;
import io.cloudsyncctl.finding.Standing;
import io.cloudsyncctl.report.wording.FindingWords;
import io.cloudsyncctl.report.wording.Style;
import java.util.Collection;

/** What drift says below each difference: whose it is, since when, who has a word on it. */
public final class FindingText {
  private FindingText() {}

  /** Whether anything is known of any; else the summary says so once for all. */
  public static boolean isKnown(Collection<Finding> findings) {
    return findings.stream()
        .anyMatch(finding ->
            FindingWords.causeIsKnown(finding) || !(finding.standing() instanceof Standing.Counts));
  }

  /** Adds the lines of one. */
  public static void add(Page page, int indent, Finding finding) {
    page.paragraph(
        Line.indented(indent).add("cause: ", Style.MUTED),
        FindingWords.cause(finding),
        finding.attribution() == Attribution.UNATTRIBUTED ? Style.MUTED : Style.NOTICE);
    switch (finding.standing()) {
      case Standing.Counts _ -> {}
      case Standing.Ignored(Ignore ignore) ->
          page.paragraph(
              Line.indented(indent).add("ignored: ", Style.MUTED),
              FindingWords.until(ignore),
              Style.PLAIN);
      case Standing.Lapsed(Ignore ignore) ->
          page.paragraph(
              Line.indented(indent).add("! counts again: ", Style.ATTENTION),
              "ignored " + FindingWords.until(ignore),
              Style.PLAIN);
    }
  }
}
