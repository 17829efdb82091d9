package io.cloudsyncctl.config.yaml;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Where the files of a declaration are read from, by their paths on the disk: the disk itself, or
 * what stood at those paths in an earlier revision.
 */
public interface FileView {

  /** The files as they are now. */
  FileView DISK = new DiskView();

  /** An entry of a folder; a link to a folder is not followed, hence no folder. */
  record Entry(Path path, boolean folder) {}

  boolean isFolder(Path path);

  /** Whether there is a file, not a folder. */
  boolean isFile(Path path);

  /** Whether there is anything. */
  boolean exists(Path path);

  /** The path without links, absolute; also of what is not there. */
  Path real(Path path);

  /** The bytes of a file. */
  InputStream open(Path path) throws IOException;

  /** What is directly in a folder, in no order. */
  ImmutableList<Entry> list(Path folder) throws IOException;

  /**
   * The view in which files are found that a declaration only refers to ({@code ${file:…}}, {@code
   * --var-file}). These may be files that no revision has, such as a mounted secret.
   */
  FileView referredTo();
}
