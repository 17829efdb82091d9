package io.cloudsyncctl.apply.execute;

import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;

/**
 * Says what it means that a journal could not be written to its end. What was done is proven by the
 * NAS itself, so that does not hang on it.
 */
final class JournalTrouble {

  private JournalTrouble() {}

  /**
   * What to say.
   *
   * @param again the command that finishes the work
   */
  static Diagnostic of(ApplyResult result, String why, String again) {
    Location at = new Location.OnNas(result.nas(), null, null);
    return switch (result.status()) {
      case NOTHING_TO_DO, APPLIED, MANUAL_STEPS_REMAIN ->
          Diagnostic.warning(
              DiagnosticCode.STATE_UNWRITABLE,
              why,
              at,
              "everything was done, but not all of it stands in the journal: the run counts as"
                  + " unfinished until the next apply, and undo may not know all that it did");
      case FAILED ->
          Diagnostic.error(
              DiagnosticCode.STATE_UNWRITABLE,
              why,
              at,
              "make its folder writable, or name another with --state-dir; nothing is written to a"
                  + " NAS without its journal");
      case PARTLY_APPLIED ->
          Diagnostic.error(
              DiagnosticCode.STATE_UNWRITABLE,
              why + ", so nothing more was written to the NAS",
              at,
              "make room for it or its folder writable, or name another with --state-dir; this"
                  + " finishes the work: "
                  + again);
    };
  }
}
