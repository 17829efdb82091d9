package io.cloudsyncctl.config.read;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.FileView;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.diagnostic.Location;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files that a command line means: files as named, folders walked in sorted order. */
final class FileDiscovery {
  private final FileView view;
  private final Problems problems;

  private FileDiscovery(FileView view, Problems problems) {
    this.view = view;
    this.problems = problems;
  }

  /**
   * One file.
   *
   * @param walked whether it was found in a folder rather than named
   */
  record Found(Path path, boolean walked) {}

  static ImmutableList<Found> find(FileView view, List<Path> filesOrFolders, Problems problems) {
    return new FileDiscovery(view, problems).find(filesOrFolders);
  }

  private ImmutableList<Found> find(List<Path> filesOrFolders) {
    ImmutableList.Builder<Found> found = ImmutableList.builder();
    for (Path path : filesOrFolders) {
      if (view.isFolder(path)) {
        List<Path> inside = new ArrayList<>();
        walk(path, inside);
        inside.sort(Comparator.comparing(Path::toString));
        if (inside.isEmpty()) {
          problems.add(
              ConfigCode.NO_FILES,
              "the folder " + path + " holds no file that ends in .yaml or .yml",
              null,
              "name the folder that holds the files; hidden folders are left out");
        }
        inside.forEach(file -> found.add(new Found(file, true)));
      } else if (view.exists(path)) {
        found.add(new Found(path, false));
      } else {
        problems.add(
            ConfigCode.FILE_NOT_FOUND,
            "there is no file or folder " + path,
            null,
            "check the path; it starts at the current folder");
      }
    }
    return found.build();
  }

  private void walk(Path folder, List<Path> files) {
    ImmutableList<FileView.Entry> entries;
    try {
      entries = view.list(folder);
    } catch (IOException e) {
      unreadable(folder);
      return;
    }
    for (FileView.Entry entry : entries) {
      String name = String.valueOf(entry.path().getFileName());
      if (name.startsWith(".")) {
        continue;
      }
      if (entry.folder()) {
        walk(entry.path(), files);
      } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
        files.add(entry.path());
      }
    }
  }

  private void unreadable(Path path) {
    problems.add(
        ConfigCode.UNREADABLE_FILE,
        "cannot be read",
        new Location.InFile(path.toString(), 1, 1),
        "check that you may read it");
  }
}
