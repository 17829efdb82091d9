package io.cloudsyncctl.report.model;

import io.cloudsyncctl.apply.journal.ApplyResult;
import java.util.Optional;

/**
 * What came of a plan.
 *
 * @param result what was done; empty where nothing was begun
 */
public record Applied(Status status, Optional<ApplyResult> result) {

  /** How it ended. */
  public enum Status {
    NOTHING_TO_DO("nothing to do"),
    APPLIED("applied"),
    MANUAL_STEPS_REMAIN("applied, manual steps remain"),
    REHEARSED("rehearsed"),
    NOT_APPROVED("not approved"),
    REFUSED("refused"),
    FAILED("failed"),
    /** Nothing is left to do, as far as can be told: something that is declared cannot be read. */
    NOT_READ_IN_FULL("not read in full"),
    PARTLY_APPLIED("partly applied"),
    /** The run ended before it was this plan's turn. */
    NOT_BEGUN("not begun");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** The words that people read. */
    public String word() {
      return word;
    }

    /** Whether somebody has to look at it. */
    public boolean failed() {
      return switch (this) {
        case NOTHING_TO_DO, APPLIED, MANUAL_STEPS_REMAIN, REHEARSED -> false;
        case NOT_APPROVED, REFUSED, FAILED, NOT_READ_IN_FULL, PARTLY_APPLIED, NOT_BEGUN -> true;
      };
    }
  }
}
