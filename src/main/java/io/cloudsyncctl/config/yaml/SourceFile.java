package io.cloudsyncctl.config.yaml;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A YAML file that was read.
 *
 * @param real the file itself, without symbolic links
 * @param display its name in messages
 * @param root what it holds; null where it could not be read, which was reported
 */
public record SourceFile(Path real, String display, Node.@Nullable Mapping root) {

  /** A path of this file's text: relative ones start at the file's own folder. */
  public Path resolve(String path) {
    Path folder = real.getParent();
    return folder == null ? Path.of(path) : folder.resolve(path).normalize();
  }

  /** A file is its path: comparing what it holds would walk every alias. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceFile file && real.equals(file.real);
  }

  @Override
  public int hashCode() {
    return real.hashCode();
  }
}
