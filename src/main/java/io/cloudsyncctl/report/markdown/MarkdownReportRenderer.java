package io.cloudsyncctl.report.markdown;

import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.ReportRenderer;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Headline;
import io.cloudsyncctl.report.wording.Quantity;
import io.cloudsyncctl.report.wording.Summary;
import io.cloudsyncctl.report.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A run as Markdown, for a comment on a code host: what a reviewer has to know first, the worst
 * risk first, and everything else folded. There is no time in it, so that equal plans give equal
 * comments; its first line is a mark by which a comment is found again and replaced.
 *
 * <p>It never exceeds its budget. Each change has a line as long as there is room, the worst first;
 * what room is left goes to their details, the worst first again; what found no room is counted.
 */
public final class MarkdownReportRenderer implements ReportRenderer {
  /** Most bytes where nobody says otherwise: GitHub's comments hold 65,536 characters. */
  public static final int DEFAULT_BUDGET = 60_000;

  /** Below this not even the heading is certain to fit. */
  public static final int SMALLEST_BUDGET = 4_000;

  /** What the line about what was left out may take. */
  private static final int RESERVED = 400;

  private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

  private final int budget;

  /**
   * A renderer.
   *
   * @param budget how many bytes of UTF-8 a report may have, at least {@link #SMALLEST_BUDGET}
   */
  public MarkdownReportRenderer(int budget) {
    this.budget = Math.max(budget, SMALLEST_BUDGET);
  }

  /** The first line of every report of a verb, by which a comment is found again. */
  public static String mark(Verb verb) {
    return "<!-- cloudsyncctl " + verb.name().toLowerCase(Locale.ROOT).replace('_', '-') + " -->";
  }

  @Override
  public String render(RunReport report) {
    String head = MarkdownHead.of(report, budget / 4);
    String tail = MarkdownTail.of(report, budget / 4);
    int room = budget - bytes(head) - bytes(tail) - RESERVED;
    // No foreign text holds a line feed, so only our own empty lines become fewer.
    String text = EMPTY_LINES.matcher(head + changes(report, room) + tail).replaceAll("\n\n");
    return bytes(text) <= budget ? text : outcome(report);
  }

  /** Where the text that others chose leaves no room: what a reader has to know. */
  private static String outcome(RunReport report) {
    return mark(report.verb())
        + "\n### "
        + Headline.of(report)
        + "\n\n"
        + "**All else was left out for want of room.** The text of the run and the reports of the"
        + " other kinds have it.\n";
  }

  private static String changes(RunReport report, int room) {
    List<MarkdownChange> changes = changes(report);
    Verb verb = report.verb();
    changes.sort(Comparator.comparing(MarkdownChange::risk).reversed());
    List<String> shown = new ArrayList<>();
    int left = room;
    Risk section = null;
    for (MarkdownChange change : changes) {
      String heading = change.risk() == section ? "" : heading(change.risk(), changes);
      String text = heading + change.line();
      if (bytes(text) > left) {
        break;
      }
      left -= bytes(text);
      section = change.risk();
      shown.add(text);
    }
    for (int i = 0; i < shown.size(); i++) {
      MarkdownChange change = changes.get(i);
      String text = shown.get(i).replace(change.line(), change.folded());
      int more = bytes(text) - bytes(shown.get(i));
      if (more > left) {
        break;
      }
      left -= more;
      shown.set(i, text);
    }
    return String.join("", shown)
        + "\n"
        + leftOut(changes.subList(shown.size(), changes.size()), verb);
  }

  private static String leftOut(List<MarkdownChange> changes, Verb verb) {
    if (changes.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("**Left out for want of room: ");
    text.append(Quantity.count(count(changes), Summary.noun(verb))).append("** (");
    List<String> counts = new ArrayList<>();
    for (Risk risk : List.of(Risk.values()).reversed()) {
      long count = count(changes.stream().filter(change -> change.risk() == risk).toList());
      if (count > 0) {
        counts.add(count + " " + (risk == Risk.NONE ? "without risk" : risk.word()));
      }
    }
    return text.append(String.join(", ", counts))
        .append("). The text of the run and the reports of the other kinds have them all.\n\n")
        .toString();
  }

  private static String heading(Risk risk, List<MarkdownChange> changes) {
    long count = count(changes.stream().filter(change -> change.risk() == risk).toList());
    String words = Wording.danger(risk);
    return "\n#### "
        + words.substring(0, 1).toUpperCase(Locale.ROOT)
        + words.substring(1)
        + " ("
        + count
        + ")\n\n";
  }

  private static long count(List<MarkdownChange> changes) {
    return changes.stream().mapToLong(MarkdownChange::count).sum();
  }

  /** Those that count; the others stand below, folded. */
  private static List<MarkdownChange> changes(RunReport report) {
    List<MarkdownChange> changes = new ArrayList<>();
    for (NasReport nas : report.nas()) {
      nas.outcome()
          .result()
          .ifPresent(plan ->
              Totals.shown(plan.counting(), report.verb())
                  .forEach(change -> changes.add(new MarkdownChange(change, report.verb()))));
    }
    return changes;
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
