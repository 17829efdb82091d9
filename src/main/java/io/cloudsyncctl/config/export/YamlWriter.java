package io.cloudsyncctl.config.export;

/** Writes indented lines, as entries of lists and as comments where need be. */
final class YamlWriter {
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean commentedOut;
  private boolean startsItem;

  String text() {
    return text.toString();
  }

  void blank() {
    text.append(commentedOut ? "#\n" : "\n");
  }

  /** A line of YAML; what came from a NAS in it has been quoted. */
  void line(String line) {
    text.append(indent()).append(commentedOut ? "# " : "").append(line).append('\n');
  }

  /** A comment; what came from a NAS in it has been escaped. */
  void comment(String comment) {
    boolean starts = startsItem;
    startsItem = false;
    text.append(indent()).append("# ").append(comment).append('\n');
    startsItem = starts;
  }

  private String indent() {
    if (startsItem) {
      startsItem = false;
      return "  ".repeat(depth - 1) + (commentedOut ? "" : "- ");
    }
    return "  ".repeat(depth);
  }

  /** What is written inside is one level deeper. */
  void deeper(Runnable inside) {
    depth++;
    inside.run();
    depth--;
  }

  /** What is written inside is an entry of a list; its first line must not be a comment. */
  void item(Runnable inside) {
    depth++;
    startsItem = !commentedOut;
    if (commentedOut) {
      text.append("  ".repeat(depth - 1)).append("# -\n");
    }
    inside.run();
    depth--;
  }

  /** What is written inside is a comment throughout. */
  void commentedOut(Runnable inside) {
    boolean before = commentedOut;
    commentedOut = true;
    inside.run();
    commentedOut = before;
  }
}
