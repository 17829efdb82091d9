package io.cloudsyncctl.properties;

import com.google.common.collect.ImmutableList;
import java.text.Normalizer;

/**
 * Texts that a NAS may hold: what people call things, and what breaks programs that were not
 * careful with YAML, Unicode, terminals or substitution.
 */
final class Words {
  private Words() {}

  static final ImmutableList<String> CONNECTION_NAMES =
      ImmutableList.of(
          "Dropbox",
          "Microsoft OneDrive",
          "dropbox",
          "B\u00fcro",
          "Bu\u0308ro",
          "123",
          "true",
          "null",
          "~",
          "yes",
          "1e3",
          "2026-01-01",
          "- dash",
          "a: b",
          "x # y",
          "say \"hi\"",
          "it's",
          "package",
          "nas/slash",
          "paren(x)",
          "back\\slash",
          "${env:HOME}",
          "$${x}",
          "\u65e5\u672c\u8a9e",
          "\ud83d\udce6 Archiv",
          "\u05e9\u05dc\u05d5\u05dd\u200f",
          "tab\there",
          "line\nbreak",
          "\u001b[31mred",
          " leading",
          "trailing ",
          "<script>alert(1)</script>",
          "*star",
          "&anchor",
          "!tag",
          "%percent",
          "@at",
          "[list]",
          "{map}",
          "|",
          "\u2028separator");

  static final ImmutableList<String> ACCOUNTS =
      ImmutableList.of(
          "ann@example.org",
          "bob",
          "corp\\user",
          "\u540d\u524d",
          "42",
          "o'neil",
          "",
          "a:b",
          "bucket-1");

  static final ImmutableList<String> FOLDERS =
      ImmutableList.of(
          "docs",
          "Docs",
          "My Files",
          "F\u00fc\u00dfe",
          "Fu\u0308\u00dfe",
          "a:b",
          "#x",
          "it's",
          "\u65e5\u672c",
          "x.y",
          "-",
          "\ud83d\udcc1",
          "${env:USER}",
          "true",
          "7");

  static final ImmutableList<String> FILTER_PATHS =
      ImmutableList.of(
          "/sub",
          "/sub/",
          "/sub/deeper",
          "/\u00dcber",
          "/U\u0308ber",
          "/",
          "/a b",
          "/#",
          "/${var:X}",
          "/SUB",
          "no-slash");

  static final ImmutableList<String> FILTER_NAMES =
      ImmutableList.of(
          "Thumbs.db",
          "thumbs.db",
          "~$doc",
          "caf\u00e9",
          "cafe\u0301",
          ".git",
          "a b",
          "true",
          "42",
          "null",
          "x: y");

  static final ImmutableList<String> FILTER_EXTENSIONS =
      ImmutableList.of(
          "iso",
          "ISO",
          ".iso",
          "mkv",
          "tmp",
          "bak",
          "\u00c4rger",
          "7z",
          "tar.gz",
          "no",
          "1",
          ".TMP");

  static final ImmutableList<String> STORAGE_CLASSES =
      ImmutableList.of("", "STANDARD", "STANDARD_IA", "GLACIER", "123", "true", "odd class");

  static final ImmutableList<String> STATUSES =
      ImmutableList.of(
          "uptodate",
          "syncing",
          "processing",
          "scanning",
          "connecting",
          "suspended",
          "error",
          "unlink",
          "pause",
          "pause",
          "pausing-soon");

  static final ImmutableList<String> PROVIDERS =
      ImmutableList.of("db", "od_v1", "gd", "wd", "az", "az", "az", "azure_cloud_storage", "new_1");

  static final ImmutableList<String> DIRECTIONS =
      ImmutableList.of("ONLY_UPLOAD", "BIDIRECTION", "ONLY_DOWNLOAD");

  /** The same text composed the other way, so that only its meaning is the same. */
  static String recomposed(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return composed.equals(text) ? Normalizer.normalize(text, Normalizer.Form.NFD) : composed;
  }

  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** How a path is compared: composed, without slashes at its end (the language's Identity). */
  static String path(String path) {
    String composed = composed(path);
    while (composed.length() > 1 && composed.endsWith("/")) {
      composed = composed.substring(0, composed.length() - 1);
    }
    return composed;
  }
}
