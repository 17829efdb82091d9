package io.cloudsyncctl.state;

import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.setting.WireValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The bytes of a journal as lines. The last line may be cut off, in the middle of a character even:
 * the run was killed while it was written, or the disk was full. A line that is whole ends with the
 * brace of its object, so what is cut off never reads as JSON.
 */
final class JournalText {
  private final byte[] bytes;

  JournalText(byte[] bytes) {
    this.bytes = bytes;
  }

  int length() {
    return bytes.length;
  }

  /** Where the line that begins here ends, without its line feed. */
  int endOfLine(int start) {
    int end = start;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  /** Whether nothing follows a line that ends here. */
  boolean isLast(int end) {
    return end + 1 >= bytes.length;
  }

  /** Where the last line begins. */
  int lastLine() {
    int start = Math.max(0, bytes.length - 1);
    while (start > 0 && bytes[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  /** Whether a line begins with an ASCII text. */
  boolean startsWith(int start, String text) {
    if (start + text.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[start + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The line as JSON; empty where it is none. */
  Optional<WireValue> json(int start, int end) {
    try {
      ByteBuffer line = ByteBuffer.wrap(bytes, start, end - start);
      return Optional.of(
          WireJson.parse(StandardCharsets.UTF_8.newDecoder().decode(line).toString()));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** How much of it stands in whole lines; the last may lack its line feed. */
  int whole() {
    int last = lastLine();
    return json(last, endOfLine(last)).isPresent() ? bytes.length : last;
  }

  /** Whether a line would be glued to the one before it. */
  boolean lacksLineFeed() {
    int whole = whole();
    return whole > 0 && bytes[whole - 1] != '\n';
  }
}
