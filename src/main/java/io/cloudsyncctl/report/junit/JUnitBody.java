package io.cloudsyncctl.report.junit;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.AssessedChange;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.report.format.ChangeText;
import io.cloudsyncctl.report.format.FieldText;
import io.cloudsyncctl.report.format.Line;
import io.cloudsyncctl.report.format.Page;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.FindingWords;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Style;
import java.util.List;

/** One finding at length, as a person reads it in a CI job. */
final class JUnitBody {
  private static final int WIDTH = 100;

  private JUnitBody() {}

  /** Lines, the last one ended: before and after, risk, place, whose it is and since when. */
  static String of(Finding finding, Verb verb) {
    Page page = new Page(WIDTH);
    Difference difference = finding.difference();
    page.add(Line.indented(0).add(LabelText.address(difference.address())));
    switch (difference) {
      case Difference.OfSetting(Change.Update update, var field) -> {
        FieldText.add(page, 2, ImmutableList.of(field), List.of());
        String blocked = update.blocked();
        if (blocked != null) {
          page.paragraph(Line.indented(2), "! blocked: " + Escaper.sentence(blocked), Style.PLAIN);
        }
      }
      case Difference.OfWhole(Change change) ->
          ChangeText.add(page, new AssessedChange(change, ImmutableList.of(finding)), verb, false);
      case Difference.Unseen(var observation) -> {
        page.paragraph(Line.indented(2), FindingWords.what(difference, verb), Style.PLAIN);
        page.add(Line.indented(2).add("declared at " + LabelText.place(observation.at())));
      }
      case Difference.Undeclared _ ->
          page.paragraph(Line.indented(2), FindingWords.what(difference, verb), Style.PLAIN);
    }
    for (String line : FindingWords.judgements(finding, verb)) {
      page.paragraph(Line.indented(2), line, Style.PLAIN);
    }
    return page.text(false);
  }
}
