package io.cloudsyncctl.report.markdown;

import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Tally;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.ApplyWords;
import io.cloudsyncctl.report.wording.Headline;
import io.cloudsyncctl.report.wording.Quantity;
import io.cloudsyncctl.report.wording.RunWords;
import io.cloudsyncctl.report.wording.Summary;
import java.util.ArrayList;
import java.util.List;

/** What stands above the changes: the outcome, what went wrong, and each NAS in a table. */
final class MarkdownHead {
  private MarkdownHead() {}

  /**
   * The head.
   *
   * @param room how many bytes its lists may take; what does not fit is counted
   */
  static String of(RunReport report, int room) {
    StringBuilder text = new StringBuilder();
    text.append(MarkdownReportRenderer.mark(report.verb())).append('\n');
    text.append("### ").append(Headline.of(report)).append("\n\n");
    report
        .facts()
        .cutShort()
        .ifPresent(why ->
            text.append("> [!WARNING]\n> ")
                .append(RunWords.CUT_SHORT)
                .append(MarkdownText.sentence(why))
                .append(".\n\n"));
    alert(report, text);
    MarkdownList.add(text, errors(report), room / 2, "message");
    MarkdownList.add(text, failures(report), room / 2, "operation");
    if (report.nas().size() > 1) {
      addTable(report, text, room / 2);
    }
    return text.toString();
  }

  private static void alert(RunReport report, StringBuilder text) {
    long dangerous =
        report.outcomes().stream()
            .flatMap(outcome -> outcome.result().stream())
            .mapToLong(assessed -> assessed.plan().dangerous().size())
            .sum();
    if (dangerous > 0 && report.verb() != Verb.DRIFT) {
      text.append("> [!CAUTION]\n> ")
          .append(Quantity.count(dangerous, "change"))
          .append(dangerous == 1 ? " needs" : " need")
          .append(" consent: files may be deleted, or a task or connection is removed.\n\n");
    }
  }

  private static List<String> errors(RunReport report) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic diagnostic : report.diagnostics()) {
      if (diagnostic.severity() == Severity.NOTE) {
        continue;
      }
      Location location = diagnostic.location();
      String where = location == null ? "" : MarkdownText.code(location.text()) + ": ";
      String hint = diagnostic.hint();
      lines.add(
          "- **"
              + diagnostic.severity().word()
              + "** "
              + where
              + MarkdownText.sentence(diagnostic.message())
              + (hint == null ? "" : "; " + MarkdownText.sentence(hint))
              + "\n");
    }
    return lines;
  }

  /** What applying did, where not all of it went well. */
  private static List<String> failures(RunReport report) {
    List<String> lines = new ArrayList<>();
    for (NasReport nas : report.nas()) {
      nas.applied()
          .flatMap(Applied::result)
          .map(ApplyResult::outcomes)
          .filter(
              outcomes -> outcomes.stream().anyMatch(o -> !(o instanceof OperationOutcome.Done)))
          .ifPresent(outcomes -> outcomes.forEach(outcome -> lines.add(operation(outcome))));
    }
    return lines;
  }

  private static String operation(OperationOutcome outcome) {
    String what =
        MarkdownText.address(outcome.operation().address()) + ": " + outcome.operation().summary();
    String word = ApplyWords.word(outcome);
    return switch (outcome) {
      case OperationOutcome.Done _, OperationOutcome.Skipped _ -> "- " + word + ": " + what + "\n";
      case OperationOutcome.Failed failed ->
          "- **"
              + word
              + "**: "
              + what
              + ": "
              + MarkdownText.sentence(failed.diagnostic().message())
              + (failed.mayBeDone() ? ". " + ApplyWords.MAY_BE_DONE : "")
              + "\n";
    };
  }

  private static void addTable(RunReport report, StringBuilder text, int room) {
    text.append("| NAS | Result | Create | Update | Delete | By hand | Worst risk |\n")
        .append("| --- | --- | --: | --: | --: | --: | --- |\n");
    List<String> rows = report.nas().stream().map(nas -> row(nas, report.verb())).toList();
    int shown = MarkdownList.fitting(rows, room);
    rows.subList(0, shown).forEach(text::append);
    text.append('\n');
    if (shown < rows.size()) {
      text.append("… and ").append(rows.size() - shown).append(" more NAS.\n\n");
    }
  }

  private static String row(NasReport nas, Verb verb) {
    return switch (nas.outcome()) {
      case NasOutcome.Failed<AssessedPlan> _ ->
          "| "
              + MarkdownText.code(nas.nas())
              + " | **"
              + Summary.inShort(nas, verb)
              + "** | | | | | |\n";
      case NasOutcome.Done<AssessedPlan> _ -> {
        Totals totals = Totals.of(nas, verb);
        Tally tally = Tally.of(Totals.counting(List.of(nas.outcome()), verb));
        Risk worst = totals.worst();
        yield "| "
            + MarkdownText.code(nas.nas())
            + " | "
            + result(nas, totals, verb)
            + " | "
            + tally.create()
            + " | "
            + (tally.update() + tally.pause() + tally.resume())
            + " | "
            + tally.delete()
            + " | "
            + tally.manual()
            + " | "
            + (worst == Risk.NONE
                ? ""
                : worst.dangerous() ? "**" + worst.word() + "**" : worst.word())
            + " |\n";
      }
    };
  }

  private static String result(NasReport nas, Totals totals, Verb verb) {
    String words = Summary.inShort(nas, verb);
    boolean bad =
        nas.applied()
            .map(applied -> applied.status().failed())
            .orElse(totals.state() == Totals.State.READ_IN_PART);
    String undeclared =
        nas.applied().isEmpty() && totals.undeclared() > 0
            ? ", " + totals.undeclared() + " not declared"
            : "";
    return (bad ? "**" + words + "**" : words) + undeclared;
  }
}
