package io.cloudsyncctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.config.read.LoadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not there, or are no texts. */
class FileProblemsTest {
  @TempDir Path folder;

  @Test
  void aMissingFileDoesNotHideTheOthers() throws IOException {
    Path good = Loading.write(folder, "good.yaml", Loading.NAS);
    LoadResult result = Loading.load(Loading.offline(), folder.resolve("missing.yaml"), good);
    assertThat(Loading.texts(result, folder))
        .containsExactly(
            "error[file-not-found]: there is no file or folder missing.yaml\n"
                + "  hint: check the path; it starts at the current folder");
    assertThat(result.states()).hasSize(1);
  }

  @Test
  void aFolderWithoutFilesIsAnError() throws IOException {
    Loading.write(folder, "nas/.hidden/office.yaml", Loading.NAS);
    Loading.write(folder, "nas/notes.txt", "hello");
    LoadResult result = Loading.load(Loading.offline(), folder.resolve("nas"));
    assertThat(Loading.texts(result, folder))
        .containsExactly(
            "error[no-files]: the folder nas holds no file that ends in .yaml or .yml\n"
                + "  hint: name the folder that holds the files; hidden folders are left out");
  }

  @Test
  void aFileThatCannotBeReadIsAnError() throws IOException {
    Files.createSymbolicLink(folder.resolve("office.yaml"), Path.of("not-there.yaml"));
    LoadResult result = Loading.load(Loading.offline(), folder);
    assertThat(Loading.texts(result, folder))
        .containsExactly(
            "office.yaml:1:1: error[unreadable-file]: the file cannot be read\n"
                + "  hint: check that it is a file and that you may read it");
  }

  @Test
  void fourMebibytesAreTheLimit() throws IOException {
    String filler = "#" + "x".repeat(1023) + "\n";
    int lines = 4 * 1024 * 1024 / filler.length();
    String text = Loading.NAS + filler.repeat(lines);
    Path fits = Loading.write(folder, "fits.yaml", text.substring(0, 4 * 1024 * 1024));
    assertThat(Loading.load(Loading.offline(), fits).diagnostics()).isEmpty();
    Path large = Loading.write(folder, "large.yaml", text.substring(0, 4 * 1024 * 1024 + 1));
    assertThat(Loading.texts(Loading.load(Loading.offline(), large), folder))
        .containsExactly(
            "large.yaml:1:1: error[file-too-large]: the file is larger than 4 MiB\n"
                + "  hint: split it: one file for each NAS, with extends for what they share");
  }

  @Test
  void aFileThatIsNamedTwiceIsOneNas() throws IOException {
    Path file = Loading.write(folder, "office.yaml", Loading.NAS);
    assertThat(Loading.load(Loading.offline(), file, folder, file).states()).hasSize(1);
  }

  @Test
  void foldersAreWalkedInTheOrderOfTheirNames() throws IOException {
    for (String name : new String[] {"b/x.yml", "a.yaml", "b.yaml", "c/d/e.yaml"}) {
      String nas = name.replaceAll("[/.]", "-");
      Loading.write(folder, name, Loading.NAS.replace("office", nas));
    }
    assertThat(Loading.load(Loading.offline(), folder).states())
        .extracting(state -> state.nas().name())
        .containsExactly("a-yaml", "b-yaml", "b-x-yml", "c-d-e-yaml");
  }
}
