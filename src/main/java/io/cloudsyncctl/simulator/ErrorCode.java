package io.cloudsyncctl.simulator;

/** The error codes that the simulated NAS answers by itself (protocol note §2 and §3). */
final class ErrorCode {
  static final int NAME_MISSING = 101;
  static final int NO_SUCH_API = 102;
  static final int NO_SUCH_METHOD = 103;
  static final int NO_SUCH_VERSION = 104;
  static final int NO_PERMISSION = 105;
  static final int SESSION_TIMED_OUT = 106;
  static final int COMPOUND_INVALID = 113;
  static final int PARAMETER_MISSING = 114;
  static final int SESSION_INVALID = 119;
  static final int PARAMETER_WRONG = 120;

  static final int LOGIN_WRONG = 400;
  static final int LOGIN_DENIED = 402;
  static final int OTP_NEEDED = 403;
  static final int OTP_WRONG = 404;

  private ErrorCode() {}
}
