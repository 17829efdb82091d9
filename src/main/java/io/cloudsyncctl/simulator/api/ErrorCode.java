package io.cloudsyncctl.simulator.api;

/** The error codes that the simulated NAS answers by itself (protocol note §2 and §3). */
public final class ErrorCode {
  public static final int UNKNOWN = 100;
  public static final int NAME_MISSING = 101;
  public static final int NO_SUCH_API = 102;
  public static final int NO_SUCH_METHOD = 103;
  public static final int NO_SUCH_VERSION = 104;
  public static final int NO_PERMISSION = 105;
  public static final int SESSION_TIMED_OUT = 106;
  public static final int COMPOUND_INVALID = 113;
  public static final int PARAMETER_MISSING = 114;
  public static final int SESSION_INVALID = 119;
  static final int PARAMETER_WRONG = 120;

  public static final int LOGIN_WRONG = 400;
  public static final int LOGIN_DENIED = 402;
  public static final int OTP_NEEDED = 403;
  public static final int OTP_WRONG = 404;

  private ErrorCode() {}
}
