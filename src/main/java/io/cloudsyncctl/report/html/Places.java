package io.cloudsyncctl.report.html;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.report.wording.Escaper;
import org.jspecify.annotations.Nullable;

/** Where something is declared. */
final class Places {
  private Places() {}

  /** File and line; nothing where nobody declared it. */
  static String of(Location.@Nullable InFile at) {
    return at == null ? "" : Escaper.escape(at.file(), 200) + ":" + at.line();
  }
}
