package io.cloudsyncctl.report.format;

import io.cloudsyncctl.finding.AssessedChange;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Quantity;
import io.cloudsyncctl.report.wording.Style;
import io.cloudsyncctl.report.wording.Wording;
import java.util.List;

/** One change as text, below the line with its address. */
public final class ChangeText {
  private static final int INDENT = 4;
  private static final int BODY = INDENT + 2;

  private ChangeText() {}

  /**
   * Adds a change.
   *
   * @param notes whether what was found stands below each difference
   */
  public static void add(Page page, AssessedChange assessed, Verb verb, boolean notes) {
    Change change = assessed.change();
    List<Finding> findings = notes ? assessed.findings() : List.of();
    addHead(page, change, verb);
    if (!(change instanceof Change.Update)) {
      findings.forEach(finding -> FindingText.add(page, BODY, finding));
    }
    switch (change) {
      case Change.Update update -> FieldText.add(page, BODY, update.fields(), findings);
      case Change.Create create -> {
        FieldText.add(page, BODY, create.fields(), List.of());
        addTask(page, create);
        FieldText.addRisks(page, BODY, create.risks());
        if (verb != Verb.DRIFT && create.task() != null) {
          page.paragraph(Line.indented(BODY), Wording.pausedMeanwhile(create), Style.MUTED);
        }
      }
      case Change.Delete delete -> {
        addTasks(page, delete);
        FieldText.addRisks(page, BODY, delete.risks());
      }
      case Change.Resume resume -> FieldText.addRisks(page, BODY, resume.risks());
      case Change.Pause _ -> {}
      case Change.Manual manual -> addSteps(page, manual);
    }
  }

  private static void addHead(Page page, Change change, Verb verb) {
    String words = Wording.sign(change) + " " + Wording.phrase(change, verb);
    Line head = Line.indented(INDENT).add(words, Wording.style(change));
    // Each setting of an update says by itself where it is declared.
    if (change instanceof Change.Update) {
      page.add(head);
    } else {
      page.add(head, change.at());
    }
    String blocked = change.blockedBy();
    if (blocked != null) {
      page.paragraph(
          Line.indented(BODY).add("! blocked: ", Style.ATTENTION),
          Escaper.sentence(blocked),
          Style.PLAIN);
    }
  }

  private static void addTask(Page page, Change.Create create) {
    NewTask task = create.task();
    if (task != null) {
      page.paragraph(Line.indented(BODY), Wording.newTask(task), Style.PLAIN);
    }
  }

  private static void addTasks(Page page, Change.Delete delete) {
    if (!delete.tasks().isEmpty()) {
      page.add(
          Line.indented(BODY)
              .add(Quantity.count(delete.tasks().size(), "task"))
              .add(delete.tasks().size() == 1 ? " goes with it:" : " go with it:"));
      delete.tasks().stream()
          .map(LabelText::address)
          .forEach(task -> page.add(Line.indented(BODY).add("- ", Style.REMOVED).add(task)));
    }
  }

  private static void addSteps(Page page, Change.Manual manual) {
    page.paragraph(Line.indented(BODY), Escaper.sentence(manual.what()), Style.PLAIN);
    int number = 1;
    for (String step : manual.steps()) {
      String label = String.format("%2d. ", number++);
      page.paragraph(Line.indented(BODY).add(label), Escaper.sentence(step), Style.PLAIN);
    }
  }
}
