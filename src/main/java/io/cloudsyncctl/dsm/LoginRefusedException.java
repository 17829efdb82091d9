package io.cloudsyncctl.dsm;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;

/** The NAS refused the login. It is never tried again: DSM blocks addresses that do. */
public final class LoginRefusedException extends DsmException {
  private static final long serialVersionUID = 1L;

  private final int code;

  public LoginRefusedException(String nas, int code, TargetWords words) {
    this(
        Diagnostic.error(
            DiagnosticCode.LOGIN_REFUSED,
            "the NAS refused the login with code " + code + ": " + ErrorWords.loginMeaning(code),
            new Location.OnNas(nas, "login", null),
            ErrorWords.loginHint(code, words)),
        code,
        Certainty.DID_NOT_HAPPEN);
  }

  private LoginRefusedException(Diagnostic diagnostic, int code, Certainty certainty) {
    super(diagnostic, FailureKind.UNREACHABLE, certainty, FailureMode.FINAL, null);
    this.code = code;
  }

  /** DSM's code, such as 400. */
  public int code() {
    return code;
  }

  @Override
  LoginRefusedException copy(Certainty known) {
    return new LoginRefusedException(diagnostic(), code, known);
  }
}
