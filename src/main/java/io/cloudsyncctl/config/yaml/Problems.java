package io.cloudsyncctl.config.yaml;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.Severity;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong. A file that several NAS share says each thing once. */
public final class Problems {
  private final Set<Diagnostic> found = new LinkedHashSet<>();

  public void add(
      ConfigCode code, String message, Location.@Nullable InFile at, @Nullable String hint) {
    found.add(new Diagnostic(code.severity(), code.code(), message, at, hint));
  }

  /** Takes back what was found in a file. */
  public void forget(String file) {
    found.removeIf(one -> one.location() instanceof Location.InFile at && at.file().equals(file));
  }

  public void addAll(Problems others) {
    found.addAll(others.found);
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  /** Those of one file, in the order of its text. */
  public ImmutableList<Diagnostic> inOrder() {
    return found.stream()
        .sorted(
            Comparator.comparingInt((Diagnostic one) ->
                    one.location() instanceof Location.InFile at ? at.line() : 0)
                .thenComparingInt(
                    one -> one.location() instanceof Location.InFile at ? at.column() : 0))
        .collect(ImmutableList.toImmutableList());
  }

  public ImmutableList<Diagnostic> all() {
    return ImmutableList.copyOf(found);
  }
}
