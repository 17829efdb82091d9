package io.cloudsyncctl.watch;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of a round as they were when it began. */
public final class WatchedFiles {
  private final Map<Path, String> fingerprints = new LinkedHashMap<>();

  /** A round begins: these are looked at anew, and those that earlier rounds came to. */
  public void begin(Collection<Path> named) {
    fingerprints.replaceAll((path, _) -> Fingerprint.of(path));
    named.forEach(this::add);
  }

  /** A file that the round has come to, such as one that another extends. */
  public void add(Path path) {
    fingerprints.computeIfAbsent(path, Fingerprint::of);
  }

  /** Whether one of them is no longer as it was. */
  public boolean haveChanged() {
    return fingerprints.entrySet().stream()
        .anyMatch(file -> !file.getValue().equals(Fingerprint.of(file.getKey())));
  }
}
