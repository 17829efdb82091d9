package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The journals of one NAS, or of all, in a state folder. */
public final class JournalFolder {
  private static final String ENDING = ".jsonl";
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** By the time in the name, then by the number behind it. */
  private static final Comparator<Path> BY_AGE =
      Comparator.comparing((Path file) -> name(file).split("-", 2)[0])
          .thenComparingInt(file -> name(file).length())
          .thenComparing(JournalFolder::name);

  private JournalFolder() {}

  /** The id of a journal's run. */
  public static String id(Path file) {
    return name(file);
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(0, name.length() - ENDING.length());
  }

  /** An id that no run in the folder has: the time, and a number where that is taken. */
  public static String newRun(Path folder, Instant now) {
    String base = NAME.format(now);
    String id = base;
    for (int number = 2; Files.exists(file(folder, id)); number++) {
      id = base + "-" + number;
    }
    return id;
  }

  /** The journal of a run. */
  public static Path file(Path folder, String run) {
    return folder.resolve(run + ENDING);
  }

  /** All journals below a folder, the oldest first. */
  public static ImmutableList<Path> below(Path folder) {
    if (!Files.isDirectory(folder)) {
      return ImmutableList.of();
    }
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted(BY_AGE)
          .collect(ImmutableList.toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException("the journals in " + folder + " cannot be listed", e);
    }
  }

  /** The journals of a run id; several NAS of one run may share it. */
  public static ImmutableList<Path> find(Path folder, String run) {
    List<Path> found =
        below(folder).stream()
            .filter(file -> file.getFileName().toString().equals(run + ENDING))
            .toList();
    return ImmutableList.copyOf(found);
  }

  /** The file itself where a run is named by its file. */
  public static Optional<Path> asFile(String run) {
    Path path = Path.of(run);
    return run.endsWith(ENDING) && Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
  }
}
