package io.cloudsyncctl.report.markdown;

import io.cloudsyncctl.report.wording.Quantity;
import java.util.List;

/** Lists that take no more room than there is. */
final class MarkdownList {
  private MarkdownList() {}

  /** Adds as many lines as fit, and says how many did not. */
  static void add(StringBuilder text, List<String> lines, int room, String noun) {
    if (lines.isEmpty()) {
      return;
    }
    int shown = fitting(lines, room);
    lines.subList(0, shown).forEach(text::append);
    if (shown < lines.size()) {
      text.append("- … and ")
          .append(Quantity.count(lines.size() - shown, "more " + noun))
          .append('\n');
    }
    text.append('\n');
  }

  /** How many of the lines, from the first, fit. */
  static int fitting(List<String> lines, int room) {
    int left = room;
    int shown = 0;
    for (String line : lines) {
      left -= MarkdownReportRenderer.bytes(line);
      if (left < 0) {
        break;
      }
      shown++;
    }
    return shown;
  }
}
