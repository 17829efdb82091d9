package io.cloudsyncctl.cloudsync.read;

import io.cloudsyncctl.cloudsync.answer.AnswerFields;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.model.setting.WireValue;
import org.jspecify.annotations.Nullable;

/** What one getter of a whole reading gave: its fields, or why it gave none that can be used. */
sealed interface Reply {
  /** The NAS answered. */
  record Fields(AnswerFields fields) implements Reply {}

  /**
   * The NAS withholds the answer, from this login or from everybody. What it would have said is not
   * known, and the rest of the NAS is read all the same.
   *
   * @param code the code that it refused with
   */
  record Withheld(String why, int code) implements Reply {}

  /** DSM's code for "no permission". */
  int NO_PERMISSION = 105;

  /** DSM's code for "unknown error", which stands for an answer that cannot be used. */
  int UNKNOWN_ERROR = 100;

  /**
   * The reply in a result.
   *
   * @throws ApiRefusedException where the session is lost for good, so that nothing can be read
   */
  static Reply of(String nas, ApiCall call, @Nullable String subject, ApiResult result) {
    return switch (result) {
      case ApiResult.Success(WireValue.Members data) ->
          new Fields(AnswerFields.of(nas, call.method(), subject, data));
      case ApiResult.Refused(ApiError error) when error.code() == NO_PERMISSION ->
          new Withheld(
              "this login may not read it (" + call.method() + " answers 105)", NO_PERMISSION);
      case ApiResult.Refused(ApiError error) when error.sessionLost() ->
          throw new ApiRefusedException(nas, call, subject, error);
      case ApiResult.Refused(ApiError error) ->
          new Withheld(
              "the NAS refused "
                  + call.method()
                  + " with code "
                  + error.code()
                  + ": "
                  + error.meaning(),
              error.code());
      case ApiResult.Unusable(BadAnswerException failure) -> unusable(call.method(), failure);
    };
  }

  /** An answer that came and cannot be used. */
  static Withheld unusable(String method, BadAnswerException failure) {
    String what = failure.diagnostic().message();
    return new Withheld(what.startsWith(method) ? what : method + ": " + what, UNKNOWN_ERROR);
  }

  /** The data as answered; empty where they are withheld. */
  default WireValue.Members data() {
    return switch (this) {
      case Fields(AnswerFields fields) -> fields.members();
      case Withheld _ -> WireValue.Members.EMPTY;
    };
  }
}
