package io.cloudsyncctl.simulator.api;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A call that ends in an error envelope: the code, and the optional {@code errors} beside it. */
public final class ApiException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int code;
  private final transient @Nullable JsonNode errors;

  public ApiException(int code) {
    this(code, null);
  }

  public ApiException(int code, @Nullable JsonNode errors) {
    // No stack trace: this is an answer, not a fault of the simulator.
    super("error " + code, null, false, false);
    this.code = code;
    this.errors = errors;
  }

  /** 114: a parameter that the method needs was not sent. */
  public static ApiException missing(String parameter) {
    return new ApiException(ErrorCode.PARAMETER_MISSING, naming(parameter, "required"));
  }

  /** 120: a parameter was sent, but not in a form or with a value that the method takes. */
  public static ApiException wrong(String parameter, String reason) {
    return new ApiException(ErrorCode.PARAMETER_WRONG, naming(parameter, reason));
  }

  private static JsonNode naming(String parameter, String reason) {
    return Json.NODES.objectNode().put("name", parameter).put("reason", reason);
  }

  public int code() {
    return code;
  }

  @Nullable
  public JsonNode errors() {
    return errors;
  }
}
