package io.cloudsyncctl.model.setting;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.cloudsyncctl.model.setting.ValueType.Kind;
import java.util.Comparator;
import java.util.List;

/**
 * A set of texts: each of its entries by the form in which it is compared, with every form in which
 * it is written.
 *
 * <p>Comparing is one thing, writing another. To a NAS, {@code /Büro} composed and decomposed may
 * be two folders, so what stays is never written in the form in which it is compared.
 *
 * @param forms by the form of comparison, in the order of the list
 */
public record TextSet(Kind kind, ImmutableSetMultimap<String, String> forms) {

  /** The set that a list means. */
  public static TextSet of(Kind kind, List<String> entries) {
    ImmutableSetMultimap.Builder<String, String> forms = ImmutableSetMultimap.builder();
    entries.forEach(entry -> forms.put(kind.normalize(entry), entry));
    return new TextSet(kind, forms.build());
  }

  /** The entries in the form in which they are compared. */
  public ImmutableSet<String> meanings() {
    return forms.keySet();
  }

  /** Whether this entry is one of them, in whatever form. */
  public boolean holds(String entry) {
    return forms.containsKey(kind.normalize(entry));
  }

  /**
   * The form in which an entry is written where it is new: declared twice, it is written once, in
   * the form of comparison if that is declared, else in the shortest. The order of the declaration
   * makes no difference.
   */
  public String newForm(String meaning) {
    ImmutableSet<String> declared = forms.get(meaning);
    return declared.contains(meaning)
        ? meaning
        : declared.stream()
            .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
            .orElse(meaning);
  }

  /**
   * The list that makes a NAS hold this set: of what it holds, that which is in the set, in its own
   * forms and its own order; then what it does not hold yet, as it is declared.
   *
   * @param held what the NAS holds
   */
  public ImmutableList<String> over(ImmutableList<String> held) {
    ImmutableList.Builder<String> written = ImmutableList.builder();
    held.stream().filter(this::holds).forEach(written::add);
    TextSet there = of(kind, held);
    meanings().stream()
        .filter(meaning -> !there.forms.containsKey(meaning))
        .map(this::newForm)
        .forEach(written::add);
    return written.build();
  }
}
