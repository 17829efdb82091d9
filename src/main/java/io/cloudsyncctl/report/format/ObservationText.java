package io.cloudsyncctl.report.format;

import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Quantity;
import io.cloudsyncctl.report.wording.Style;
import java.util.List;

/** What is no change, sorted by what it means to a reader. */
public final class ObservationText {
  private static final int INDENT = 4;

  private ObservationText() {}

  public static void add(Page page, List<Observation> observations) {
    addUnreadable(page, of(observations, Observation.Unreadable.class));
    addUnverifiable(page, of(observations, Observation.Unverifiable.class));
    addUnmanaged(page, of(observations, Observation.Unmanaged.class));
    addRemarks(page, Observation.remarks(observations));
  }

  private static <T extends Observation> List<T> of(List<Observation> all, Class<T> type) {
    return all.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static void addUnreadable(Page page, List<Observation.Unreadable> unreadable) {
    if (unreadable.isEmpty()) {
      return;
    }
    heading(page, "Not readable, so neither there nor absent:", Style.ATTENTION);
    for (Observation.Unreadable one : unreadable) {
      page.add(Line.indented(INDENT).add(LabelText.address(one.address())), one.at());
      page.paragraph(Line.indented(INDENT + 2), Escaper.sentence(one.why()), Style.PLAIN);
    }
  }

  private static void addUnverifiable(Page page, List<Observation.Unverifiable> unverifiable) {
    if (unverifiable.isEmpty()) {
      return;
    }
    heading(page, "Unverifiable (no getter answers them), last written:", Style.NOTICE);
    int keys = unverifiable.stream().mapToInt(o -> o.setting().key().length()).max().orElse(0);
    String address = "";
    for (Observation.Unverifiable one : unverifiable) {
      String its = LabelText.address(one.address());
      if (!its.equals(address)) {
        page.add(Line.indented(INDENT).add(its));
        address = its;
      }
      page.add(
          Line.indented(INDENT + 2)
              .add(one.setting().key())
              .padTo(INDENT + 4 + keys)
              .add(Boolean.toString(one.value()))
              .padTo(INDENT + 4 + keys + 7)
              .add("on " + LabelText.time(one.writtenAt()), Style.MUTED),
          one.at());
    }
  }

  private static void addUnmanaged(Page page, List<Observation.Unmanaged> unmanaged) {
    if (unmanaged.isEmpty()) {
      return;
    }
    long tasks = unmanaged.stream().filter(one -> one.address().task() != null).count();
    long connections = unmanaged.size() - tasks;
    String count =
        tasks == 0
            ? Quantity.count(connections, "connection")
            : connections == 0
                ? Quantity.count(tasks, "task")
                : Quantity.count(connections, "connection")
                    + " and "
                    + Quantity.count(tasks, "task");
    heading(page, "Unmanaged, never touched: " + count, Style.NOTICE);
    unmanaged.forEach(one -> page.add(Line.indented(INDENT).add(LabelText.address(one.address()))));
  }

  private static void addRemarks(Page page, List<Observation.Remark> remarks) {
    addRemarks(page, "Remarks:", remarks);
  }

  /** What of that which is declared does not sync, after an apply. */
  public static void addNotSyncing(Page page, List<Observation> observations) {
    addRemarks(
        page,
        "Not syncing now:",
        of(observations, Observation.Remark.class).stream()
            .filter(Observation.Remark::notSyncing)
            .toList());
  }

  private static void addRemarks(Page page, String title, List<Observation.Remark> remarks) {
    if (remarks.isEmpty()) {
      return;
    }
    heading(page, title, Style.NOTICE);
    for (Observation.Remark one : remarks) {
      page.add(Line.indented(INDENT).add(LabelText.address(one.address())));
      page.paragraph(Line.indented(INDENT + 2), Escaper.sentence(one.text()), Style.PLAIN);
    }
  }

  private static void heading(Page page, String text, Style style) {
    page.blank();
    page.paragraph(Line.indented(2), text, style);
  }
}
