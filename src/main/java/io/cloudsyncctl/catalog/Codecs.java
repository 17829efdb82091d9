package io.cloudsyncctl.catalog;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.ValueType.ChoiceType;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.model.setting.WireCodec;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.Optional;
import java.util.function.Function;

/** How the catalogue's types stand on the wire. */
final class Codecs {
  private Codecs() {}

  static final WireCodec<Boolean> BOOLEAN =
      new PlainCodec<>(WireValue.Flag.class, "true or false", WireValue.Flag::value, WireValue::of);

  static final WireCodec<Long> WHOLE_NUMBER =
      new PlainCodec<>(
          WireValue.Whole.class, "a whole number", WireValue.Whole::value, WireValue::of);

  static final WireCodec<String> TEXT =
      new PlainCodec<>(WireValue.Text.class, "text", WireValue.Text::value, WireValue::of);

  /** A value that stands on the wire as what it is. */
  private record PlainCodec<V extends WireValue, T>(
      Class<V> kind, String expected, Function<V, T> read, Function<T, WireValue> write)
      implements WireCodec<T> {
    @Override
    public T decode(WireValue wire) throws WireFormatException {
      if (kind.isInstance(wire)) {
        return read.apply(kind.cast(wire));
      }
      throw WireFormatException.expected(expected, wire);
    }

    @Override
    public WireValue encode(T value) {
      return write.apply(value);
    }
  }

  /** {@code "enable"} or {@code "disable"}, as {@code admin_mode} stands on the wire. */
  static final class EnableDisableCodec implements WireCodec<Boolean> {
    @Override
    public Boolean decode(WireValue wire) throws WireFormatException {
      if (wire instanceof WireValue.Text(String text)) {
        if (text.equals("enable")) {
          return true;
        }
        if (text.equals("disable")) {
          return false;
        }
        throw new WireFormatException("expected \"enable\" or \"disable\", not another text");
      }
      throw WireFormatException.expected("\"enable\" or \"disable\"", wire);
    }

    @Override
    public WireValue encode(Boolean value) {
      return WireValue.of(value ? "enable" : "disable");
    }
  }

  /** A list of strings, its order kept so that an undeclared list goes back as it was read. */
  static final class TextListCodec implements WireCodec<ImmutableList<String>> {
    @Override
    public ImmutableList<String> decode(WireValue wire) throws WireFormatException {
      if (!(wire instanceof WireValue.Items(ImmutableList<WireValue> items))) {
        throw WireFormatException.expected("a list of texts", wire);
      }
      ImmutableList.Builder<String> texts = ImmutableList.builder();
      for (WireValue item : items) {
        if (!(item instanceof WireValue.Text(String text))) {
          throw WireFormatException.expected("a list of texts", item);
        }
        texts.add(text);
      }
      return texts.build();
    }

    @Override
    public WireValue encode(ImmutableList<String> value) {
      return WireValue.Items.ofTexts(value);
    }
  }

  /** One of a few values, each as its choice says. */
  record ChoiceCodec<T>(ChoiceType<T> type) implements WireCodec<T> {
    @Override
    public T decode(WireValue wire) throws WireFormatException {
      Optional<T> value = type.ofWire(wire);
      if (value.isEmpty()) {
        throw WireFormatException.expected("one of " + String.join(", ", type.words()), wire);
      }
      return value.get();
    }

    @Override
    public WireValue encode(T value) {
      return type.wire(value);
    }
  }

  /** {@code schedule_info}: one string of 168 characters {@code 0} or {@code 1}. */
  static final class WeekHoursCodec implements WireCodec<WeekHours> {
    @Override
    public WeekHours decode(WireValue wire) throws WireFormatException {
      if (wire instanceof WireValue.Text(String text) && WeekHours.isValid(text)) {
        return new WeekHours(text);
      }
      throw WireFormatException.expected("168 characters 0 or 1", wire);
    }

    @Override
    public WireValue encode(WeekHours value) {
      return WireValue.of(value.bits());
    }
  }
}
