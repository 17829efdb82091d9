package io.cloudsyncctl.git;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** The Git working tree that some files lie in. It is only read, also by linked worktrees. */
public final class WorkingTree implements AutoCloseable {
  private static final String BRANCHES = "refs/heads/";

  private final Repository repository;
  private final Path root;

  private WorkingTree(Repository repository, Path root) {
    this.repository = repository;
    this.root = root;
  }

  /** The working tree around a file or folder; empty outside of any, or where it cannot be read. */
  public static Optional<WorkingTree> around(Path fileOrFolder) {
    IsolatedSystemReader.ensure();
    try {
      Path real = fileOrFolder.toRealPath();
      Path folder = Files.isDirectory(real) ? real : real.getParent();
      FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
      if (folder == null || builder.findGitDir(folder.toFile()).getGitDir() == null) {
        return Optional.empty();
      }
      Repository repository = builder.build();
      if (repository.isBare()) {
        repository.close();
        return Optional.empty();
      }
      return Optional.of(
          new WorkingTree(repository, repository.getWorkTree().toPath().toRealPath()));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The top folder, without links. */
  public Path root() {
    return root;
  }

  /**
   * What is checked out.
   *
   * @param files the files that it matters for
   * @return empty before the first commit, and where the repository cannot be read
   */
  public Optional<Head> head(Collection<Path> files) {
    try {
      ObjectId head = repository.resolve(Constants.HEAD);
      if (head == null) {
        return Optional.empty();
      }
      String branch = repository.getFullBranch();
      try (RevisionView committed = view(head)) {
        return Optional.of(
            new Head(
                head.name(),
                branch != null && branch.startsWith(BRANCHES)
                    ? Optional.of(branch.substring(BRANCHES.length()))
                    : Optional.empty(),
                files.stream().anyMatch(file -> committed.differs(file))));
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /**
   * The files of a revision.
   *
   * @param revision as {@code git rev-parse} takes it: a commit, tag, branch, {@code HEAD~1}
   * @throws DiagnosticException {@code baseline-not-found}
   */
  public RevisionView at(String revision) {
    try {
      ObjectId commit = repository.resolve(revision);
      if (commit == null) {
        throw notFound(revision, null);
      }
      return view(commit);
    } catch (IOException | RuntimeException e) {
      if (e instanceof DiagnosticException ours) {
        throw ours;
      }
      throw notFound(revision, e);
    }
  }

  private RevisionView view(ObjectId commit) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit parsed = walk.parseCommit(commit);
      return new RevisionView(
          root, repository.newObjectReader(), parsed.getTree().getId(), parsed.getId().name());
    }
  }

  private DiagnosticException notFound(String revision, @Nullable Exception cause) {
    String what =
        cause instanceof MissingObjectException
            ? "the Git repository does not hold the commit "
            : "the Git repository knows no commit ";
    String hint =
        isShallow()
            ? "this clone is shallow: fetch all of it (fetch-depth: 0 on GitHub, GIT_DEPTH: 0 on"
                + " GitLab, else git fetch --unshallow)"
            : "name a commit, tag or branch that git rev-parse takes; fetch it first where it is"
                + " not here yet";
    return new DiagnosticException(
        FailureKind.USAGE,
        Diagnostic.error(
            DiagnosticCode.BASELINE_NOT_FOUND, what + '"' + revision + '"', null, hint),
        cause);
  }

  private boolean isShallow() {
    try {
      return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
