package io.cloudsyncctl.report.ci;

import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.report.format.JsonText;
import io.cloudsyncctl.report.model.ReportRenderer;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Tally;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.RunWords;
import io.cloudsyncctl.report.wording.ValueText;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * GitLab's Terraform report, {@code {"create": n, "update": n, "delete": n}}, summed over all NAS.
 *
 * <p>Of drift it is what counts, each setting by itself. What is done by hand counts as created,
 * pausing and resuming as updating. Where a NAS has no plan the numbers would be too small, and
 * GitLab has no word for that: the report then holds an error in place of the numbers, and the
 * merge request shows that no plan could be made.
 */
public final class GitLabReportRenderer implements ReportRenderer {
  @Override
  public String render(RunReport report) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    String why = whyIncomplete(report);
    if (!why.isEmpty()) {
      return JsonText.print(node.put("error", why));
    }
    Tally tally = Tally.of(Totals.counting(report.outcomes(), report.verb()));
    return JsonText.print(
        node.put("create", tally.create() + tally.manual())
            .put("update", tally.update() + tally.pause() + tally.resume())
            .put("delete", tally.delete()));
  }

  /** Empty where every NAS of the run has a plan. */
  private static String whyIncomplete(RunReport report) {
    List<String> failed =
        report.outcomes().stream()
            .filter(NasOutcome.Failed.class::isInstance)
            .map(outcome -> Escaper.escape(outcome.nas(), ValueText.LONGEST))
            .toList();
    if (!failed.isEmpty()) {
      return "no plan of " + String.join(", ", failed);
    }
    if (RunWords.badInput(report) || report.nas().isEmpty()) {
      return "no plan of every NAS: " + RunWords.why(report);
    }
    return "";
  }
}
