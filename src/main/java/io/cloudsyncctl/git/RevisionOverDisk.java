package io.cloudsyncctl.git;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.config.yaml.FileView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The files of a commit, and where it has none, those that are there now. */
record RevisionOverDisk(RevisionView commit) implements FileView {
  private FileView of(Path path) {
    return commit.exists(path) ? commit : DISK;
  }

  @Override
  public boolean isFolder(Path path) {
    return of(path).isFolder(path);
  }

  @Override
  public boolean isFile(Path path) {
    return of(path).isFile(path);
  }

  @Override
  public boolean exists(Path path) {
    return of(path).exists(path);
  }

  @Override
  public Path real(Path path) {
    return of(path).real(path);
  }

  @Override
  public InputStream open(Path path) throws IOException {
    return of(path).open(path);
  }

  @Override
  public ImmutableList<Entry> list(Path folder) throws IOException {
    return of(folder).list(folder);
  }

  @Override
  public FileView referredTo() {
    return this;
  }
}
