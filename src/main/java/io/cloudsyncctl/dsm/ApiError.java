package io.cloudsyncctl.dsm;

import io.cloudsyncctl.model.setting.WireValue;
import org.jspecify.annotations.Nullable;

/**
 * The error of an answer.
 *
 * @param code its number (protocol note §3)
 * @param errors what the NAS adds to it: an object, a list, or null for nothing
 * @param certainty whether a write that was answered so certainly did not happen, counting attempts
 *     that went before
 */
public record ApiError(int code, WireValue errors, Certainty certainty) {
  /** An error at the first attempt. */
  public ApiError(int code, WireValue errors) {
    this(code, errors, certainty(code));
  }

  /** An error without details. */
  public static ApiError of(int code) {
    return new ApiError(code, new WireValue.Null());
  }

  /** What the code means for every API but the login. */
  public String meaning() {
    return ErrorWords.meaning(code);
  }

  /** What to do about it, where there is something to say. */
  public @Nullable String hint() {
    return ErrorWords.hint(code);
  }

  /** Whether the session is gone, so that a new login may help: 106, 107, 119. */
  public boolean sessionLost() {
    return code == 106 || code == 107 || code == 119;
  }

  /** Whether the NAS was only busy: 109, 110, 111, 117, 118. */
  public boolean busy() {
    return (code >= 109 && code <= 111) || code == 117 || code == 118;
  }

  /** Whether compounds do not work there: 102, 103, 104, 112, 113. */
  public boolean compoundUnusable() {
    return (code >= 102 && code <= 104) || code == 112 || code == 113;
  }

  /** The same error, with what is known of the write by now. */
  public ApiError with(Certainty known) {
    return new ApiError(code, errors, known);
  }

  private static Certainty certainty(int code) {
    return switch (code) {
      case 101, 102, 103, 104, 105, 106, 107, 113, 114, 115, 116, 119, 120, 150, 160 ->
          Certainty.DID_NOT_HAPPEN;
      default -> Certainty.MAY_HAVE_HAPPENED;
    };
  }

  /** The code alone: the details may hold secrets. */
  @Override
  public String toString() {
    return "ApiError(" + code + ")";
  }
}
