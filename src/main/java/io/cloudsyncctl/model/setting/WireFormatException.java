package io.cloudsyncctl.model.setting;

/** A value on the wire is not of the shape that its field has; the message says which and how. */
public final class WireFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  public WireFormatException(String message) {
    super(message);
  }

  /** "expected X but the NAS answered Y". */
  public static WireFormatException expected(String expected, WireValue actual) {
    return new WireFormatException(
        "expected " + expected + " but the NAS answered " + actual.kind());
  }
}
