package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.WireValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
  public static final long VERSION = 1;

  private final Path path;
  private final @Nullable FileChannel channel;

  private Journal(Path path, @Nullable FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** Begins a journal; the file must not be there yet. */
  public static Journal create(Path path) {
    try {
      PrivateFiles.createFolder(path.toAbsolutePath().getParent());
      return new Journal(
          path, PrivateFiles.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw new UncheckedIOException("the journal " + path + " cannot be written", e);
    }
  }

  /** Goes on with a journal that is there. */
  public static Journal append(Path path) {
    try {
      return new Journal(
          path, FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UncheckedIOException("the journal " + path + " cannot be written", e);
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
    if (channel == null) {
      return;
    }
    WireValue.Members line =
        new WireValue.Members(
            ImmutableMap.<String, WireValue>builder()
                .put("event", WireValue.of(event))
                .put("at", WireValue.of(at.toString()))
                .putAll(fields)
                .buildOrThrow());
    ByteBuffer bytes =
        ByteBuffer.wrap((WireJson.print(line) + "\n").getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException("the journal " + path + " cannot be written", e);
    }
  }

  @Override
  public void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException("the journal " + path + " cannot be closed", e);
      }
    }
  }
}
