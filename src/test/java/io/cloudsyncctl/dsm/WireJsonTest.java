package io.cloudsyncctl.dsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.setting.WireValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class WireJsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "-9223372036854775808",
        "9223372036854775808",
        "1.50",
        "\"\"",
        "\"a\\\"b\\\\c\\nü€😀/\"",
        "[]",
        "{}",
        "{\"b\":[1,{\"a\":null}],\"a\":\"x\"}"
      })
  void what_is_read_is_printed_as_it_was(String text) {
    assertThat(WireJson.print(WireJson.parse(text))).isEqualTo(text);
    assertThat(WireJson.print(WireJson.parse(text.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(text);
  }

  @Test
  void every_shape_has_its_type() {
    assertThat(WireJson.parse("{\"t\":\"x\",\"w\":1,\"d\":0.5,\"f\":false,\"n\":null,\"i\":[1]}"))
        .isEqualTo(
            new WireValue.Members(
                ImmutableMap.<String, WireValue>builder()
                    .put("t", WireValue.of("x"))
                    .put("w", WireValue.of(1))
                    .put("d", new WireValue.Decimal(new BigDecimal("0.5")))
                    .put("f", WireValue.of(false))
                    .put("n", new WireValue.Null())
                    .put("i", new WireValue.Items(ImmutableList.of(WireValue.of(1))))
                    .buildOrThrow()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,",
        "nul",
        "01",
        "NaN",
        "{\"a\":1,\"a\":2}",
        "1 2",
        "\"\\ud800\"",
        "'a'",
        "[1,]",
        "{a:1}",
        "// x\n1"
      })
  void what_is_no_json_is_refused(String text) {
    assertThatThrownBy(() -> WireJson.parse(text)).isInstanceOf(JacksonException.class);
  }

  @Test
  void depth_and_digits_are_limited() {
    int depth = WireJson.MAX_DEPTH;
    String deepest = "[".repeat(depth) + "]".repeat(depth);

    assertThat(WireJson.print(WireJson.parse(deepest))).isEqualTo(deepest);
    assertThatThrownBy(() -> WireJson.parse("[" + deepest + "]"))
        .isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> WireJson.parse("9".repeat(1000))).isInstanceOf(JacksonException.class);
  }

  @Test
  void bytes_that_are_no_utf8_are_refused() {
    assertThatThrownBy(() -> WireJson.parse(new byte[] {'"', (byte) 0xff, '"'}))
        .isInstanceOf(JacksonException.class);
  }
}
