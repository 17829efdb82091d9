package io.cloudsyncctl.state;

import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/** What the first and the last lines of a journal tell, without the many between them. */
final class JournalEnd {
  /** Enough for the first line, and mostly for all that follows the end. */
  private static final int PIECE = 16 * 1024;

  private static final String END = "{\"event\":\"end\"";
  private static final String SETTLED = "{\"event\":\"settled\"";

  private JournalEnd() {}

  /** Whether it is a journal of this version, and says that its run left nothing. */
  static boolean isGood(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      long size = channel.size();
      if (!begins(piece(channel, 0, Math.min(size, PIECE)))) {
        return false;
      }
      long tail = Math.max(0, size - PIECE);
      // What was declared may stand behind the end, and be long.
      return closes(piece(channel, tail, size - tail), tail > 0)
          || (tail > 0 && closes(piece(channel, 0, size), false));
    }
  }

  private static JournalText piece(FileChannel channel, long from, long length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length));
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
      // More of it may come.
    }
    byte[] read = new byte[bytes.position()];
    bytes.flip().get(read);
    return new JournalText(read);
  }

  private static boolean begins(JournalText text) {
    return fields(text, 0).filter(JournalFile::isStart).isPresent();
  }

  /**
   * Whether one of the lines says so.
   *
   * @param cut whether the first of them is only the end of a line
   */
  private static boolean closes(JournalText text, boolean cut) {
    int start = cut ? text.endOfLine(0) + 1 : 0;
    while (start < text.length()) {
      boolean end = text.startsWith(start, END);
      if (end || text.startsWith(start, SETTLED)) {
        Optional<JsonFields> fields = fields(text, start);
        if (fields.isPresent() && (end ? endsWell(fields.get()) : isOfAll(fields.get()))) {
          return true;
        }
      }
      start = text.endOfLine(start) + 1;
    }
    return false;
  }

  private static boolean endsWell(JsonFields end) {
    try {
      return JournalFile.isGoodEnd(end.text("status"));
    } catch (WireFormatException e) {
      return false;
    }
  }

  /** A line about one connection leaves the others. */
  private static boolean isOfAll(JsonFields settled) {
    return !settled.has("connection");
  }

  private static Optional<JsonFields> fields(JournalText text, int start) {
    return text.json(start, text.endOfLine(start))
        .filter(WireValue.Members.class::isInstance)
        .map(members -> new JsonFields((WireValue.Members) members));
  }
}
