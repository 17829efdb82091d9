package io.cloudsyncctl.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** A bare repository as a code host has it, and the working tree of somebody who pushes to it. */
final class Repository {
  static final String MAIN = "main";
  private static final String PERSON = "A Person <person@example.lan>";

  private final Shells shells;
  private final Path bare;
  private final Path person;

  private Repository(Shells shells, Path bare, Path person) {
    this.shells = shells;
    this.bare = bare;
    this.person = person;
  }

  static Repository create(Shells shells, Path folder) throws Exception {
    Path bare = folder.resolve("origin.git");
    Path person = folder.resolve("person");
    shells.output(folder, "git", "init", "-q", "--bare", "-b", MAIN, bare.toString());
    shells.output(folder, "git", "clone", "-q", bare.toString(), person.toString());
    Repository repository = new Repository(shells, bare, person);
    repository.git("checkout", "-q", "-b", MAIN);
    return repository;
  }

  Path bare() {
    return bare;
  }

  /** Writes a file into the person's working tree. */
  void write(String path, String text) throws IOException {
    Path file = person.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Copies what the documentation tells people to copy. */
  void copy(Path source, String target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = person.resolve(target).resolve(source.relativize(file).toString()).normalize();
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Commits everything on a branch, which starts at main where it is new, and pushes it. */
  void push(String branch, String message) throws Exception {
    git("checkout", "-q", "-B", branch);
    git("add", "-A");
    git("commit", "-q", "--author", PERSON, "-m", message);
    git("push", "-q", "origin", branch);
  }

  /** Goes to a branch as it is on the host. */
  void checkOut(String branch) throws Exception {
    git("fetch", "-q", "origin");
    git("checkout", "-q", "-B", branch, "origin/" + branch);
  }

  /** What the host shows to the pipeline of a pull request: the branch merged with main. */
  String testMerge(String branch, int number) throws Exception {
    String tree = host("merge-tree", "--write-tree", MAIN, branch);
    String merge = host("commit-tree", tree, "-p", MAIN, "-p", branch, "-m", "test merge");
    host("update-ref", "refs/pull/" + number + "/merge", merge);
    return merge;
  }

  /** Merges with a commit of two parents; returns it. */
  String merge(String branch) throws Exception {
    return update("-p", MAIN, "-p", branch, branch);
  }

  /** Merges as one new commit that knows nothing of the branch; returns it. */
  String squash(String branch) throws Exception {
    return update("-p", MAIN, branch);
  }

  /** Moves main to the branch; returns its commit. */
  String fastForward(String branch) throws Exception {
    host("update-ref", "refs/heads/" + MAIN, branch);
    checkOut(MAIN);
    return commit(MAIN);
  }

  private String update(String... parentsAndBranch) throws Exception {
    String branch = parentsAndBranch[parentsAndBranch.length - 1];
    String tree = host("merge-tree", "--write-tree", MAIN, branch);
    String[] parents =
        Stream.of(parentsAndBranch).limit(parentsAndBranch.length - 1L).toArray(String[]::new);
    String commit =
        host(
            Stream.of(
                    Stream.of("commit-tree", tree),
                    Stream.of(parents),
                    Stream.of("-m", "Merge " + branch))
                .flatMap(words -> words)
                .toArray(String[]::new));
    host("update-ref", "refs/heads/" + MAIN, commit);
    checkOut(MAIN);
    return commit;
  }

  String commit(String revision) throws Exception {
    return host("rev-parse", revision);
  }

  /** The names of the files on a branch. */
  String files(String branch) throws Exception {
    return host("ls-tree", "-r", "--name-only", branch);
  }

  /** The text of a file on a branch. */
  String text(String branch, String path) throws Exception {
    return host("show", branch + ":" + path);
  }

  /** A fresh working tree of one commit, as a job gets it. */
  void clone(Path target, String commit, boolean mayPush) throws Exception {
    shells.output(bare, "git", "clone", "-q", "--no-checkout", bare.toString(), target.toString());
    shells.output(target, "git", "fetch", "-q", "origin", commit);
    shells.output(target, "git", "checkout", "-q", "--detach", commit);
    if (!mayPush) {
      shells.output(target, "git", "remote", "set-url", "--push", "origin", "/nowhere");
    }
  }

  private void git(String... arguments) throws Exception {
    shells.output(person, command(arguments));
  }

  private String host(String... arguments) throws Exception {
    return shells.output(bare, command(arguments));
  }

  private static String[] command(String... arguments) {
    return Stream.concat(
            Stream.of("git", "-c", "user.name=Host", "-c", "user.email=host@example.lan"),
            Stream.of(arguments))
        .toArray(String[]::new);
  }
}
