package io.cloudsyncctl.model.setting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.cloudsyncctl.model.identity.Paths;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The type of a setting: what its values are in Java, which of them may be declared, and when two
 * are the same. Reading YAML, the JSON schema, rendering and export switch over it.
 */
public sealed interface ValueType<T> {

  /** Whether two values mean the same to the NAS. */
  default boolean same(T left, T right) {
    return left.equals(right);
  }

  /** {@code true} or {@code false}. */
  record BooleanType() implements ValueType<Boolean> {}

  /**
   * A whole number, both limits included.
   *
   * @param unit in what it counts; decides which spellings YAML allows
   * @param zeroIsUnlimited whether it is a limit of which 0 means that there is none
   */
  record IntegerType(long minimum, long maximum, Unit unit, boolean zeroIsUnlimited)
      implements ValueType<Long> {

    /** A number of which 0 means no more than that. */
    public IntegerType(long minimum, long maximum, Unit unit) {
      this(minimum, maximum, unit, false);
    }

    /** A limit: any number, or 0 for none. */
    public static IntegerType limit(Unit unit) {
      return new IntegerType(0, Long.MAX_VALUE, unit, true);
    }

    /** Whether a value is no limit at all. */
    public boolean isUnlimited(long value) {
      return zeroIsUnlimited && value == 0;
    }

    /** A value as it compares with others: no limit is larger than any. */
    public long magnitude(long value) {
      return isUnlimited(value) ? Long.MAX_VALUE : value;
    }
  }

  /** A text. */
  record TextType() implements ValueType<String> {}

  /**
   * One of a few values.
   *
   * @param choices in the order in which people are told them
   */
  record ChoiceType<T>(ImmutableList<Choice<T>> choices) implements ValueType<T> {

    /** The values of an enum, called by their names in YAML and on the wire. */
    public static <E extends Enum<E>> ChoiceType<E> named(E[] values) {
      return new ChoiceType<>(
          Arrays.stream(values)
              .map(value -> new Choice<>(value, value.name(), WireValue.of(value.name())))
              .collect(ImmutableList.toImmutableList()));
    }

    /** The words of all choices. */
    public ImmutableList<String> words() {
      return choices.stream().map(Choice::word).collect(ImmutableList.toImmutableList());
    }

    /** The word of a value. */
    public String word(T value) {
      return choice(value).word();
    }

    /** The value of a word; empty where there is none. */
    public Optional<T> ofWord(String word) {
      return choices.stream()
          .filter(choice -> choice.word().equals(word))
          .map(Choice::value)
          .findFirst();
    }

    /** How a value stands on the wire. */
    public WireValue wire(T value) {
      return choice(value).wire();
    }

    /** The value that stands so on the wire; empty where there is none. */
    public Optional<T> ofWire(WireValue wire) {
      return choices.stream()
          .filter(choice -> choice.wire().equals(wire))
          .map(Choice::value)
          .findFirst();
    }

    private Choice<T> choice(T value) {
      return choices.stream()
          .filter(choice -> choice.value().equals(value))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("not one of " + words()));
    }
  }

  /**
   * One value of a {@link ChoiceType}.
   *
   * @param word what it is called in YAML and by people
   * @param wire how it stands on the wire
   */
  record Choice<T>(T value, String word, WireValue wire) {}

  /** The hours of a week. */
  record WeekHoursType() implements ValueType<WeekHours> {}

  /** A set of texts: order and doubled entries make no difference. */
  record TextSetType(Kind kind) implements ValueType<ImmutableList<String>> {
    @Override
    public boolean same(ImmutableList<String> left, ImmutableList<String> right) {
      return normalized(left).equals(normalized(right));
    }

    /** The same of entries whose type is not known to be text. */
    ImmutableSortedSet<String> normalizedTexts(ImmutableList<?> entries) {
      return normalized(
          entries.stream().map(String.class::cast).collect(ImmutableList.toImmutableList()));
    }

    /** The entries in the form in which they are compared, sorted. */
    public ImmutableSortedSet<String> normalized(ImmutableList<String> entries) {
      TreeSet<String> normalized = new TreeSet<>();
      entries.forEach(entry -> normalized.add(kind.normalize(entry)));
      return ImmutableSortedSet.copyOf(normalized);
    }
  }

  /** What the entries of a {@link TextSetType} are, hence when two are the same. */
  enum Kind {
    /** Paths: compared after Unicode NFC, without a trailing slash. */
    PATHS,
    /** File names: compared after Unicode NFC. */
    NAMES,
    /** File name extensions: compared without a leading dot and without case. */
    EXTENSIONS;

    /** The form in which an entry is compared. */
    public String normalize(String entry) {
      String composed = Normalizer.normalize(entry, Normalizer.Form.NFC);
      return switch (this) {
        case PATHS -> Paths.withoutTrailingSlash(composed);
        case NAMES -> composed;
        case EXTENSIONS ->
            (composed.startsWith(".") ? composed.substring(1) : composed).toLowerCase(Locale.ROOT);
      };
    }
  }

  /** In what a number counts. */
  enum Unit {
    /** Plain numbers only. */
    NONE,
    /** Seconds; YAML also takes {@code 60s}, {@code 5m}, {@code 1h}. */
    SECONDS,
    /** Bytes; YAML also takes {@code 1 MiB} and the like. */
    BYTES,
    /** Mebibytes as the API counts them; plain numbers only. */
    MEGABYTES
  }
}
