package io.cloudsyncctl.report.markdown;

import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.Ignore;
import io.cloudsyncctl.finding.Standing;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.RunFacts;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.wording.LabelText;
import java.util.ArrayList;
import java.util.List;

/** What stands below the changes: what is no change, folded, and how the report was made. */
final class MarkdownTail {
  private static final int SECTIONS = 6;

  private MarkdownTail() {}

  /**
   * The tail.
   *
   * @param room how many bytes its lists may take; what does not fit is counted
   */
  static String of(RunReport report, int room) {
    List<String> undeclared = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    List<String> unverifiable = new ArrayList<>();
    List<String> unmanaged = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    report.outcomes().stream()
        .flatMap(outcome -> outcome.result().stream())
        .flatMap(plan -> plan.counting().observations().stream())
        .forEach(observed -> {
          String address = "- " + MarkdownText.address(observed.observation().address());
          switch (observed.observation()) {
            case Observation.Unreadable one ->
                unreadable.add(
                    address
                        + ": "
                        + MarkdownText.sentence(one.why())
                        + " · "
                        + MarkdownText.place(one.at())
                        + "\n");
            case Observation.Unverifiable one ->
                unverifiable.add(
                    address
                        + ": "
                        + MarkdownText.code(one.setting().key())
                        + " last written "
                        + LabelText.time(one.writtenAt())
                        + "\n");
            case Observation.Unmanaged _ ->
                observed
                    .finding()
                    .ifPresentOrElse(
                        finding ->
                            undeclared.add(address + MarkdownText.causes(List.of(finding)) + "\n"),
                        () -> unmanaged.add(address + "\n"));
            case Observation.PathNotKept one ->
                remarks.add(address + ": " + MarkdownText.sentence(one.remark().text()) + "\n");
            case Observation.Remark one ->
                remarks.add(address + ": " + MarkdownText.sentence(one.text()) + "\n");
          }
        });
    int share = room / SECTIONS;
    StringBuilder text = new StringBuilder();
    if (!undeclared.isEmpty()) {
      text.append("#### Not declared, but on the NAS (").append(undeclared.size()).append(")\n\n");
      MarkdownList.add(text, undeclared, share, "of them");
    }
    fold(text, "Not readable, so neither there nor absent", unreadable, share);
    fold(text, "Ignored, so not counted", ignored(report), share);
    fold(text, "Unverifiable (no getter answers them)", unverifiable, share);
    fold(text, "Unmanaged, never touched", unmanaged, share);
    fold(text, "Remarks", remarks, share);
    return text.append(made(report)).toString();
  }

  private static List<String> ignored(RunReport report) {
    List<String> lines = new ArrayList<>();
    for (NasReport nas : report.nas()) {
      for (Finding finding : nas.findings()) {
        if (finding.standing() instanceof Standing.Ignored(Ignore ignore)) {
          Difference difference = finding.difference();
          Risk risk = difference.risk();
          lines.add(
              "- "
                  + MarkdownText.address(difference.address())
                  + " "
                  + MarkdownText.code(difference.aspect())
                  + (risk == Risk.NONE ? "" : ", " + risk.word())
                  + ": "
                  + MarkdownText.sentence(ignore.reason())
                  + " ("
                  + MarkdownText.code(ignore.owner())
                  + ", until "
                  + ignore.expires()
                  + ")\n");
        }
      }
    }
    return lines;
  }

  private static void fold(StringBuilder text, String title, List<String> lines, int room) {
    if (lines.isEmpty()) {
      return;
    }
    text.append("<details><summary>")
        .append(title)
        .append(" (")
        .append(lines.size())
        .append(")</summary>\n\n");
    MarkdownList.add(text, lines, room, "of them");
    text.append("</details>\n\n");
  }

  /** Without a time, so that an unchanged plan gives an unchanged comment. */
  private static String made(RunReport report) {
    RunFacts facts = report.facts();
    List<String> parts = new ArrayList<>();
    parts.add("cloudsyncctl " + MarkdownText.sentence(facts.toolVersion()));
    facts
        .git()
        .ifPresent(git ->
            parts.add(
                "commit "
                    + MarkdownText.code(git.commit().substring(0, 12))
                    + (git.changed() ? " with changes" : "")));
    facts.baseline().ifPresent(baseline -> parts.add("baseline " + MarkdownText.code(baseline)));
    parts.add("exit code " + facts.exitCode());
    return "<sub>" + String.join(" · ", parts) + "</sub>\n";
  }
}
