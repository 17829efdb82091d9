package io.cloudsyncctl.state;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** How the lines of journals get to where they are kept. */
public interface JournalStore {
  /** In files, which only their owner reads. */
  JournalStore DISK = new JournalsOnDisk();

  /** Begins a journal; the file must not be there yet. */
  Lines create(Path path) throws IOException;

  /** Goes on with a journal that is there. */
  Lines append(Path path) throws IOException;

  /** A journal that is open. */
  interface Lines extends Closeable {
    /**
     * Adds a line and waits until it is kept.
     *
     * @param line as UTF-8, its line feed included
     */
    void add(byte[] line) throws IOException;
  }
}
