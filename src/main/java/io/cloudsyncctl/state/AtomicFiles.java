package io.cloudsyncctl.state;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Files that are replaced as a whole: a reader or a crash never sees half of one. A symbolic link
 * stays, and the file that it leads to is replaced. What is no file (a pipe, a device, an open
 * descriptor such as {@code /dev/stdout}) cannot be replaced and is written to.
 */
public final class AtomicFiles {
  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  private AtomicFiles() {}

  /**
   * Writes a text as UTF-8 beside the file, flushes it to the disk and puts it in place. Only its
   * owner may read the file.
   */
  public static void write(Path path, String text) throws IOException {
    Path target = target(path);
    if (isReplaced(target)) {
      put(target, text, Files.createTempFile(folder(target), "." + target.getFileName(), ".new"));
    } else {
      writeThrough(target, text);
    }
  }

  /** The same for a file that others may read as well, if the user's mask lets them. */
  public static void writeShared(Path path, String text) throws IOException {
    Path target = target(path);
    if (isReplaced(target)) {
      String name = "." + target.getFileName() + UUID.randomUUID() + ".new";
      put(target, text, Files.createFile(folder(target).resolve(name)));
    } else {
      writeThrough(target, text);
    }
  }

  /** Whether what is written there takes the place of what was; it may not be there at all. */
  public static boolean replaces(Path path) {
    try {
      return isReplaced(target(path));
    } catch (IOException e) {
      return true;
    }
  }

  /** Removes a file of these; a symbolic link to it stays. */
  public static void remove(Path path) throws IOException {
    Files.deleteIfExists(target(path));
  }

  /** Where symbolic links lead to in the end, whether it is there or not. */
  private static Path target(Path path) throws IOException {
    Path target = path.toAbsolutePath();
    for (int links = 0; links < MOST_LINKS; links++) {
      Path folder = target.getParent();
      Path name = target.getFileName();
      if (folder == null || name == null) {
        throw new IOException(path + " is not a file name");
      }
      if (Files.exists(folder)) {
        target = folder.toRealPath().resolve(name);
      }
      if (!Files.isSymbolicLink(target) || isDescriptor(target)) {
        return target;
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    throw new FileSystemException(path.toString(), null, "too many symbolic links");
  }

  /** A link that leads to whatever a process has open there, be it a file or not. */
  private static boolean isDescriptor(Path path) {
    Path folder = path.getParent();
    return folder != null && folder.startsWith("/proc") && folder.endsWith("fd");
  }

  private static boolean isReplaced(Path target) {
    return !isDescriptor(target) && (!Files.exists(target) || Files.isRegularFile(target));
  }

  /** Behind what is there, where that is a file after all, as a shell's redirection is. */
  private static void writeThrough(Path target, String text) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(target, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Path folder(Path target) throws IOException {
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException(target + " is not a file name");
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
