package io.cloudsyncctl.dsm;

import io.cloudsyncctl.model.setting.WireValue;

/** What a NAS said to one call. */
public sealed interface ApiResult {
  /**
   * It did what was asked.
   *
   * @param data the answer's {@code data}; empty where it is missing or null
   */
  record Success(WireValue.Members data) implements ApiResult {
    /** Counts the data instead of showing it, since it may hold secrets. */
    @Override
    public String toString() {
      return "Success(" + data.values().size() + " fields)";
    }
  }

  /** It refused. */
  record Refused(ApiError error) implements ApiResult {}

  /**
   * It answered a read with what no DSM answers, again and again. A write that is answered so is a
   * {@link BadAnswerException}: whether it was done is not known.
   */
  record Unusable(BadAnswerException failure) implements ApiResult {}
}
