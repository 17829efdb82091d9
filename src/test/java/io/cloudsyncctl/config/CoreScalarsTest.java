package io.cloudsyncctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.config.yaml.CoreResolver;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The core rules of YAML 1.2, and the traps of 1.1 that they avoid. */
class CoreScalarsTest {

  @ParameterizedTest
  @CsvSource({
    "true, Flag",
    "False, Flag",
    "on, Text",
    "yes, Text",
    "y, Text",
    "null, Null",
    "~, Null",
    "'', Null",
    "nil, Text",
    "12, Whole",
    "-12, Whole",
    "+12, Whole",
    "012, Whole",
    "0o14, Whole",
    "0x1F, Whole",
    "0b11, Text",
    "1_000, Text",
    "22:30, Text",
    "1.5, Decimal",
    ".5, Decimal",
    "1., Decimal",
    "1e3, Decimal",
    ".inf, Decimal",
    "-.INF, Decimal",
    ".nan, Decimal",
    "2027-01-31, Text",
    "1.2.3, Text",
    "tRUE, Text",
    "0o9, Text",
    "1e999999999, Decimal"
  })
  void plainScalarsAreWhatTheCoreRulesSay(String text, String kind) {
    assertThat(CoreResolver.resolve(text).getClass().getSimpleName()).isEqualTo(kind);
  }
}
