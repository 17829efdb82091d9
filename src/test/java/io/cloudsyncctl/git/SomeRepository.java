package io.cloudsyncctl.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;

/** A Git repository that a test makes, without any configuration of this machine. */
public final class SomeRepository {
  private static final PersonIdent SOMEBODY =
      new PersonIdent(
          "Somebody",
          "somebody@example.org",
          Instant.parse("2026-02-01T08:00:00Z"),
          ZoneOffset.UTC);

  private final Path folder;

  private SomeRepository(Path folder) {
    this.folder = folder;
  }

  /** A new repository in a folder. */
  public static SomeRepository in(Path folder) {
    IsolatedSystemReader.ensure();
    try (Git _ = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call()) {
      return new SomeRepository(folder);
    } catch (GitAPIException e) {
      throw new AssertionError(e);
    }
  }

  /** A repository that is still to be made. */
  public static SomeRepository notYet() {
    return new SomeRepository(Path.of("nowhere"));
  }

  public Path folder() {
    return folder;
  }

  /** Writes a file, and its folders. */
  public Path write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Commits everything as it is, removals too, and returns the commit's id. */
  public String commit() {
    try (Git git = Git.open(folder.toFile())) {
      git.add().addFilepattern(".").call();
      git.add().addFilepattern(".").setUpdate(true).call();
      return git.commit()
          .setMessage("as it is")
          .setAuthor(SOMEBODY)
          .setCommitter(SOMEBODY)
          .setSign(false)
          .call()
          .getId()
          .name();
    } catch (GitAPIException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Loses an object that a commit has, as a partial clone does not fetch it. */
  public void lose(String revisionAndPath) {
    try (Git git = Git.open(folder.toFile())) {
      String id = Objects.requireNonNull(git.getRepository().resolve(revisionAndPath)).name();
      Files.delete(folder.resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Commits a submodule in place of a folder; which commit of it does not matter. */
  public void commitSubmodule(String path) {
    try (Git git = Git.open(folder.toFile())) {
      DirCache index = git.getRepository().lockDirCache();
      DirCacheEditor editor = index.editor();
      editor.add(new DirCacheEditor.DeleteTree(path));
      editor.add(
          new DirCacheEditor.PathEdit(path) {
            @Override
            public void apply(DirCacheEntry entry) {
              entry.setFileMode(FileMode.GITLINK);
              entry.setObjectId(ObjectId.fromString("1".repeat(40)));
            }
          });
      assertThat(editor.commit()).isTrue();
      git.commit()
          .setMessage("a submodule")
          .setAuthor(SOMEBODY)
          .setCommitter(SOMEBODY)
          .setSign(false)
          .call();
    } catch (GitAPIException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Gives the last commit a name. */
  public void tag(String name) {
    try (Git git = Git.open(folder.toFile())) {
      git.tag().setName(name).setAnnotated(false).setSigned(false).call();
    } catch (GitAPIException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Leaves the branch, as CI jobs do. */
  public void detach() {
    try (Git git = Git.open(folder.toFile())) {
      git.checkout()
          .setName(Objects.requireNonNull(git.getRepository().resolve("HEAD")).name())
          .call();
    } catch (GitAPIException | IOException e) {
      throw new AssertionError(e);
    }
  }
}
