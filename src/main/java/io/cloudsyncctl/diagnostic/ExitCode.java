package io.cloudsyncctl.diagnostic;

import java.util.Comparator;
import java.util.List;

/** What the program ends with; the numbers are stable. */
public enum ExitCode {
  // In the order in which one of several NAS decides the run's code.
  USAGE(64),
  BAD_INPUT(65),
  PARTLY_APPLIED(4),
  FAILED(1),
  REFUSED(3),
  UNREACHABLE(5),
  MANUAL_STEPS_REMAIN(6),
  DIFFERS(2),
  OK(0);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  public static ExitCode of(FailureKind kind) {
    return switch (kind) {
      case USAGE -> USAGE;
      case BAD_INPUT -> BAD_INPUT;
      case PARTLY_APPLIED -> PARTLY_APPLIED;
      case FAILED -> FAILED;
      case REFUSED -> REFUSED;
      case UNREACHABLE -> UNREACHABLE;
    };
  }

  /** The code of a run over several NAS. */
  public static ExitCode worst(List<ExitCode> codes) {
    return codes.stream().min(Comparator.naturalOrder()).orElse(OK);
  }
}
