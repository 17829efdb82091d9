package io.cloudsyncctl.report.wording;

import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.plan.model.Change;
import java.util.Comparator;

/** How much a finding matters to a code host, which knows errors, warnings and notes. */
public final class Severities {
  /** The worst first; what is equally bad stays in its order. */
  public static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Severities::of)
          .thenComparing(
              Comparator.comparing((Finding finding) -> finding.difference().risk()).reversed());

  private Severities() {}

  public static Severity of(Finding finding) {
    Difference difference = finding.difference();
    return switch (difference.risk()) {
      case DATA_LOSS, DISCONNECT -> Severity.ERROR;
      case UNVERIFIABLE, TRAFFIC -> Severity.WARNING;
      case NONE -> ofHarmless(difference);
    };
  }

  /** What nobody can see, or cannot be carried out as declared, wants a second look. */
  private static Severity ofHarmless(Difference difference) {
    return switch (difference) {
      case Difference.Unseen _ -> Severity.WARNING;
      case Difference.Undeclared _ -> Severity.NOTE;
      case Difference.OfSetting(Change.Update update, var _) -> ofChange(update);
      case Difference.OfWhole(Change change) -> ofChange(change);
    };
  }

  private static Severity ofChange(Change change) {
    return change.blockedBy() == null ? Severity.NOTE : Severity.WARNING;
  }
}
