package io.cloudsyncctl.report.text;

import io.cloudsyncctl.cloudsync.answer.CloudFolders;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.LogEntry;
import io.cloudsyncctl.cloudsync.answer.LogPage;
import io.cloudsyncctl.cloudsync.answer.RecentActivity;
import io.cloudsyncctl.cloudsync.answer.TaskEntry;
import io.cloudsyncctl.cloudsync.read.NasStatus;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.ConnectionStatus;
import io.cloudsyncctl.report.format.Line;
import io.cloudsyncctl.report.format.Page;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.wording.DisplayWidth;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Quantity;
import io.cloudsyncctl.report.wording.Style;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a Cloud Sync is doing, as text for people. */
public final class StatusText {
  private static final int STATUS_COLUMN = 24;

  private final Page page;
  private final String nas;

  private StatusText(Page page, String nas) {
    this.page = page;
    this.nas = nas;
  }

  /** The text of one NAS. */
  public static String render(String nas, NasStatus status, TextOptions options) {
    Page page = new Page(options.width());
    new StatusText(page, nas).add(status);
    return page.text(options.colour());
  }

  private void add(NasStatus status) {
    String title = "NAS " + Escaper.escape(nas);
    page.add(Line.indented(0).add(title, Style.HEADING));
    page.add(Line.indented(0).add("=".repeat(DisplayWidth.of(title)), Style.HEADING));
    page.blank();
    String whose =
        status.list().adminView()
            ? "of all users"
            : "of this login only (no administrator, or admin_mode is off)";
    page.paragraph(
        Line.indented(2),
        Quantity.count(status.connections().size(), "connection")
            + " "
            + whose
            + (status.list().allPaused() ? "; all are paused" : ""),
        Style.PLAIN);
    for (String why : status.withheld()) {
      page.paragraph(Line.indented(2), "not readable: " + Escaper.sentence(why), Style.ATTENTION);
    }
    status.connections().forEach(this::add);
    RecentActivity recent = status.recent();
    if (recent != null) {
      add(recent);
    }
    page.blank();
  }

  private void add(NasStatus.Connection connection) {
    ConnectionEntry entry = connection.entry();
    page.blank();
    String name = LabelText.address(Address.ofConnection(nas, entry.name(), null));
    Line line = Line.indented(2).add(name, Style.HEADING);
    page.add(line.add(" (" + Escaper.escape(entry.type()) + ", " + account(entry) + ")"));
    page.paragraph(
        Line.indented(4).add("status").padTo(STATUS_COLUMN), state(entry), style(entry.status()));
    for (String why : connection.withheld()) {
      page.paragraph(Line.indented(4), "not readable: " + Escaper.sentence(why), Style.ATTENTION);
    }
    connection.tasks().forEach(this::add);
    LogPage log = connection.log();
    if (log != null) {
      page.add(Line.indented(4).add(heading(log)));
      log.entries().forEach(this::add);
    }
  }

  private static String account(ConnectionEntry entry) {
    return entry.account().isEmpty() ? "no account told" : Escaper.escape(entry.account());
  }

  private static String state(ConnectionEntry entry) {
    return Escaper.escape(entry.status())
        + (entry.unfinishedFiles() > 0
            ? ", " + Quantity.count(entry.unfinishedFiles(), "file") + " not finished"
            : "");
  }

  private static Style style(String status) {
    return switch (ConnectionStatus.of(status)) {
      case ERROR, UNLINK -> Style.ATTENTION;
      case PAUSE, SUSPENDED -> Style.NOTICE;
      case UP_TO_DATE, SYNCING, PROCESSING, SCANNING, CONNECTING, UNKNOWN -> Style.PLAIN;
    };
  }

  private void add(NasStatus.Task task) {
    TaskEntry entry = task.entry();
    page.add(
        Line.indented(4).add(Escaper.escape(entry.paths().local() + ":" + entry.paths().cloud())));
    String state =
        (entry.direction().isEmpty() ? "no direction told" : Escaper.escape(entry.direction()))
            + ", "
            + Escaper.escape(entry.status());
    page.paragraph(Line.indented(6), state, style(entry.status()));
    if (entry.error() != 0) {
      page.paragraph(
          Line.indented(6),
          "error " + entry.error() + description(entry.errorDescription()),
          Style.ATTENTION);
    }
    CloudFolders folders = task.folders();
    if (folders != null) {
      page.paragraph(Line.indented(6).add("cloud folders: "), names(folders), Style.MUTED);
    }
  }

  private static String description(String text) {
    return text.isEmpty() ? "" : ": " + Escaper.escape(text);
  }

  private static String names(CloudFolders folders) {
    return folders.paths().isEmpty()
        ? "(none)"
        : folders.paths().stream().map(Escaper::escape).collect(Collectors.joining(", "));
  }

  private static String heading(LogPage log) {
    long shown = log.entries().size();
    return log.total() > shown
        ? "log, the newest " + shown + " of " + Quantity.count(log.total(), "entry", "entries")
        : "log, " + Quantity.count(shown, "entry", "entries");
  }

  private void add(LogEntry entry) {
    String what =
        LabelText.time(Instant.ofEpochSecond(entry.time()))
            + "  "
            + action(entry.action())
            + (entry.errorCode() == 0 ? "" : ", error " + entry.errorCode());
    page.add(Line.indented(6).add(what, entry.logLevel() > 0 ? Style.ATTENTION : Style.PLAIN));
    page.add(Line.indented(8).add(Escaper.escape(entry.path()), Style.MUTED));
  }

  private void add(RecentActivity recent) {
    page.blank();
    page.add(Line.indented(2).add("Changed last", Style.HEADING));
    if (recent.history().isEmpty()) {
      page.add(Line.indented(4).add("(nothing told)"));
    }
    for (RecentActivity.Changed changed : recent.history()) {
      page.add(Line.indented(4).add(action(changed.action())));
      page.add(Line.indented(6).add(Escaper.escape(changed.path()), Style.MUTED));
    }
    if (!recent.processing().isEmpty()) {
      page.add(Line.indented(2).add("Under way", Style.HEADING));
    }
    for (RecentActivity.Processing one : recent.processing()) {
      page.add(
          Line.indented(4)
              .add(Escaper.escape(one.status()))
              .add(", " + one.currentSize() + " of " + one.totalSize() + " bytes"));
      page.add(Line.indented(6).add(Escaper.escape(one.path()), Style.MUTED));
    }
  }

  /** What an entry of a log is about, by its code (the API document, get_connection_logs). */
  static String action(long code) {
    @Nullable String word =
        switch ((int) code) {
          case 0 -> "deleted in the cloud";
          case 1 -> "downloaded";
          case 2 -> "uploaded";
          case 3 -> "deleted on the NAS";
          case 4 -> "renamed in the cloud";
          case 5 -> "renamed on the NAS";
          case 6 -> "upload failed";
          case 7 -> "download failed";
          case 8 -> "merged";
          case 9 -> "deletion merged";
          case 10 -> "removed in the background";
          default -> null;
        };
    return word == null ? "action " + code : word;
  }
}
