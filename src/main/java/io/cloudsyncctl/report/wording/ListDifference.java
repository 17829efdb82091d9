package io.cloudsyncctl.report.wording;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.TextSet;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.plan.model.FieldChange;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is added to a set of texts and what is taken away: compared as the NAS does, told as it is
 * written. An entry that the NAS has in two forms is two of its entries.
 *
 * @param added as they will be written
 * @param removed as the NAS has them
 * @param staying how many of the NAS's entries stay
 */
public record ListDifference(
    ImmutableList<String> added, ImmutableList<String> removed, int staying) {

  /** Of a list that was read: only such can be compared entry by entry. */
  @SuppressWarnings("unchecked")
  public static Optional<ListDifference> of(FieldChange<?> field) {
    return field.setting().type() instanceof TextSetType type
            && field.before() instanceof Value.Known<?>(Object before)
        ? Optional.of(
            of(type, (ImmutableList<String>) before, (ImmutableList<String>) field.after()))
        : Optional.empty();
  }

  /** The entries that come and go, each after its sign, and how many others stay. */
  public ImmutableList<String> entries() {
    return Stream.concat(changed(), Stream.of("(" + others() + ")"))
        .collect(ImmutableList.toImmutableList());
  }

  /** The entries that come and go, each after its sign. */
  public Stream<String> changed() {
    return Stream.concat(
        added.stream().map(entry -> "+ " + ValueText.text(entry)),
        removed.stream().map(entry -> "- " + ValueText.text(entry)));
  }

  /** How many others stay. */
  public String others() {
    return switch (staying) {
      case 0 -> "no other entries";
      case 1 -> "1 other stays";
      default -> staying + " others stay";
    };
  }

  /** Of any two lists of a type. */
  public static ListDifference of(
      TextSetType type, ImmutableList<String> before, ImmutableList<String> after) {
    TextSet was = TextSet.of(type.kind(), before);
    TextSet is = TextSet.of(type.kind(), after);
    ImmutableList<String> removed =
        without(was, is)
            .flatMap(meaning -> was.forms().get(meaning).stream())
            .collect(ImmutableList.toImmutableList());
    return new ListDifference(
        without(is, was).map(is::newForm).collect(ImmutableList.toImmutableList()),
        removed,
        was.forms().size() - removed.size());
  }

  private static Stream<String> without(TextSet these, TextSet those) {
    return new TreeSet<>(these.meanings())
        .stream().filter(meaning -> !those.meanings().contains(meaning));
  }
}
