package io.cloudsyncctl.state;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.RefusalCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One apply at a time for one NAS from one state folder. The operating system frees the lock when a
 * run ends, however it ends.
 */
public final class RunLock implements AutoCloseable {
  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws DiagnosticException {@code nas-locked} where another run has it
   */
  public static RunLock take(Path path, String nas) {
    FileChannel channel = null;
    try {
      PrivateFiles.createFolder(path.toAbsolutePath().getParent());
      channel = PrivateFiles.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) != null) {
        return new RunLock(channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock " + path + " cannot be taken", e);
    }
    throw new DiagnosticException(
        RefusalCode.NAS_LOCKED.kind(),
        Diagnostic.error(
            DiagnosticCode.NAS_LOCKED,
            "another apply to this NAS is under way from this machine",
            new Location.OnNas(nas, null, null),
            "wait until it has ended, then look at the plan again"));
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock cannot be freed", e);
    }
  }
}
