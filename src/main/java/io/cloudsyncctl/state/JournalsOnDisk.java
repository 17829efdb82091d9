package io.cloudsyncctl.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Journals in files, each line flushed to the disk. */
final class JournalsOnDisk implements JournalStore {

  @Override
  public Lines create(Path path) throws IOException {
    PrivateFiles.createFolder(path.toAbsolutePath().getParent());
    return new OnDisk(
        PrivateFiles.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
  }

  /** A line that is cut off never counted, so it makes way for the next one. */
  @Override
  public Lines append(Path path) throws IOException {
    JournalText text = new JournalText(Files.readAllBytes(path));
    FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
    try {
      channel.truncate(text.whole()).position(text.whole());
      OnDisk lines = new OnDisk(channel);
      if (text.lacksLineFeed()) {
        lines.add(new byte[] {'\n'});
      }
      return lines;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private record OnDisk(FileChannel channel) implements Lines {
    @Override
    public void add(byte[] line) throws IOException {
      ByteBuffer bytes = ByteBuffer.wrap(line);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
