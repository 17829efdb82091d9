package io.cloudsyncctl.diagnostic;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A failure that is already explained: its diagnostics say all that the user needs. */
public final class DiagnosticException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final transient ImmutableList<Diagnostic> diagnostics;

  /** A failure of one diagnostic. */
  public DiagnosticException(FailureKind kind, Diagnostic diagnostic) {
    this(kind, ImmutableList.of(diagnostic), null);
  }

  /** A failure of one diagnostic with the exception behind it, which only {@code --debug} shows. */
  public DiagnosticException(FailureKind kind, Diagnostic diagnostic, @Nullable Throwable cause) {
    this(kind, ImmutableList.of(diagnostic), cause);
  }

  /** A failure of several diagnostics, in the order in which they are shown. */
  public DiagnosticException(
      FailureKind kind, List<Diagnostic> diagnostics, @Nullable Throwable cause) {
    super(diagnostics.stream().map(Diagnostic::text).collect(Collectors.joining("\n")), cause);
    this.kind = kind;
    this.diagnostics = ImmutableList.copyOf(diagnostics);
  }

  /** What kind of failure it is; the exit code follows from it. */
  public FailureKind kind() {
    return kind;
  }

  /** What to tell the user. */
  public ImmutableList<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
