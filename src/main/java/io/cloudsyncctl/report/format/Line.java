package io.cloudsyncctl.report.format;

import io.cloudsyncctl.report.wording.DisplayWidth;
import io.cloudsyncctl.report.wording.Style;
import java.util.ArrayList;
import java.util.List;

/** One line of output: pieces of escaped text, each with its style, and the columns they take. */
public final class Line {
  private record Piece(String text, Style style) {}

  private final List<Piece> pieces = new ArrayList<>();
  private int width;

  private Line() {}

  public static Line indented(int columns) {
    return new Line().padTo(columns);
  }

  public Line add(String text) {
    return add(text, Style.PLAIN);
  }

  public Line add(String text, Style style) {
    width += DisplayWidth.of(text);
    if (!pieces.isEmpty() && pieces.getLast().style == style) {
      text = pieces.removeLast().text + text;
    }
    pieces.add(new Piece(text, style));
    return this;
  }

  /** Spaces up to a column; nothing where the line is there already. */
  public Line padTo(int column) {
    return column > width ? add(" ".repeat(column - width)) : this;
  }

  public int width() {
    return width;
  }

  /** The text without spaces at its end, the same with and without colour but for the colour. */
  String text(boolean colour) {
    StringBuilder plain = new StringBuilder();
    pieces.forEach(piece -> plain.append(piece.text));
    int left = plain.toString().stripTrailing().length();
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      int length = Math.min(left, piece.text.length());
      text.append(piece.style.paint(piece.text.substring(0, length), colour));
      left -= length;
    }
    return text.toString();
  }
}
