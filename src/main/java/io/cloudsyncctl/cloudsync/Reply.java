package io.cloudsyncctl.cloudsync;

import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.model.WireValue;
import org.jspecify.annotations.Nullable;

/** What one getter of a whole reading gave: its fields, or why this login does not get them. */
sealed interface Reply {
  /** The NAS answered. */
  record Fields(AnswerFields fields) implements Reply {}

  /** The NAS withholds the answer from this login. */
  record Withheld(String why) implements Reply {}

  /** DSM's code for "no permission". */
  int NO_PERMISSION = 105;

  /**
   * The reply in a result.
   *
   * @throws ApiRefusedException where the NAS refused for another reason than permission
   */
  static Reply of(String nas, ApiCall call, @Nullable String subject, ApiResult result) {
    return switch (result) {
      case ApiResult.Success(WireValue.Members data) ->
          new Fields(AnswerFields.of(nas, call.method(), subject, data));
      case ApiResult.Refused(ApiError error) when error.code() == NO_PERMISSION ->
          new Withheld("this login may not read it (" + call.method() + " answers 105)");
      case ApiResult.Refused(ApiError error) ->
          throw new ApiRefusedException(nas, call, subject, error);
    };
  }

  /** The data as answered; empty where they are withheld. */
  default WireValue.Members data() {
    return switch (this) {
      case Fields(AnswerFields fields) -> fields.members();
      case Withheld _ -> WireValue.Members.EMPTY;
    };
  }
}
