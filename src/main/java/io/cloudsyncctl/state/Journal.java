package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.setting.WireValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one run on one NAS: JSON Lines, each flushed to the disk before the run goes on,
 * so that whatever happens, what was done can be told. It holds no secrets and only its owner reads
 * it.
 */
public final class Journal implements AutoCloseable {
  /** The name of the format, in the first line. */
  public static final String FORMAT = "cloudsyncctl-journal";

  /** The version of the format. */
  public static final long VERSION = 2;

  /** The oldest version that is read: it lacks what identifies connections and tasks beside ids. */
  static final long OLDEST = 1;

  private final Path path;
  private final JournalStore.@Nullable Lines lines;

  private Journal(Path path, JournalStore.@Nullable Lines lines) {
    this.path = path;
    this.lines = lines;
  }

  /** Begins a journal; the file must not be there yet. */
  public static Journal create(JournalStore store, Path path) {
    try {
      return new Journal(path, store.create(path));
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** Goes on with a journal that is there. */
  public static Journal append(JournalStore store, Path path) {
    try {
      return new Journal(path, store.append(path));
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** A journal of a run that nobody needs to know of, such as one on a simulated NAS. */
  public static Journal none() {
    return new Journal(Path.of(""), null);
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Adds a line and waits until it is on the disk. */
  public void add(String event, Instant at, Map<String, WireValue> fields) {
    if (lines == null) {
      return;
    }
    WireValue.Members line =
        new WireValue.Members(
            ImmutableMap.<String, WireValue>builder()
                .put("event", WireValue.of(event))
                .put("at", WireValue.of(at.toString()))
                .putAll(fields)
                .buildOrThrow());
    try {
      lines.add((WireJson.print(line) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  @Override
  public void close() {
    if (lines != null) {
      try {
        lines.close();
      } catch (IOException e) {
        throw unwritable(path, e);
      }
    }
  }

  private static UncheckedIOException unwritable(Path path, IOException e) {
    return new UncheckedIOException("the journal " + path + " cannot be written: " + why(e), e);
  }

  private static String why(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "it is no longer there";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
