package io.cloudsyncctl.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that somebody else wrote does nothing to a terminal. */
class EscaperTest {

  @ParameterizedTest
  @CsvSource({
    "0000", "0007", "0008", "0009", "000A", "000D", "001B", "007F", "0085", "009B", "00A0", "00AD",
    "061C", "200B", "200E", "200F", "2028", "2029", "202A", "202B", "202C", "202D", "202E", "2060",
    "2066", "2067", "2068", "2069", "FEFF", "D800", "DFFF", "E0041"
  })
  void aCodePointThatHidesOrMovesTextBecomesVisible(String hexadecimal) {
    int codePoint = Integer.parseInt(hexadecimal, 16);
    String shown = "\\u{" + Integer.toHexString(codePoint).toUpperCase(Locale.ROOT) + "}";
    assertThat(Escaper.escape("a" + Character.toString(codePoint) + "b"))
        .isEqualTo("a" + shown + "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/test_share/WebDAV test/subfolder",
        "Größe",
        "ネットワーク　共有",
        "עברית",
        "👩‍👩‍👧 ❤️",
        "<script>alert(1)</script> | `code` \\ $HOME",
        ""
      })
  void ordinaryTextOfAnyScriptStaysAsItIs(String text) {
    assertThat(Escaper.escape(text)).isEqualTo(text);
  }

  @Test
  void aTextThatImitatesAnEscapeIsToldFromOne() {
    assertThat(Escaper.escape("\\u{1B}")).isEqualTo("\\u{5C}u{1B}");
  }

  @Test
  void aPageKeepsItsLinesAndItsEscapesAndHidesNothing() {
    assertThat(Escaper.page("a \\u{1B}\n\u001b[31mb\r\n"))
        .isEqualTo("a \\u{1B}\n\\u{1B}[31mb\\u{D}\n");
  }

  @Test
  void aLongTextIsCutAndSaysHowLongItIs() {
    assertThat(Escaper.escape("a".repeat(4096), 10)).isEqualTo("aaaaaaaaaa… (4096 characters)");
    assertThat(Escaper.escape("a".repeat(10), 10)).isEqualTo("a".repeat(10));
  }

  @Test
  void aCutNeverGoesThroughAnEscapeOrAPairOfSurrogates() {
    assertThat(Escaper.escape("ab\u001b[31m", 6)).isEqualTo("ab… (7 characters)");
    assertThat(Escaper.escape("😀😀😀", 3)).isEqualTo("😀… (3 characters)");
  }
}
