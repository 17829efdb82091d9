package io.cloudsyncctl.model.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPatternTest {

  @ParameterizedTest
  @CsvSource({
    "'',                  '',                   true",
    "'',                  a,                    false",
    "*,                   '',                   true",
    "office/Dropbox,      office/Dropbox,       true",
    "office/Dropbox,      office/Dropbox/a:/b,  false",
    "Dropbox,             office/Dropbox,       false",
    "office/Dropbox*,     office/Dropbox/a:/b,  true",
    "office/Dropbox/*,    office/Dropbox/a:/b,  true",
    "office/Dropbox/*,    office/Dropbox,       false",
    "*/package,           attic/package,        true",
    "*b*,                 abc,                  true",
    "a*b*c,               a b b c c,            true",
    "a*b*c,               a b b c d,            false",
    "?,                   é,                    true",
    "?,                   𝄞,                    true",
    "??,                  𝄞,                    false",
    "'office/Team \\*',   'office/Team *',      true",
    "'office/Team \\*',   office/Team Finance,  false",
    "'What\\?',           'What?',              true",
    "'What\\?',           Whats,                false",
    "'a\\\\*',            'a\\b',               true",
    "'a\\\\*',            'a*',                 false",
    "'a\\b',              'a\\b',               true",
    "'a\\',               'a\\',                true",
  })
  void aPatternMeansAnAddressAsAWhole(String pattern, String address, boolean meant) {
    assertThat(AddressPattern.of(pattern).matches(address)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Team *", "Team ?", "Team \\", "Team \\*", "a \"quoted\" name", "Team (*)"})
  void anExactPatternMeansItsAddressAndNoOther(String name) {
    Address address = Address.ofConnection("office", name, null);
    AddressPattern pattern = AddressPattern.of(AddressPattern.exactly(address));
    assertThat(pattern.matches(address)).isTrue();
    List<String> others = new ArrayList<>(List.of("Team Finance", "Team x", "Team \\x", "Team"));
    others.remove(name);
    assertThat(others)
        .noneMatch(other -> pattern.matches(Address.ofConnection("office", other, null)));
  }

  /** A regular expression that tries everything again for each star would not come back. */
  @Test
  void noPatternTakesLong() {
    String pattern = "*a".repeat(1000) + "b";
    assertThat(AddressPattern.of(pattern).matches("a".repeat(20_000))).isFalse();
    assertThat(AddressPattern.of("*".repeat(1000)).matches("a".repeat(20_000))).isTrue();
  }

  /** Each random pattern means what the regular expression of the same meaning does. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aPatternMeansWhatTheExpressionOfItsMeaningDoes(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      StringBuilder pattern = new StringBuilder();
      StringBuilder expression = new StringBuilder();
      for (int parts = random.nextInt(6); parts > 0; parts--) {
        switch (random.nextInt(6)) {
          case 0 -> append(pattern, "*", expression, ".*");
          case 1 -> append(pattern, "?", expression, ".");
          case 2 -> append(pattern, "\\*", expression, "\\*");
          case 3 -> append(pattern, "\\\\", expression, "\\\\");
          case 4 -> append(pattern, "a", expression, "a");
          default -> append(pattern, "b", expression, "b");
        }
      }
      String text =
          random
              .ints(random.nextInt(6), 0, 4)
              .mapToObj(c -> "ab*\\".substring(c, c + 1))
              .reduce("", String::concat);
      assertThat(AddressPattern.of(pattern.toString()).matches(text))
          .as("%s on %s", pattern, text)
          .isEqualTo(Pattern.matches(expression.toString(), text));
    }
  }

  private static void append(
      StringBuilder pattern, String written, StringBuilder expression, String meaning) {
    pattern.append(written);
    expression.append(meaning);
  }
}
