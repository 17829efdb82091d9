package io.cloudsyncctl.config.yaml;

import io.cloudsyncctl.diagnostic.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a YAML file and makes sure that they are a text of reasonable size. */
public final class YamlText {
  public static final int LIMIT = 4 * 1024 * 1024;

  private YamlText() {}

  /** The file's text; null where there is none, which is reported. */
  public static @Nullable String read(FileView view, Path file, String display, Problems problems) {
    Location.InFile start = new Location.InFile(display, 1, 1);
    byte[] bytes;
    try (InputStream in = view.open(file)) {
      bytes = in.readNBytes(LIMIT + 1);
    } catch (IOException e) {
      problems.add(
          ConfigCode.UNREADABLE_FILE,
          "the file cannot be read",
          start,
          "check that it is a file and that you may read it");
      return null;
    }
    if (bytes.length > LIMIT) {
      problems.add(
          ConfigCode.FILE_TOO_LARGE,
          "the file is larger than 4 MiB",
          start,
          "split it: one file for each NAS, with extends for what they share");
      return null;
    }
    if (bytes.length >= 2 && hasByteOrderMark(bytes)) {
      problems.add(
          ConfigCode.BYTE_ORDER_MARK,
          "the file starts with a byte order mark",
          start,
          "save it as UTF-8 without BOM");
      return null;
    }
    return decode(bytes, display, problems);
  }

  private static boolean hasByteOrderMark(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean utf8 = first == 0xef && second == 0xbb && bytes.length > 2 && (bytes[2] & 0xff) == 0xbf;
    return utf8 || (first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe);
  }

  private static @Nullable String decode(byte[] bytes, String display, Problems problems) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(in)
          .toString();
    } catch (CharacterCodingException e) {
      String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
      problems.add(
          ConfigCode.NOT_UTF_8,
          "the file is not UTF-8 text",
          endOf(before, display),
          "save it in the encoding UTF-8");
      return null;
    }
  }

  /** The place behind a text that starts a file. */
  static Location.InFile endOf(String before, String display) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < before.length(); i++) {
      if (before.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new Location.InFile(
        display, line, before.codePointCount(lineStart, before.length()) + 1);
  }
}
