package io.cloudsyncctl.report.wording;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.TextSet;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
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
