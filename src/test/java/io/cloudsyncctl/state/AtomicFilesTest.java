package io.cloudsyncctl.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files are replaced, links stay, and what is no file is written to. */
@EnabledOnOs(OS.LINUX)
class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void aFileIsReplacedAndNothingElseIsLeft() throws IOException {
    Path file = folder.resolve("deep/er/report.html");
    AtomicFiles.writeShared(file, "one");
    Object first = key(file);
    AtomicFiles.writeShared(file, "two");
    assertThat(file).hasContent("two");
    assertThat(key(file)).as("another file").isNotEqualTo(first);
    assertThat(list(folder.resolve("deep/er"))).containsExactly(file);
  }

  @Test
  void aLinkStaysAndTheFileBehindItIsReplaced() throws IOException {
    Path target = Files.createDirectories(folder.resolve("out")).resolve("target");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("out/target"));
    Path chain = Files.createSymbolicLink(folder.resolve("chain"), link);
    AtomicFiles.writeShared(chain, "dangling so far");
    assertThat(target).isRegularFile().hasContent("dangling so far");
    AtomicFiles.write(link, "private");
    assertThat(target).hasContent("private");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");
    assertThat(link).isSymbolicLink();
    assertThat(chain).isSymbolicLink();
    assertThat(list(folder.resolve("out"))).containsExactly(target);

    AtomicFiles.remove(chain);
    assertThat(target).doesNotExist();
    assertThat(chain).isSymbolicLink();
  }

  @Test
  void linksThatLeadNowhereAreRefused() throws IOException {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, link);
    assertThatThrownBy(() -> AtomicFiles.writeShared(link, "text"))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("too many symbolic links");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void aPipeIsWrittenTo() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(AtomicFiles.replaces(pipe)).isFalse();
    CompletableFuture<String> read =
        CompletableFuture.supplyAsync(() -> {
          try {
            return Files.readString(pipe);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    AtomicFiles.writeShared(pipe, "text");
    assertThat(read.get()).isEqualTo("text");
    assertThat(Files.readAttributes(pipe, "isOther", LinkOption.NOFOLLOW_LINKS))
        .containsEntry("isOther", true);
  }

  @Test
  void whatAProcessHasOpenIsWrittenToBehindWhatItHolds() throws IOException {
    Path file = folder.resolve("redirected");
    try (OutputStream open = Files.newOutputStream(file)) {
      open.write("before\n".getBytes(StandardCharsets.UTF_8));
      Path descriptor = descriptor(file);
      Path link = Files.createSymbolicLink(folder.resolve("stdout"), descriptor);
      Object same = key(file);
      AtomicFiles.writeShared(link, "report\n");
      AtomicFiles.write(descriptor, "plan\n");
      assertThat(file).hasContent("before\nreport\nplan\n");
      assertThat(key(file)).isEqualTo(same);
      assertThat(link).isSymbolicLink();
    }
  }

  @Test
  void aFolderIsNoFile() {
    assertThatThrownBy(() -> AtomicFiles.writeShared(folder, "text"))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("directory");
  }

  private static Path descriptor(Path file) throws IOException {
    for (Path descriptor : list(Path.of("/proc/self/fd"))) {
      if (Files.isSymbolicLink(descriptor)
          && Files.readSymbolicLink(descriptor).equals(file.toRealPath())) {
        return descriptor;
      }
    }
    throw new AssertionError("the file is not open");
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static Object key(Path file) throws IOException {
    return Files.getAttribute(file, "unix:ino");
  }
}
