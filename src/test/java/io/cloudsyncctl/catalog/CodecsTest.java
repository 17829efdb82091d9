package io.cloudsyncctl.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.model.setting.WireCodec;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a value stands on the wire, and what is no such value. */
class CodecsTest {
  private static final String WEEK = "01".repeat(84);

  /** A codec, a value, and how it stands on the wire. */
  record Form<T>(WireCodec<T> codec, T value, WireValue wire) {
    void assertBothWays() throws WireFormatException {
      assertThat(codec.encode(value)).isEqualTo(wire);
      assertThat(codec.decode(wire)).isEqualTo(value);
    }
  }

  static Stream<Form<?>> forms() {
    return Stream.of(
        new Form<>(Codecs.BOOLEAN, true, WireValue.of(true)),
        new Form<>(Codecs.BOOLEAN, false, WireValue.of(false)),
        new Form<>(new Codecs.EnableDisableCodec(), true, WireValue.of("enable")),
        new Form<>(new Codecs.EnableDisableCodec(), false, WireValue.of("disable")),
        new Form<>(Codecs.WHOLE_NUMBER, -1L, WireValue.of(-1)),
        new Form<>(Codecs.TEXT, "", WireValue.of("")),
        new Form<>(
            new Codecs.TextListCodec(),
            ImmutableList.of("b", "a", "b"),
            WireValue.Items.ofTexts(List.of("b", "a", "b"))),
        new Form<>(
            TaskSettings.SYNC_DIRECTION.codec(),
            SyncDirection.ONLY_UPLOAD,
            WireValue.of("ONLY_UPLOAD")),
        new Form<>(new Codecs.WeekHoursCodec(), new WeekHours(WEEK), WireValue.of(WEEK)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aValueHasOneForm(Form<?> form) throws WireFormatException {
    form.assertBothWays();
  }

  /** A codec, and what is no value of it. */
  record Refused(WireCodec<?> codec, WireValue wire, String expected) {}

  static Stream<Refused> refused() {
    return Stream.of(
        new Refused(Codecs.BOOLEAN, WireValue.of("true"), "expected true or false"),
        new Refused(Codecs.BOOLEAN, WireValue.of(1), "expected true or false"),
        new Refused(
            new Codecs.EnableDisableCodec(),
            WireValue.of("enabled"),
            "expected \"enable\" or \"disable\", not another text"),
        new Refused(
            new Codecs.EnableDisableCodec(),
            WireValue.of(true),
            "expected \"enable\" or \"disable\""),
        new Refused(Codecs.WHOLE_NUMBER, WireValue.of("1"), "expected a whole number"),
        new Refused(
            Codecs.WHOLE_NUMBER,
            new WireValue.Decimal(new BigDecimal("1.5")),
            "expected a whole number"),
        new Refused(Codecs.TEXT, new WireValue.Null(), "expected text"),
        new Refused(new Codecs.TextListCodec(), WireValue.of("a"), "expected a list of texts"),
        new Refused(
            new Codecs.TextListCodec(),
            WireValue.Items.of(List.of(WireValue.of("a"), WireValue.of(1))),
            "expected a list of texts"),
        new Refused(
            TaskSettings.SYNC_DIRECTION.codec(),
            WireValue.of("UPLOAD"),
            "expected one of ONLY_UPLOAD, BIDIRECTION, ONLY_DOWNLOAD"),
        new Refused(
            new Codecs.WeekHoursCodec(),
            WireValue.of(WEEK + "0"),
            "expected 168 characters 0 or 1"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void anythingElseIsNotGuessed(Refused one) {
    assertThatThrownBy(() -> one.codec().decode(one.wire()))
        .isInstanceOf(WireFormatException.class)
        .hasMessageStartingWith(one.expected());
  }
}
