package io.cloudsyncctl.apply;

import java.io.UncheckedIOException;

/** An operation was not tried, since the journal could not be written: the NAS was left alone. */
final class NotJournaledException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final UncheckedIOException failure;

  NotJournaledException(UncheckedIOException failure) {
    super(failure.getMessage(), failure);
    this.failure = failure;
  }

  UncheckedIOException failure() {
    return failure;
  }
}
