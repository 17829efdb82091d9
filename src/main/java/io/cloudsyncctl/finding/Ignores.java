package io.cloudsyncctl.finding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.cloudsyncctl.model.desired.IgnoreRule;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * The differences that somebody has said do not count.
 *
 * @param today the day on which is asked, in UTC
 */
public record Ignores(ImmutableList<IgnoreRule> rules, LocalDate today) {

  /** Nothing is ignored. */
  public static Ignores none() {
    return new Ignores(ImmutableList.of(), LocalDate.EPOCH);
  }

  /** Whether a difference counts. The first rule that holds decides, else the first that did. */
  public Standing of(Difference difference) {
    String address = difference.address().text();
    List<IgnoreRule> meant =
        rules.stream().filter(rule -> means(rule, difference, address)).toList();
    return meant.stream()
        .filter(this::holds)
        .findFirst()
        .<Standing>map(rule -> new Standing.Ignored(ignore(rule)))
        .or(() -> meant.stream().findFirst().map(rule -> new Standing.Lapsed(ignore(rule))))
        .orElse(new Standing.Counts());
  }

  /** The rules that mean none of some differences. */
  public ImmutableList<IgnoreRule> idle(Collection<Difference> differences) {
    ImmutableListMultimap<String, Difference> byAddress =
        Multimaps.index(differences, difference -> difference.address().text());
    return rules.stream()
        .filter(rule ->
            byAddress.entries().stream()
                .noneMatch(one -> means(rule, one.getValue(), one.getKey())))
        .collect(ImmutableList.toImmutableList());
  }

  /** The rules that have run out. */
  public ImmutableList<IgnoreRule> expired() {
    return rules.stream().filter(rule -> !holds(rule)).collect(ImmutableList.toImmutableList());
  }

  private boolean holds(IgnoreRule rule) {
    return !rule.expires().isBefore(today);
  }

  /** As reports show it: the setting, where one is named, stands behind a #, as in keys. */
  private static Ignore ignore(IgnoreRule rule) {
    return new Ignore(
        rule.setting() == null
            ? rule.address().text()
            : rule.address().text() + "#" + rule.setting(),
        rule.owner(),
        rule.reason(),
        rule.expires(),
        rule.at());
  }

  /** The address is given as well, since to write it down again for each rule takes long. */
  private static boolean means(IgnoreRule rule, Difference difference, String address) {
    return (rule.setting() == null || isSetting(rule.setting(), difference))
        && rule.address().matches(address);
  }

  private static boolean isSetting(String word, Difference difference) {
    if (word.equals(difference.aspect())) {
      return true;
    }
    return switch (difference) {
      case Difference.OfSetting(Change.Update _, FieldChange<?> field) -> {
        Setting<?> setting = field.setting();
        yield word.equals(setting.key()) || word.equals(setting.group().word());
      }
      case Difference.OfWhole _, Difference.Unseen _, Difference.Undeclared _ -> false;
    };
  }
}
