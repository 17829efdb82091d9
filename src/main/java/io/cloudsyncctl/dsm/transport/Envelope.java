package io.cloudsyncctl.dsm.transport;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.dsm.FailureMode;
import io.cloudsyncctl.dsm.HostileText;
import io.cloudsyncctl.dsm.TargetWords;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.setting.WireValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Opens what DSM wraps its answers in: {@code success} with {@code data} or {@code error}. */
public final class Envelope {
  private static final String TRY_AGAIN = "the NAS may be restarting or overloaded: try again";
  private static final String OTHER_RELEASE =
      "the NAS may run a release that this version does not know";

  private final Location.OnNas at;
  private final boolean confidential;
  private final TargetWords words;

  /**
   * For the answers of one call.
   *
   * @param confidential whether a message may not quote what came
   */
  public Envelope(Location.OnNas at, boolean confidential, TargetWords words) {
    this.at = at;
    this.confidential = confidential;
    this.words = words;
  }

  ApiResult open(HttpAnswer answer) {
    String text = answer.text();
    answer
        .redirect()
        .ifPresent(to -> {
          throw bad(
              "the NAS answered HTTP "
                  + answer.status()
                  + ", a redirect to "
                  + to
                  + ", which is not followed",
              "if that is where DSM listens, write that in " + words.url() + ": " + to,
              FailureMode.FINAL);
        });
    if (answer.status() != 200) {
      String body = text.isBlank() ? " and nothing more" : " and " + shown(text);
      String cause =
          answer.status() >= 500
              ? TRY_AGAIN
              : "check " + words.url() + ": scheme, port, and that it is DSM that listens there";
      FailureMode mode = answer.status() >= 500 ? serverMode(answer.status()) : FailureMode.FINAL;
      throw bad("the NAS answered HTTP " + answer.status() + body, cause, mode);
    }
    if (text.isBlank()) {
      throw bad("the NAS answered nothing", TRY_AGAIN, FailureMode.PASSING_ONCE_REACHED);
    }
    if (text.stripLeading().startsWith("<")) {
      throw bad(
          "the NAS answered HTML instead of JSON: " + shown(text),
          proxy(),
          FailureMode.PASSING_ONCE_REACHED);
    }
    return open(json(answer.body(), text), text);
  }

  private WireValue json(byte[] body, String text) {
    try {
      return WireJson.parse(body);
    } catch (UnexpectedEndOfInputException e) {
      throw badJson(
          "the answer of the NAS ends too early, after " + body.length + " bytes: " + shown(text),
          TRY_AGAIN,
          FailureMode.PASSING_ONCE_REACHED,
          e);
    } catch (JacksonException e) {
      throw badJson(
          "the NAS answered what is no JSON: " + shown(text),
          proxy(),
          FailureMode.PASSING_ONCE_REACHED,
          e);
    }
  }

  /** A gateway that waited in vain (504) says nothing of what DSM still does behind it. */
  private static FailureMode serverMode(int status) {
    return status == 504 ? FailureMode.TOO_LATE : FailureMode.PASSING;
  }

  private ApiResult open(WireValue root, String text) {
    if (!(root instanceof WireValue.Members members)
        || !(members.get("success") instanceof WireValue.Flag(boolean success))) {
      throw badJson(
          "the NAS answered JSON that is no answer of DSM: " + shown(text),
          proxy(),
          FailureMode.FINAL,
          null);
    }
    return result(members, success);
  }

  /** One answer, or one result of a compound. */
  ApiResult result(WireValue.Members members, boolean success) {
    return success
        ? new ApiResult.Success(data(members.get("data")))
        : new ApiResult.Refused(error(members.get("error")));
  }

  private WireValue.Members data(@Nullable WireValue data) {
    return switch (data) {
      case null -> WireValue.Members.EMPTY;
      case WireValue.Null() -> WireValue.Members.EMPTY;
      case WireValue.Members members -> members;
      case WireValue.Text _,
          WireValue.Whole _,
          WireValue.Decimal _,
          WireValue.Flag _,
          WireValue.Items _ ->
          throw wrongField("data", "an object", data);
    };
  }

  private ApiError error(@Nullable WireValue error) {
    if (!(error instanceof WireValue.Members members)) {
      throw wrongField("error", "an object", error);
    }
    WireValue code = members.get("code");
    if (!(code instanceof WireValue.Whole(long number)) || (int) number != number) {
      throw wrongField("error.code", "a whole number", code);
    }
    WireValue errors = members.get("errors");
    return new ApiError((int) number, errors == null ? new WireValue.Null() : errors);
  }

  public BadAnswerException wrongField(String field, String expected, @Nullable WireValue actual) {
    String came = actual == null ? "nothing" : actual.kind();
    return badJson(
        "field " + field + ": expected " + expected + " but the NAS answered " + came,
        OTHER_RELEASE,
        FailureMode.FINAL,
        null);
  }

  private String proxy() {
    return "a reverse proxy or portal may stand in front of DSM: check that "
        + words.url()
        + " is the address of DSM itself";
  }

  private String shown(String text) {
    return confidential
        ? text.length() + " characters, not shown since they may hold secrets"
        : HostileText.excerpt(text);
  }

  private BadAnswerException bad(String what, String cause, FailureMode mode) {
    return new BadAnswerException(at, what, cause, mode, false, null);
  }

  private BadAnswerException badJson(
      String what, String cause, FailureMode mode, @Nullable Exception behind) {
    return new BadAnswerException(at, what, cause, mode, true, confidential ? null : behind);
  }
}
