package io.cloudsyncctl.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudsyncctl.config.Loading;
import io.cloudsyncctl.config.read.ConfigLoader;
import io.cloudsyncctl.config.read.LoadResult;
import io.cloudsyncctl.config.yaml.FileView;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.model.record.Declaration;
import io.cloudsyncctl.model.setting.WireValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingTreeTest {
  private static final String NAS =
      """
      version: 1
      nas: { name: office, url: "https://nas.example.lan:5001" }
      """;

  @TempDir Path folder;

  @Test
  void filesOfARevisionAreReadWithoutCheckingItOut() throws IOException {
    SomeRepository repository = SomeRepository.in(folder);
    repository.write("base/speed.yaml", speed(1000));
    Path office = repository.write("nas/office.yaml", NAS + "extends: [../base/speed.yaml]\n");
    repository.commit();
    repository.tag("v1");
    repository.write("base/speed.yaml", speed(2000));
    repository.commit();
    Files.delete(folder.resolve("base/speed.yaml"));
    assertThat(declaredSpeed("v1", office)).isEqualTo(1000);
    assertThat(declaredSpeed("HEAD~1", office)).isEqualTo(1000);
    assertThat(declaredSpeed("main", office)).isEqualTo(2000);
    assertThat(declaredSpeed("HEAD", folder.resolve("nas"))).isEqualTo(2000);
  }

  @Test
  void linksInsideTheRepositoryAreFollowedAsTheyWereThen() throws IOException {
    SomeRepository repository = SomeRepository.in(folder);
    repository.write("sites/a/speed.yaml", speed(1));
    repository.write("sites/b/speed.yaml", speed(2));
    Path office = repository.write("office.yaml", NAS + "extends: [current/speed.yaml]\n");
    Path link = Files.createSymbolicLink(folder.resolve("current"), Path.of("sites/a"));
    repository.commit();
    Files.delete(link);
    Files.createSymbolicLink(link, Path.of("./sites/../sites/b"));
    repository.commit();
    assertThat(declaredSpeed("HEAD~1", office)).isEqualTo(1);
    assertThat(declaredSpeed("HEAD", office)).isEqualTo(2);
  }

  @Test
  void linksThatLeadOutOfTheTreeOrInCirclesLeadNowhere() throws IOException {
    SomeRepository repository = SomeRepository.in(folder);
    repository.write("one.yaml", NAS);
    Files.createSymbolicLink(folder.resolve("outside.yaml"), Path.of("/etc/hostname"));
    Files.createSymbolicLink(folder.resolve("above.yaml"), Path.of("../x.yaml"));
    Files.createSymbolicLink(folder.resolve("circle.yaml"), Path.of("circle.yaml"));
    repository.commit();
    try (WorkingTree tree = WorkingTree.around(folder).orElseThrow();
        RevisionView view = tree.at("HEAD")) {
      for (String name : List.of("outside.yaml", "above.yaml", "circle.yaml")) {
        assertThat(view.exists(folder.resolve(name))).as(name).isFalse();
      }
      assertThat(view.isFile(folder.resolve("one.yaml"))).isTrue();
    }
  }

  @Test
  void whatADeclarationRefersToMayBeAFileThatGitDoesNotKnow() throws IOException {
    SomeRepository repository = SomeRepository.in(folder);
    Path office =
        repository.write(
            "office.yaml",
            NAS
                + """
                connections:
                  - name: Dropbox
                    settings: { max_upload_speed: "${file:limit.txt}" }
                """);
    repository.write(".gitignore", "limit.txt\n");
    repository.write("limit.txt", "77\n");
    repository.commit();
    assertThat(declaredSpeed("HEAD", office)).isEqualTo(77);
  }

  @Test
  void filesOutsideTheRepositoryAreAsTheyAreNow() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("inside"));
    Files.writeString(folder.resolve("other.txt"), "now");
    SomeRepository repository = SomeRepository.in(inside);
    repository.write("a.yaml", NAS);
    repository.commit();
    try (WorkingTree tree = WorkingTree.around(inside).orElseThrow();
        RevisionView view = tree.at("HEAD")) {
      assertThat(view.covers(inside.resolve("a.yaml"))).isTrue();
      assertThat(view.covers(folder.resolve("other.txt"))).isFalse();
      assertThat(text(view, folder.resolve("other.txt"))).isEqualTo("now");
      assertThat(view.list(inside)).extracting(FileView.Entry::path).hasSize(1);
    }
  }

  @Test
  void aLinkedWorktreeIsReadLikeAnyOther() throws IOException {
    Path main = Files.createDirectory(folder.resolve("main"));
    SomeRepository repository = SomeRepository.in(main);
    repository.write("office.yaml", NAS);
    String commit = repository.commit();
    Path linked = Files.createDirectory(folder.resolve("linked"));
    Path its = main.resolve(".git/worktrees/linked");
    Files.createDirectories(its);
    Files.writeString(its.resolve("HEAD"), commit + "\n");
    Files.writeString(its.resolve("commondir"), "../..\n");
    Files.writeString(its.resolve("gitdir"), linked.resolve(".git") + "\n");
    Files.writeString(linked.resolve(".git"), "gitdir: " + its + "\n");
    Path office = Files.writeString(linked.resolve("office.yaml"), NAS + "# changed\n");
    try (WorkingTree tree = WorkingTree.around(office).orElseThrow()) {
      Head head = tree.head(List.of(office)).orElseThrow();
      assertThat(head.commit()).isEqualTo(commit);
      assertThat(head.branch()).isEmpty();
      assertThat(head.changed()).isTrue();
      try (RevisionView view = tree.at("main")) {
        assertThat(text(view, office)).isEqualTo(NAS);
      }
    }
  }

  @Test
  void theHeadIsToldWithItsBranchAndWhetherTheFilesAreAsCommitted() throws IOException {
    SomeRepository repository = SomeRepository.in(folder);
    Path office = repository.write("office.yaml", NAS);
    try (WorkingTree tree = WorkingTree.around(office).orElseThrow()) {
      assertThat(tree.head(List.of(office))).as("before the first commit").isEmpty();
    }
    String commit = repository.commit();
    assertThat(head(office)).isEqualTo(new Head(commit, java.util.Optional.of("main"), false));
    Files.writeString(office, NAS.replace("\n", "\r\n"));
    assertThat(head(office).changed()).as("other line endings only").isFalse();
    Files.writeString(office, NAS + "connections: []\n");
    assertThat(head(office).changed()).isTrue();
    Path untracked = repository.write("untracked.yaml", NAS);
    Files.writeString(office, NAS);
    assertThat(head(untracked).changed()).isTrue();
    repository.detach();
    assertThat(head(office)).isEqualTo(new Head(commit, java.util.Optional.empty(), false));
  }

  @Test
  void outsideOfAnyRepositoryThereIsNothingToTell() {
    assertThat(WorkingTree.around(folder)).isEmpty();
    assertThat(WorkingTree.around(folder.resolve("not there"))).isEmpty();
  }

  @Test
  void aDamagedRepositoryFailsNothing() throws IOException {
    SomeRepository repository = SomeRepository.in(folder);
    Path office = repository.write("office.yaml", NAS);
    repository.commit();
    Files.writeString(folder.resolve(".git/HEAD"), "rubbish");
    Files.writeString(folder.resolve(".git/config"), "[core\nx");
    assertThat(WorkingTree.around(office).flatMap(tree -> tree.head(List.of(office)))).isEmpty();
  }

  @Test
  void aRevisionThatIsNotThereIsAnErrorThatSaysWhatToDo() throws IOException {
    SomeRepository repository = SomeRepository.in(folder);
    repository.write("office.yaml", NAS);
    String commit = repository.commit();
    assertThat(message("v9"))
        .isEqualTo(
            "error[baseline-not-found]: the Git repository knows no commit \"v9\"\n"
                + "  hint: name a commit, tag or branch that git rev-parse takes; fetch it first"
                + " where it is not here yet");
    assertThat(message("HEAD~1")).contains("knows no commit \"HEAD~1\"");
    assertThat(message("HEAD^{nonsense")).contains("knows no commit");
    assertThat(message("0123456789".repeat(4))).contains("does not hold the commit");
    Files.writeString(folder.resolve(".git/shallow"), commit + "\n");
    assertThat(message("HEAD~1"))
        .endsWith(
            "hint: this clone is shallow: fetch all of it (fetch-depth: 0 on GitHub, GIT_DEPTH: 0"
                + " on GitLab, else git fetch --unshallow)");
  }

  @Test
  void nothingIsWrittenIntoTheRepository() throws IOException {
    SomeRepository repository = SomeRepository.in(folder);
    Path office = repository.write("office.yaml", NAS);
    repository.commit();
    List<String> before = everything();
    assertThat(head(office).changed()).isFalse();
    try (WorkingTree tree = WorkingTree.around(office).orElseThrow();
        RevisionView view = tree.at("HEAD")) {
      assertThat(view.exists(office)).isTrue();
    }
    assertThat(everything()).isEqualTo(before);
  }

  private List<String> everything() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .sorted()
          .map(file -> file + " " + (Files.isDirectory(file) ? "" : file.toFile().lastModified()))
          .toList();
    }
  }

  private Head head(Path file) {
    try (WorkingTree tree = WorkingTree.around(file).orElseThrow()) {
      return tree.head(List.of(file)).orElseThrow();
    }
  }

  private String message(String revision) {
    try (WorkingTree tree = WorkingTree.around(folder).orElseThrow()) {
      StringBuilder text = new StringBuilder();
      assertThatThrownBy(() -> tree.at(revision))
          .isInstanceOfSatisfying(
              DiagnosticException.class, e -> text.append(e.diagnostics().getFirst().text()));
      return text.toString();
    }
  }

  private static String speed(int limit) {
    return "connections: [ { name: Dropbox, settings: { max_upload_speed: " + limit + " } } ]\n";
  }

  private static String text(FileView view, Path path) throws IOException {
    try (var in = view.open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static long declaredSpeed(String revision, Path file) {
    try (WorkingTree tree = WorkingTree.around(file).orElseThrow();
        RevisionView view = tree.at(revision)) {
      LoadResult result = new ConfigLoader(view).load(List.of(file), Loading.offline());
      assertThat(result.diagnostics()).isEmpty();
      WireValue value =
          Declaration.of(result.states().getFirst())
              .connections()
              .getFirst()
              .settings()
              .get("settings.max_upload_speed");
      return value instanceof WireValue.Whole(long limit) ? limit : -1;
    }
  }
}
