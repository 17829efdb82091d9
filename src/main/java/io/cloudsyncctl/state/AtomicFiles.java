package io.cloudsyncctl.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that are replaced as a whole: a reader or a crash never sees half of one. */
public final class AtomicFiles {
  private AtomicFiles() {}

  /** Writes a text as UTF-8 beside the file, flushes it to the disk and puts it in place. */
  public static void write(Path path, String text) throws IOException {
    Path folder = folder(path);
    put(path, text, Files.createTempFile(folder, "." + path.getFileName(), ".new"));
  }

  /** The same for a file that others may read as well, if the user's mask lets them. */
  public static void writeShared(Path path, String text) throws IOException {
    Path folder = folder(path);
    put(
        path,
        text,
        Files.createFile(folder.resolve("." + path.getFileName() + UUID.randomUUID() + ".new")));
  }

  private static Path folder(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(path + " is not a file name");
    }
    return Files.createDirectories(folder);
  }

  private static void put(Path path, String text, Path temporary) throws IOException {
    try {
      Files.writeString(temporary, text, StandardCharsets.UTF_8);
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
