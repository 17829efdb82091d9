package io.cloudsyncctl.cli;

import io.cloudsyncctl.state.JournalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Journals on a disk that is full at the n-th line of all that are written to it: half of that line
 * is on the disk, and nothing after it.
 */
final class FailingJournals implements JournalStore {
  private final int failing;
  private int lines;

  FailingJournals(int failing) {
    this.failing = failing;
  }

  /** How many lines were to be written. */
  int lines() {
    return lines;
  }

  @Override
  public Lines create(Path path) throws IOException {
    return new Failing(path, JournalStore.DISK.create(path));
  }

  @Override
  public Lines append(Path path) throws IOException {
    return new Failing(path, JournalStore.DISK.append(path));
  }

  private final class Failing implements Lines {
    private final Path path;
    private final Lines disk;

    Failing(Path path, Lines disk) {
      this.path = path;
      this.disk = disk;
    }

    @Override
    public void add(byte[] line) throws IOException {
      lines++;
      if (lines == failing) {
        Files.write(path, Arrays.copyOf(line, line.length / 2), StandardOpenOption.APPEND);
      }
      if (lines >= failing) {
        throw new IOException("No space left on device");
      }
      disk.add(line);
    }

    @Override
    public void close() throws IOException {
      disk.close();
    }
  }
}
