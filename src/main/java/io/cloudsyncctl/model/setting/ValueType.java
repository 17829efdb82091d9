package io.cloudsyncctl.model.setting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.cloudsyncctl.model.identity.Paths;
import java.text.Normalizer;
import java.util.Locale;
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
   */
  record IntegerType(long minimum, long maximum, Unit unit) implements ValueType<Long> {}

  /** A text. */
  record TextType() implements ValueType<String> {}

  /** One of the names of {@link SyncDirection}. */
  record DirectionType() implements ValueType<SyncDirection> {}

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
