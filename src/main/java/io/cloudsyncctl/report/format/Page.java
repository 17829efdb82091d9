package io.cloudsyncctl.report.format;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.report.wording.DisplayWidth;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Style;
import java.util.ArrayList;
import java.util.List;

/** Lines of a given width. Colour is decided when it is printed, so it never moves anything. */
public final class Page {
  /** How much room a wrapped text gets at least, however far it is indented. */
  private static final int NARROWEST = 20;

  private final List<Line> lines = new ArrayList<>();
  private final int width;

  public Page(int width) {
    this.width = width;
  }

  public int width() {
    return width;
  }

  public void add(Line line) {
    lines.add(line);
  }

  /** An empty line, unless there is one already. */
  public void blank() {
    if (!lines.isEmpty() && lines.getLast().width() > 0) {
      lines.add(Line.indented(0));
    }
  }

  /** A line with the place it is about at the right edge, below it where there is no room. */
  public void add(Line line, Location.InFile at) {
    String where = LabelText.place(at);
    int start = width - DisplayWidth.of(where);
    lines.add(line);
    if (start >= line.width() + 2) {
      line.padTo(start).add(where, Style.MUTED);
    } else {
      lines.add(Line.indented(Math.max(start, 8)).add(where, Style.MUTED));
    }
  }

  /** Text wrapped at spaces, its lines below one another; a longer word is not broken. */
  public void paragraph(Line start, String escaped, Style style) {
    int left = start.width();
    int room = Math.max(width - left, NARROWEST);
    Line line = start;
    for (String row : wrap(escaped, room)) {
      lines.add(line.add(row, style));
      line = Line.indented(left);
    }
  }

  private static List<String> wrap(String text, int room) {
    List<String> rows = new ArrayList<>();
    StringBuilder row = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!row.isEmpty() && DisplayWidth.of(row + " " + word) > room) {
        rows.add(row.toString());
        row.setLength(0);
      } else if (!row.isEmpty()) {
        row.append(' ');
      }
      row.append(word);
    }
    rows.add(row.toString());
    return rows;
  }

  public String text(boolean colour) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text(colour)).append('\n'));
    return text.toString();
  }
}
