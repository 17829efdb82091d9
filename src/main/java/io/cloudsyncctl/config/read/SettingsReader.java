package io.cloudsyncctl.config.read;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.config.notation.Durations;
import io.cloudsyncctl.config.notation.Sizes;
import io.cloudsyncctl.config.schema.SchemaMessages;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Content;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.ValueType.BooleanType;
import io.cloudsyncctl.model.setting.ValueType.ChoiceType;
import io.cloudsyncctl.model.setting.ValueType.IntegerType;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.model.setting.ValueType.TextType;
import io.cloudsyncctl.model.setting.ValueType.Unit;
import io.cloudsyncctl.model.setting.ValueType.WeekHoursType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings of the catalogue. Values that the schema refuses are passed over here, so that
 * everything else in the file is still checked.
 */
final class SettingsReader {
  private final Problems problems;

  SettingsReader(Problems problems) {
    this.problems = problems;
  }

  /** The settings that a package, connection or task declares. */
  DeclaredSettings read(Node.Mapping subject, Iterable<Setting<?>> settings) {
    DeclaredSettings.Builder declared = DeclaredSettings.builder();
    for (Setting<?> setting : settings) {
      read(subject, setting, declared);
    }
    return declared.build();
  }

  @SuppressWarnings("unchecked")
  private <T> void read(
      Node.Mapping subject, Setting<T> setting, DeclaredSettings.Builder declared) {
    Node.Entry entry = entry(subject, setting.relativePath());
    if (entry == null || entry.value().isNull()) {
      return;
    }
    // The switch in value gives what the type of this setting holds.
    T value = (T) value(setting, entry.value());
    if (value != null) {
      declared.put(setting, new Declared<>(value, place(entry)));
    }
  }

  /** The value where it is short, else its key: there a reader finds it. */
  static Location.InFile place(Node.Entry entry) {
    return entry.value() instanceof Node.Scalar ? entry.value().at() : entry.key().at();
  }

  private static Node.@Nullable Entry entry(Node.Mapping subject, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return subject.entries().get(path);
    }
    Node.Mapping block = subject.mapping(path.substring(0, dot));
    return block == null ? null : block.entries().get(path.substring(dot + 1));
  }

  private @Nullable Object value(Setting<?> setting, Node node) {
    return switch (setting.type()) {
      case BooleanType _ ->
          node instanceof Node.Scalar scalar && scalar.content() instanceof Content.Flag(boolean on)
              ? on
              : null;
      case IntegerType type -> whole(setting.key(), type, node);
      case TextType _ ->
          node instanceof Node.Scalar scalar && scalar.isText() ? scalar.text() : null;
      case ChoiceType<?> type ->
          node instanceof Node.Scalar scalar && scalar.isText()
              ? type.ofWord(scalar.text()).orElse(null)
              : null;
      case WeekHoursType _ -> HoursReader.read(node, problems);
      case TextSetType _ -> texts(node);
    };
  }

  private @Nullable Long whole(String key, IntegerType type, Node node) {
    if (!(node instanceof Node.Scalar scalar)) {
      return null;
    }
    return switch (scalar.content()) {
      case Content.Whole(BigInteger value) -> inRange(type, value);
      case Content.Decimal(BigDecimal value)
          when value != null && value.stripTrailingZeros().scale() <= 0 ->
          inRange(type, value.toBigIntegerExact());
      case Content.Text _ -> measure(key, type, scalar);
      case Content.Decimal _, Content.Flag _, Content.Null _ -> null;
    };
  }

  private static @Nullable Long inRange(IntegerType type, BigInteger value) {
    boolean within =
        value.compareTo(BigInteger.valueOf(type.minimum())) >= 0
            && value.compareTo(BigInteger.valueOf(type.maximum())) <= 0;
    return within ? value.longValueExact() : null;
  }

  /** A size or duration; the schema knows its form, but not whether it is in range. */
  private @Nullable Long measure(String key, IntegerType type, Node.Scalar scalar) {
    if (!scalar.isText()) {
      return null;
    }
    boolean wellFormed =
        switch (type.unit()) {
          case SECONDS -> scalar.text().matches(Durations.PATTERN);
          case BYTES -> scalar.text().matches(Sizes.PATTERN);
          case NONE, MEGABYTES -> false;
        };
    if (!wellFormed) {
      return null;
    }
    Optional<Long> parsed =
        type.unit() == Unit.SECONDS ? Durations.parse(scalar.text()) : Sizes.parse(scalar.text());
    if (parsed.isEmpty() || parsed.get() < type.minimum() || parsed.get() > type.maximum()) {
      problems.add(
          ConfigCode.OUT_OF_RANGE,
          SchemaMessages.rangeMessage(key, type.minimum(), type.maximum(), scalar),
          scalar.at(),
          null);
      return null;
    }
    return parsed.get();
  }

  private static @Nullable ImmutableList<String> texts(Node node) {
    if (!(node instanceof Node.Sequence(ImmutableList<Node> items, _))) {
      return null;
    }
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    for (Node item : items) {
      if (!(item instanceof Node.Scalar scalar && scalar.isText())) {
        return null;
      }
      texts.add(scalar.text());
    }
    return texts.build();
  }
}
