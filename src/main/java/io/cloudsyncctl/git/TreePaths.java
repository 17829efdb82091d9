package io.cloudsyncctl.git;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Finds what stands at a path of a commit, through its symbolic links. */
final class TreePaths {
  private static final int MOST_LINKS = 20;
  private static final int LONGEST_LINK = 4096;

  private final ObjectReader reader;
  private final ObjectId root;

  TreePaths(ObjectReader reader, ObjectId root) {
    this.reader = reader;
    this.root = root;
  }

  /**
   * What stands at a path.
   *
   * @param path without links, with slashes, empty for the top
   */
  record Found(String path, FileMode mode, ObjectId id) {
    boolean isFile() {
      return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }
  }

  /** An entry of a folder. */
  record Child(String name, Found found) {}

  /**
   * What stands at a path; empty where nothing does, or a link leads out of the tree.
   *
   * @throws IOException where that is not known here: in a submodule, or without the objects
   */
  Optional<Found> find(String path) throws IOException {
    Found at = new Found("", FileMode.TREE, root);
    Deque<String> ahead = new ArrayDeque<>(parts(path));
    int links = 0;
    while (!ahead.isEmpty()) {
      Optional<Found> next = step(at, ahead.pop());
      if (next.isEmpty()) {
        return Optional.empty();
      }
      if (FileMode.SYMLINK.equals(next.get().mode())) {
        String target = text(next.get().id());
        if (target.startsWith("/") || ++links > MOST_LINKS) {
          return Optional.empty();
        }
        parts(target).reversed().forEach(ahead::push);
      } else {
        at = next.get();
      }
    }
    return Optional.of(at);
  }

  private Optional<Found> step(Found from, String name) throws IOException {
    if (FileMode.GITLINK.equals(from.mode())) {
      throw new IOException(from.path() + " is a submodule, whose files are of another repository");
    }
    if (!FileMode.TREE.equals(from.mode())) {
      return Optional.empty();
    }
    if (name.equals("..")) {
      int slash = from.path().lastIndexOf('/');
      return from.path().isEmpty()
          ? Optional.empty()
          : find(slash < 0 ? "" : from.path().substring(0, slash));
    }
    String path = from.path().isEmpty() ? name : from.path() + "/" + name;
    try (TreeWalk walk = TreeWalk.forPath(reader, name, from.id())) {
      return walk == null
          ? Optional.empty()
          : Optional.of(new Found(path, walk.getFileMode(0), walk.getObjectId(0)));
    }
  }

  /** What is directly in a folder. */
  ImmutableList<Child> children(Found folder) throws IOException {
    CanonicalTreeParser parser = new CanonicalTreeParser();
    parser.reset(reader, folder.id());
    ImmutableList.Builder<Child> children = ImmutableList.builder();
    while (!parser.eof()) {
      String name = parser.getEntryPathString();
      String path = folder.path().isEmpty() ? name : folder.path() + "/" + name;
      children.add(
          new Child(name, new Found(path, parser.getEntryFileMode(), parser.getEntryObjectId())));
      parser.next(1);
    }
    return children.build();
  }

  private String text(ObjectId link) throws IOException {
    return new String(
        reader.open(link, Constants.OBJ_BLOB).getCachedBytes(LONGEST_LINK), StandardCharsets.UTF_8);
  }

  private static List<String> parts(String path) {
    return List.of(path.split("/")).stream()
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .toList();
  }
}
