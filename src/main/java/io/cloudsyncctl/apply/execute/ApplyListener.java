package io.cloudsyncctl.apply.execute;

import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.model.identity.Address;

/** Hears of each operation as it happens. */
public interface ApplyListener {

  /** An operation is about to be done. */
  void starting(Operation operation, int number, int total);

  /** An operation has come to its end. */
  void ended(OperationOutcome outcome);

  /** A connection is waited for that has not done yet what it was told. */
  void waiting(Address connection, String why);

  /** One that does nothing. */
  static ApplyListener silent() {
    return new ApplyListener() {
      @Override
      public void starting(Operation operation, int number, int total) {}

      @Override
      public void ended(OperationOutcome outcome) {}

      @Override
      public void waiting(Address connection, String why) {}
    };
  }
}
