package io.cloudsyncctl.apply;

/** Hears of each operation as it happens. */
public interface ApplyListener {

  /** An operation is about to be done. */
  void starting(Operation operation, int number, int total);

  /** An operation has come to its end. */
  void ended(OperationOutcome outcome);

  /** One that does nothing. */
  static ApplyListener silent() {
    return new ApplyListener() {
      @Override
      public void starting(Operation operation, int number, int total) {}

      @Override
      public void ended(OperationOutcome outcome) {}
    };
  }
}
