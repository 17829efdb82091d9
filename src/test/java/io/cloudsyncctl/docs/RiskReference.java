package io.cloudsyncctl.docs;

import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.plan.model.PlanRisk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The table of all rules of risk in {@code docs/safety.md}, found by asking the rules. */
final class RiskReference {
  private record Row(Risk risk, String change, String why) {}

  private RiskReference() {}

  /** The table as Markdown, the worst class first. */
  static String markdown() {
    List<Row> rows = new ArrayList<>();
    Catalog.ALL.forEach(setting -> addRows(rows, setting));
    for (PlanRisk risk : PlanRisk.values()) {
      rows.add(new Row(risk.risk(), risk.event(), risk.reason()));
    }
    rows.sort(Comparator.comparing(Row::risk).reversed());
    StringBuilder table = new StringBuilder("| class | change | why |\n| --- | --- | --- |\n");
    rows.forEach(row ->
        table
            .append("| `")
            .append(row.risk.word())
            .append("` | ")
            .append(row.change)
            .append(" | ")
            .append(row.why)
            .append(" |\n"));
    harmless()
        .forEach(setting ->
            table.append("| `none` | `").append(setting.yamlPath()).append("`, any change | |\n"));
    return table.toString();
  }

  private static void addRows(List<Row> rows, Setting<?> setting) {
    RiskTransitions.of(setting)
        .forEach((finding, changes) ->
            rows.add(
                new Row(
                    finding.risk(),
                    "`" + setting.yamlPath() + "`: " + String.join(", ", changes),
                    finding.reason())));
  }

  private static List<Setting<?>> harmless() {
    List<Setting<?>> harmless = new ArrayList<>();
    for (Setting<?> setting : Catalog.ALL) {
      if (RiskTransitions.of(setting).isEmpty()) {
        harmless.add(setting);
      }
    }
    return harmless;
  }
}
