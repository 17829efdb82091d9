package io.cloudsyncctl.apply.journal;

import java.io.UncheckedIOException;

/** An operation was not tried, since the journal could not be written: the NAS was left alone. */
public final class NotJournaledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final UncheckedIOException failure;

  public NotJournaledException(UncheckedIOException failure) {
    super(failure.getMessage(), failure);
    this.failure = failure;
  }

  public UncheckedIOException failure() {
    return failure;
  }
}
