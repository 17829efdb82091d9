package io.cloudsyncctl.state;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A journal that was read back. Its last line may be cut off, since the run may have been killed
 * while it was written; anything else that is not as a run leaves it is an error.
 */
public record JournalFile(Path path, ImmutableList<Event> events) {
  private static final String START = "start";

  /**
   * One line.
   *
   * @param line its number, from 1
   */
  public record Event(String name, Instant at, JsonFields fields, int line) {}

  /**
   * Reads a journal.
   *
   * @return empty where not even its first line is whole: that run has done nothing yet
   * @throws DiagnosticException {@code journal-unreadable}
   */
  public static Optional<JournalFile> read(Path path) {
    JournalText text;
    try {
      text = new JournalText(Files.readAllBytes(path));
    } catch (IOException e) {
      throw unreadable(path, 1, "it cannot be read", e);
    }
    ImmutableList<Event> events = events(path, text);
    if (events.isEmpty()) {
      return Optional.empty();
    }
    JournalFile journal = new JournalFile(path, events);
    journal.check();
    return Optional.of(journal);
  }

  private static ImmutableList<Event> events(Path path, JournalText text) {
    ImmutableList.Builder<Event> events = ImmutableList.builder();
    int number = 1;
    for (int start = 0; start < text.length(); number++) {
      int end = text.endOfLine(start);
      Optional<WireValue> line = text.json(start, end);
      if (line.isPresent()) {
        events.add(event(path, line.get(), number));
      } else if (!text.isLast(end)) {
        throw unreadable(path, number, "the line is not JSON", null);
      }
      start = end + 1;
    }
    return events.build();
  }

  private static Event event(Path path, WireValue line, int number) {
    try {
      JsonFields fields = JsonFields.of(line);
      return new Event(fields.text("event"), fields.time("at"), fields, number);
    } catch (WireFormatException e) {
      throw unreadable(path, number, "the line is not an event of a journal", e);
    }
  }

  /**
   * Whether a run left nothing, as far as that shows without reading all of its journal: it ended
   * well, or another has finished it. A long journal is not parsed for that, and what is damaged in
   * the middle of one no longer matters.
   */
  public static boolean isClosed(Path path) {
    try {
      return JournalEnd.isGood(path);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a run that ended like this left nothing to finish. */
  public static boolean isGoodEnd(String status) {
    return !status.equals("partly_applied");
  }

  /** Whether a line is the first of a journal that this program knows. */
  static boolean isStart(JsonFields line) {
    try {
      return line.text("event").equals(START)
          && line.text("format").equals(Journal.FORMAT)
          && isKnown(line.whole("version"));
    } catch (WireFormatException e) {
      return false;
    }
  }

  private static boolean isKnown(long version) {
    return version >= Journal.OLDEST && version <= Journal.VERSION;
  }

  private void check() {
    try {
      JsonFields start = start();
      if (!start.text("format").equals(Journal.FORMAT)) {
        throw unreadable(path, 1, "it is not a journal of cloudsyncctl", null);
      }
      if (!isKnown(start.whole("version"))) {
        throw unreadable(
            path,
            1,
            "it is of version "
                + start.whole("version")
                + ", this program knows versions "
                + Journal.OLDEST
                + " to "
                + Journal.VERSION,
            null);
      }
    } catch (WireFormatException e) {
      throw unreadable(path, 1, "it does not begin as a journal", e);
    }
  }

  /** The fields of the first line. */
  public JsonFields start() {
    if (events.isEmpty() || !events.getFirst().name().equals(START)) {
      throw unreadable(path, 1, "it does not begin as a journal", null);
    }
    return events.getFirst().fields();
  }

  /** The events of a name, in their order. */
  public ImmutableList<Event> named(String name) {
    return events.stream()
        .filter(event -> event.name().equals(name))
        .collect(ImmutableList.toImmutableList());
  }

  /** The first event of each name and operation. */
  public ImmutableTable<String, Long, Event> byOperation() {
    Table<String, Long, Event> first = HashBasedTable.create();
    for (Event event : events) {
      if (event.fields().raw("operation") instanceof WireValue.Whole(long number)
          && !first.contains(event.name(), number)) {
        first.put(event.name(), number, event);
      }
    }
    return ImmutableTable.copyOf(first);
  }

  /** The failure of one who reads a journal and finds something that a run does not leave. */
  public static DiagnosticException unreadable(
      Path path, int line, String why, @Nullable Throwable cause) {
    return new DiagnosticException(
        FailureKind.BAD_INPUT,
        Diagnostic.error(
            DiagnosticCode.JOURNAL_UNREADABLE,
            "the journal cannot be used: " + why,
            new Location.InFile(path.toString(), line, 1),
            "it was edited or damaged, or is no journal; the NAS itself can be planned and applied"
                + " without it"),
        cause);
  }
}
