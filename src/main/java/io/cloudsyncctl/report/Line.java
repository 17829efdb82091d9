package io.cloudsyncctl.report;

import java.util.ArrayList;
import java.util.List;

/** One line of output: pieces of escaped text, each with its style, and the columns they take. */
final class Line {
  private record Piece(String text, Style style) {}

  private final List<Piece> pieces = new ArrayList<>();
  private int width;

  private Line() {}

  static Line indented(int columns) {
    return new Line().padTo(columns);
  }

  Line add(String text) {
    return add(text, Style.PLAIN);
  }

  Line add(String text, Style style) {
    pieces.add(new Piece(text, style));
    width += DisplayWidth.of(text);
    return this;
  }

  /** Spaces up to a column; nothing where the line is there already. */
  Line padTo(int column) {
    return column > width ? add(" ".repeat(column - width)) : this;
  }

  int width() {
    return width;
  }

  String text(boolean colour) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.style.paint(piece.text, colour)));
    return text.toString().stripTrailing();
  }
}
