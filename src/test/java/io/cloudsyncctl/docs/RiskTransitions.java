package io.cloudsyncctl.docs;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType;
import io.cloudsyncctl.model.setting.ValueType.BooleanType;
import io.cloudsyncctl.model.setting.ValueType.Choice;
import io.cloudsyncctl.model.setting.ValueType.ChoiceType;
import io.cloudsyncctl.model.setting.ValueType.IntegerType;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import io.cloudsyncctl.model.setting.ValueType.TextType;
import io.cloudsyncctl.model.setting.ValueType.WeekHoursType;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.report.wording.ValueText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which changes of a setting its rule calls risky, found by asking the rule itself: about all
 * values where there are few, about typical ones where there are many.
 */
final class RiskTransitions {
  private record Sample<T>(String words, Value<T> before, T after) {}

  private RiskTransitions() {}

  /** Findings, each with the changes that lead to it, such as {@code false → true}. */
  static <T> Map<RiskFinding, List<String>> of(Setting<T> setting) {
    Map<RiskFinding, List<String>> transitions = new LinkedHashMap<>();
    for (Sample<T> sample : samples(setting)) {
      for (RiskFinding finding : setting.risk().judge(sample.before, sample.after)) {
        if (finding.risk() != Risk.NONE) {
          transitions.computeIfAbsent(finding, _ -> new ArrayList<>()).add(sample.words);
        }
      }
    }
    return transitions;
  }

  private static <T> List<Sample<T>> samples(Setting<T> setting) {
    List<Sample<T>> samples = new ArrayList<>();
    List<T> values = values(setting.type());
    for (T after : values) {
      for (T before : values) {
        if (!setting.type().same(before, after)) {
          samples.add(
              new Sample<>(words(setting, before, after), new Value.Known<>(before), after));
        }
      }
      String unknown = "unknown → `" + ValueText.of(setting, after) + "`";
      samples.add(new Sample<>(unknown, new Value.Unreadable<>("not read"), after));
    }
    return samples;
  }

  private static <T> String words(Setting<T> setting, T before, T after) {
    return "`" + ValueText.of(setting, before) + "` → `" + ValueText.of(setting, after) + "`";
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> values(ValueType<T> type) {
    List<?> values =
        switch (type) {
          case BooleanType _ -> List.of(false, true);
          case ChoiceType<T> choice -> choice.choices().stream().map(Choice::value).toList();
          case IntegerType number -> List.of(number.minimum(), Math.min(number.maximum(), 1000));
          case TextType _ -> List.of("one", "another");
          case WeekHoursType _ -> List.of(WeekHours.NONE, WeekHours.ALL);
          case TextSetType _ -> List.of(ImmutableList.of(), ImmutableList.of("entry"));
        };
    return (List<T>) values;
  }
}
