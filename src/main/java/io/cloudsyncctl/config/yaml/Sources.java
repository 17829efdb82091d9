package io.cloudsyncctl.config.yaml;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of a run, each read once, under the name by which it was first met. */
public final class Sources {
  private final FileView view;
  private final Problems problems;
  private final Map<Path, SourceFile> byPath = new LinkedHashMap<>();
  private final Map<String, SourceFile> byDisplay = new HashMap<>();
  private final Map<String, Integer> order = new HashMap<>();

  public Sources(FileView view, Problems problems) {
    this.view = view;
    this.problems = problems;
  }

  /** Reads a file that exists. */
  public SourceFile read(Path path, String display) {
    return read(view, path, display, problems);
  }

  /** Reads a file of variables that exists, and reports what is wrong with it elsewhere. */
  public SourceFile variables(Path path, Problems problems) {
    return read(view.referredTo(), path, path.toString(), problems);
  }

  private SourceFile read(FileView from, Path path, String display, Problems problems) {
    Path real = from.real(path);
    SourceFile known = byPath.get(real);
    if (known != null) {
      return known;
    }
    String text = YamlText.read(from, real, display, problems);
    Node.Mapping root = text == null ? null : YamlParser.parse(text, display, problems);
    SourceFile file = new SourceFile(real, display, root);
    byPath.put(real, file);
    byDisplay.put(display, file);
    order.put(display, order.size());
    return file;
  }

  /** The file of that name in messages. */
  @Nullable
  public SourceFile named(String display) {
    return byDisplay.get(display);
  }

  /** The place of a file in the order of the run; files that are not known come last. */
  public int order(String display) {
    return order.getOrDefault(display, Integer.MAX_VALUE);
  }

  /** Where the files are. */
  public FileView view() {
    return view;
  }
}
