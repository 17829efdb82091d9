package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.WireFormatException;
import io.cloudsyncctl.model.WireValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A journal that was read back. Its last line may be cut off, since the run may have been killed
 * while it was written; anything else that is not as a run leaves it is an error.
 */
public record JournalFile(Path path, ImmutableList<Event> events) {

  /**
   * One line.
   *
   * @param line its number, from 1
   */
  public record Event(String name, Instant at, Fields fields, int line) {}

  /** Reads a journal. */
  public static JournalFile read(Path path) {
    List<String> lines;
    try {
      lines = Files.readAllLines(path);
    } catch (IOException e) {
      throw unreadable(path, 1, "it cannot be read", e);
    }
    ImmutableList.Builder<Event> events = ImmutableList.builder();
    for (int i = 0; i < lines.size(); i++) {
      Optional<Event> event = event(path, lines.get(i), i + 1, i == lines.size() - 1);
      event.ifPresent(events::add);
    }
    JournalFile journal = new JournalFile(path, events.build());
    journal.check();
    return journal;
  }

  private static Optional<Event> event(Path path, String line, int number, boolean last) {
    WireValue value;
    try {
      value = WireJson.parse(line);
    } catch (RuntimeException e) {
      if (last) {
        return Optional.empty();
      }
      throw unreadable(path, number, "the line is not JSON", e);
    }
    try {
      Fields fields = new Fields((WireValue.Members) value);
      return Optional.of(
          new Event(fields.text("event"), Instant.parse(fields.text("at")), fields, number));
    } catch (WireFormatException | DateTimeParseException | ClassCastException e) {
      throw unreadable(path, number, "the line is not an event of a journal", e);
    }
  }

  private void check() {
    try {
      Fields start = start();
      if (!start.text("format").equals(Journal.FORMAT)) {
        throw unreadable(path, 1, "it is not a journal of cloudsyncctl", null);
      }
      if (start.whole("version") != Journal.VERSION) {
        throw unreadable(
            path,
            1,
            "it is of version "
                + start.whole("version")
                + ", this program knows version "
                + Journal.VERSION,
            null);
      }
    } catch (WireFormatException e) {
      throw unreadable(path, 1, "it does not begin as a journal", e);
    }
  }

  /** The fields of the first line. */
  public Fields start() {
    if (events.isEmpty() || !events.getFirst().name().equals("start")) {
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

  /** The first event that has this name and is about this operation. */
  public Optional<Event> of(String name, long operation) {
    return named(name).stream()
        .filter(event ->
            event.fields().members().get("operation") instanceof WireValue.Whole(long number)
                && number == operation)
        .findFirst();
  }

  /** The failure of one who reads a journal and finds something that a run does not leave. */
  public static DiagnosticException unreadable(
      Path path, int line, String why, @Nullable Throwable cause) {
    return new DiagnosticException(
        FailureKind.BAD_INPUT,
        Diagnostic.error(
            "journal-unreadable",
            "the journal cannot be used: " + why,
            new Location.InFile(path.toString(), line, 1),
            "it was edited, or is no journal; the NAS itself can be planned and applied without"
                + " it"),
        cause);
  }
}
