package io.cloudsyncctl.git;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.config.yaml.FileView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * The files of a working tree as they are in a commit, read from its objects. Files outside the
 * working tree have no revision: they are as they are now.
 */
public final class RevisionView implements FileView, AutoCloseable {
  private static final String GIT = ".git";
  private static final String NOT_HERE = "its objects are not in this clone";

  private final Path root;
  private final ObjectReader reader;
  private final TreePaths paths;
  private final String commit;
  private final Map<String, String> unknown = new LinkedHashMap<>();

  RevisionView(Path root, ObjectReader reader, ObjectId tree, String commit) {
    this.root = root;
    this.reader = reader;
    this.paths = new TreePaths(reader, tree);
    this.commit = commit;
  }

  /** The full id of the commit. */
  public String commit() {
    return commit;
  }

  /**
   * What was asked for so far and cannot be told, by its path, and why: it may be in the commit or
   * not.
   */
  public ImmutableMap<String, String> unknown() {
    return ImmutableMap.copyOf(unknown);
  }

  @Override
  public boolean isFolder(Path path) {
    Optional<String> inside = inside(path);
    return inside.isEmpty()
        ? DISK.isFolder(path)
        : find(inside.get()).filter(found -> FileMode.TREE.equals(found.mode())).isPresent();
  }

  @Override
  public boolean isFile(Path path) {
    Optional<String> inside = inside(path);
    return inside.isEmpty()
        ? DISK.isFile(path)
        : find(inside.get()).filter(TreePaths.Found::isFile).isPresent();
  }

  @Override
  public boolean exists(Path path) {
    Optional<String> inside = inside(path);
    if (inside.isEmpty()) {
      return DISK.exists(path);
    }
    return inside.get().equals(GIT) || find(inside.get()).isPresent();
  }

  @Override
  public Path real(Path path) {
    Optional<String> inside = inside(path);
    if (inside.isEmpty()) {
      return DISK.real(path);
    }
    return root.resolve(find(inside.get()).map(TreePaths.Found::path).orElse(inside.get()));
  }

  @Override
  public InputStream open(Path path) throws IOException {
    Optional<String> inside = inside(path);
    if (inside.isEmpty()) {
      return DISK.open(path);
    }
    TreePaths.Found found =
        find(inside.get())
            .filter(TreePaths.Found::isFile)
            .orElseThrow(() -> new NoSuchFileException(path.toString()));
    return reader.open(found.id(), Constants.OBJ_BLOB).openStream();
  }

  @Override
  public ImmutableList<Entry> list(Path folder) throws IOException {
    Optional<String> inside = inside(folder);
    if (inside.isEmpty()) {
      return DISK.list(folder);
    }
    TreePaths.Found found =
        find(inside.get()).orElseThrow(() -> new NoSuchFileException(folder.toString()));
    ImmutableList<TreePaths.Child> children;
    try {
      children = paths.children(found);
    } catch (MissingObjectException e) {
      unknown.put(found.path(), NOT_HERE);
      return ImmutableList.of();
    }
    children.stream()
        .filter(child -> FileMode.GITLINK.equals(child.found().mode()))
        .forEach(child -> unknown.put(child.found().path(), "it is a submodule"));
    return children.stream()
        .map(child ->
            new Entry(folder.resolve(child.name()), FileMode.TREE.equals(child.found().mode())))
        .collect(ImmutableList.toImmutableList());
  }

  /** The same files, and where the commit has none, those that are there now. */
  @Override
  public FileView referredTo() {
    return new RevisionOverDisk(this);
  }

  /** Whether the file now is another than that of the commit, line endings apart. */
  boolean differs(Path file) {
    Optional<String> inside = inside(file);
    if (inside.isEmpty()) {
      return false;
    }
    Optional<TreePaths.Found> found = find(inside.get()).filter(TreePaths.Found::isFile);
    try (ObjectInserter.Formatter ids = new ObjectInserter.Formatter()) {
      if (found.isEmpty()) {
        return true;
      }
      byte[] now = Files.readAllBytes(file);
      byte[] unix =
          new String(now, StandardCharsets.ISO_8859_1)
              .replace("\r\n", "\n")
              .getBytes(StandardCharsets.ISO_8859_1);
      ObjectId id = found.get().id();
      return !ids.idFor(Constants.OBJ_BLOB, now).equals(id)
          && !ids.idFor(Constants.OBJ_BLOB, unix).equals(id);
    } catch (IOException e) {
      return true;
    }
  }

  /** Whether a file lies in this working tree. */
  public boolean covers(Path path) {
    return inside(path).isPresent();
  }

  /** What cannot be had, as in a partial clone, is not there for now, and noted as unknown. */
  private Optional<TreePaths.Found> find(String path) {
    try {
      return paths.find(path);
    } catch (MissingObjectException e) {
      unknown.put(path, NOT_HERE);
    } catch (IOException | LargeObjectException e) {
      unknown.put(path, String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  /** The path inside the tree, with slashes; empty for files outside the working tree. */
  private Optional<String> inside(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    // Links below the top of the tree are the commit's own business, so only those above it count.
    for (Path top = absolute; top != null; top = top.getParent()) {
      if (top.equals(root) || DISK.real(top).equals(root)) {
        return Optional.of(slashed(top.relativize(absolute)));
      }
    }
    Path real = DISK.real(absolute);
    return real.startsWith(root) ? Optional.of(slashed(root.relativize(real))) : Optional.empty();
  }

  private static String slashed(Path relative) {
    return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
  }

  @Override
  public void close() {
    reader.close();
  }
}
