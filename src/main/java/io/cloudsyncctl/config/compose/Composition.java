package io.cloudsyncctl.config.compose;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.config.yaml.Shown;
import io.cloudsyncctl.config.yaml.SourceFile;
import io.cloudsyncctl.config.yaml.Sources;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts a file together with those that it extends. */
public final class Composition {
  private final Sources sources;
  private final Merge merge;
  private final Problems problems;
  private final ImmutableList<Path> roots;

  /**
   * Files that are in the document already. One that several others extend counts where it came
   * first: a second time it would undo what was laid over it since.
   */
  private final Set<Path> done = new HashSet<>();

  /**
   * @param roots folders that the user named
   */
  public Composition(Sources sources, Problems problems, ImmutableList<Path> roots) {
    this.sources = sources;
    this.merge = new Merge(problems);
    this.problems = problems;
    this.roots = roots.stream().map(sources.view()::real).collect(ImmutableList.toImmutableList());
  }

  /**
   * A composed document.
   *
   * @param root without {@code extends}; null where a part could not be read
   * @param files all that it was composed of, the file itself first
   */
  public record Composed(Node.@Nullable Mapping root, ImmutableSet<SourceFile> files) {}

  public Composed compose(SourceFile file) {
    Set<SourceFile> files = new LinkedHashSet<>();
    done.clear();
    Node.Mapping root = compose(file, new LinkedHashSet<>(), files, allowed(file.real()));
    return new Composed(root, ImmutableSet.copyOf(files));
  }

  private Node.@Nullable Mapping compose(
      SourceFile file, Set<SourceFile> open, Set<SourceFile> files, ImmutableList<Path> allowed) {
    Node.Mapping own = file.root();
    if (!files.add(file) || own == null) {
      return null;
    }
    open.add(file);
    Node.Mapping composed = null;
    boolean complete = true;
    for (Node entry : extended(own)) {
      SourceFile base = resolve(file, entry, open, allowed);
      if (base != null && done.contains(base.real())) {
        continue;
      }
      Node.Mapping part = base == null ? null : compose(base, open, files, allowed);
      if (part == null) {
        complete = false;
      } else {
        composed = composed == null ? part : merge.documents(composed, part);
      }
    }
    open.remove(file);
    Node.Mapping rest = own.without("extends");
    Node.Mapping merged = composed == null ? rest : merge.documents(composed, rest);
    if (!complete) {
      return null;
    }
    done.add(file.real());
    return merged;
  }

  private ImmutableList<Node> extended(Node.Mapping root) {
    Node node = root.get("extends");
    if (node == null || node.isNull()) {
      return ImmutableList.of();
    }
    if (node instanceof Node.Sequence(ImmutableList<Node> items, _)) {
      return items;
    }
    problems.add(
        ConfigCode.WRONG_TYPE,
        "extends must be a list of files, but it is " + Shown.kind(node),
        node.at(),
        "write extends: [../base/throttle.yaml]");
    return ImmutableList.of();
  }

  private @Nullable SourceFile resolve(
      SourceFile from, Node entry, Set<SourceFile> open, ImmutableList<Path> allowed) {
    if (!(entry instanceof Node.Scalar scalar) || !scalar.isText()) {
      problems.add(
          ConfigCode.WRONG_TYPE,
          "an entry of extends must be the path of a file, but it is " + Shown.kind(entry),
          entry.at(),
          null);
      return null;
    }
    if (scalar.text().contains("${")) {
      problems.add(
          ConfigCode.BAD_SUBSTITUTION,
          "extends takes no ${…}: which files belong together must be plain to see",
          entry.at(),
          "write the path itself");
      return null;
    }
    Path path;
    try {
      path = from.resolve(scalar.text());
    } catch (InvalidPathException e) {
      path = null;
    }
    if (path != null && allowed.stream().noneMatch(path::startsWith)) {
      return outside(scalar);
    }
    if (path == null || !sources.view().isFile(path)) {
      problems.add(
          ConfigCode.EXTENDS_NOT_FOUND,
          "there is no file " + Shown.quoted(scalar.text()),
          entry.at(),
          "the path starts at the folder of the file that extends");
      return null;
    }
    Path real = sources.view().real(path);
    if (allowed.stream().noneMatch(real::startsWith)) {
      return outside(scalar);
    }
    SourceFile base = sources.read(path, display(from, scalar.text()));
    if (open.contains(base)) {
      String chain =
          String.join(" → ", Iterables.transform(open, SourceFile::display))
              + " → "
              + base.display();
      problems.add(
          ConfigCode.EXTENDS_CYCLE,
          "the files extend each other in a circle: " + chain,
          entry.at(),
          "remove one of the entries");
      return null;
    }
    return base;
  }

  private @Nullable SourceFile outside(Node.Scalar entry) {
    problems.add(
        ConfigCode.EXTENDS_OUTSIDE,
        "the file " + Shown.quoted(entry.text()) + " lies outside the repository",
        entry.at(),
        "move it inside; without Git, name the folder that holds both on the command line");
    return null;
  }

  /** As it is found from the name that the user gave. */
  private static String display(SourceFile from, String path) {
    Path parent = Path.of(from.display()).getParent();
    Path found = parent == null ? Path.of(path) : parent.resolve(path);
    return found.normalize().toString();
  }

  /** Where extended files may lie: the repository, else the file's folder and those named. */
  private ImmutableList<Path> allowed(Path file) {
    ImmutableList.Builder<Path> allowed = ImmutableList.builder();
    allowed.addAll(roots);
    Path folder = file.getParent();
    Path repository = folder;
    while (repository != null && !sources.view().exists(repository.resolve(".git"))) {
      repository = repository.getParent();
    }
    if (repository != null) {
      allowed.add(repository);
    } else if (folder != null) {
      allowed.add(folder);
    }
    return allowed.build();
  }
}
