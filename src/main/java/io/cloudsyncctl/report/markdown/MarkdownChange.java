package io.cloudsyncctl.report.markdown;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.AssessedChange;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.ValueType.WeekHoursType;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.report.format.Page;
import io.cloudsyncctl.report.format.ScheduleGrid;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.ListDifference;
import io.cloudsyncctl.report.wording.ValueText;
import io.cloudsyncctl.report.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One change in Markdown: a line that says what it is, and what folds out below it. */
final class MarkdownChange {
  private static final int GRID_WIDTH = 80;

  private final Change change;
  private final Verb verb;
  private final AssessedChange assessed;

  MarkdownChange(AssessedChange assessed, Verb verb) {
    this.change = assessed.change();
    this.verb = verb;
    this.assessed = assessed;
  }

  /** The worst class of it. */
  Risk risk() {
    return change.worst();
  }

  /** As how many it counts. */
  int count() {
    return Totals.count(assessed, verb);
  }

  /** One line of a list. */
  String line() {
    return "- " + title() + "\n";
  }

  /** The same line, and everything about it folded. */
  String folded() {
    String body = body();
    return body.isEmpty()
        ? line()
        : "<details><summary>" + title() + "</summary>\n\n" + body + "\n</details>\n\n";
  }

  private String body() {
    StringBuilder text = new StringBuilder();
    switch (change) {
      case Change.Update update -> addFields(text, update.fields());
      case Change.Create create -> addFields(text, create.fields());
      case Change.Delete delete ->
          delete
              .tasks()
              .forEach(task ->
                  text.append("- goes with it: ").append(MarkdownText.address(task)).append('\n'));
      case Change.Manual manual -> {
        text.append(MarkdownText.sentence(manual.what())).append("\n\n");
        int number = 1;
        for (String step : manual.steps()) {
          text.append(number++).append(". ").append(MarkdownText.sentence(step)).append('\n');
        }
      }
      case Change.Pause _, Change.Resume _ -> {}
    }
    String blocked = change.blockedBy();
    if (blocked != null) {
      text.append("- **blocked**: ").append(MarkdownText.sentence(blocked)).append('\n');
    }
    addRisks(text);
    return text.toString();
  }

  private String title() {
    StringBuilder title = new StringBuilder();
    if (change.blockedBy() != null) {
      title.append("<b>blocked</b> ");
    }
    title
        .append(MarkdownText.address(change.address()))
        .append(": ")
        .append(MarkdownText.sentence(Wording.phrase(change, verb)));
    String settings = settings();
    if (!settings.isEmpty()) {
      title.append(" (").append(settings).append(')');
    }
    return title
        .append(MarkdownText.causes(assessed.findings()))
        .append(" · ")
        .append(MarkdownText.place(change.at()))
        .toString();
  }

  private String settings() {
    return switch (change) {
      case Change.Update update ->
          update.fields().stream()
              .map(field -> field.setting().key())
              .collect(Collectors.joining(", "));
      case Change.Create _, Change.Delete _, Change.Pause _, Change.Resume _, Change.Manual _ -> "";
    };
  }

  private static void addFields(StringBuilder text, ImmutableList<FieldChange<?>> fields) {
    text.append("| Setting | On the NAS | Declared | Where |\n| --- | --- | --- | --- |\n");
    fields.forEach(field -> text.append(row(field)));
    text.append('\n');
    fields.forEach(field -> grid(field).ifPresent(text::append));
  }

  private static <T> String row(FieldChange<T> field) {
    Optional<ListDifference> list = ListDifference.of(field);
    String before =
        list.isPresent()
            ? entries("−", list.get().removed())
            : MarkdownText.value(ValueText.of(field.setting(), field.before()));
    String after =
        list.isPresent()
            ? entries("+", list.get().added()) + " (" + list.get().others() + ")"
            : MarkdownText.value(ValueText.of(field.setting(), field.after()));
    return "| "
        + MarkdownText.code(field.setting().relativePath())
        + " | "
        + before
        + " | "
        + after
        + " | "
        + MarkdownText.place(field.at())
        + " |\n";
  }

  private static String entries(String sign, List<String> entries) {
    return entries.isEmpty()
        ? "–"
        : entries.stream()
            .map(entry -> sign + " " + MarkdownText.value(ValueText.text(entry)))
            .collect(Collectors.joining("<br>"));
  }

  private static Optional<String> grid(FieldChange<?> field) {
    if (!(field.setting().type() instanceof WeekHoursType)) {
      return Optional.empty();
    }
    Page page = new Page(GRID_WIDTH);
    Optional<WeekHours> before = field.before().known().map(WeekHours.class::cast);
    ScheduleGrid.add(page, 0, before, (WeekHours) field.after());
    return Optional.of("```text\n" + page.text(false) + "```\n\n");
  }

  private void addRisks(StringBuilder text) {
    change.risks().stream()
        .filter(finding -> finding.risk() != Risk.NONE)
        .distinct()
        .forEach(finding ->
            text.append("- **")
                .append(finding.risk().word())
                .append("**: ")
                .append(MarkdownText.sentence(finding.reason()))
                .append('\n'));
  }
}
