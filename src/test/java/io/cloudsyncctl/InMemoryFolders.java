package io.cloudsyncctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Puts temporary folders into memory where the system has a file system for that, since the program
 * flushes every journal and record to the disk; {@code junit-platform.properties} names this class.
 */
public final class InMemoryFolders implements TempDirFactory {
  private static final Path MEMORY = Path.of("/dev/shm");

  /**
   * More than all tests together leave at a time; in a container there may be as little as 64 MB.
   */
  private static final long NEEDED = 1L << 30;

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
      throws IOException {
    boolean usable =
        Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > NEEDED;
    return usable
        ? Files.createTempDirectory(MEMORY, "junit-")
        : Files.createTempDirectory("junit-");
  }
}
