package io.cloudsyncctl.config;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Location;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files that a command line means: files as named, folders walked in sorted order. */
final class FileDiscovery {
  private FileDiscovery() {}

  /**
   * One file.
   *
   * @param walked whether it was found in a folder rather than named
   */
  record Found(Path path, boolean walked) {}

  static ImmutableList<Found> find(List<Path> filesOrFolders, Problems problems) {
    ImmutableList.Builder<Found> found = ImmutableList.builder();
    for (Path path : filesOrFolders) {
      if (Files.isDirectory(path)) {
        List<Path> inside = walk(path, problems);
        if (inside.isEmpty()) {
          problems.add(
              ConfigCode.NO_FILES,
              "the folder " + path + " holds no file that ends in .yaml or .yml",
              null,
              "name the folder that holds the files; hidden folders are left out");
        }
        inside.forEach(file -> found.add(new Found(file, true)));
      } else if (Files.exists(path)) {
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

  private static List<Path> walk(Path folder, Problems problems) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
              return !inside.equals(folder) && isHidden(inside)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String name = String.valueOf(file.getFileName());
              if (!isHidden(file) && (name.endsWith(".yaml") || name.endsWith(".yml"))) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
              unreadable(file, problems);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      unreadable(folder, problems);
    }
    files.sort(Comparator.comparing(Path::toString));
    return files;
  }

  private static boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  private static void unreadable(Path path, Problems problems) {
    problems.add(
        ConfigCode.UNREADABLE_FILE,
        "cannot be read",
        new Location.InFile(path.toString(), 1, 1),
        "check that you may read it");
  }
}
