package io.cloudsyncctl.faults;

import io.cloudsyncctl.simulator.fault.FaultSpec;
import org.jspecify.annotations.Nullable;

/** What goes wrong with one request of an apply. */
enum Fault {
  REFUSED("connection refused"),
  RESET_BEFORE("reset before the request", new FaultSpec.ClosedConnection(false)),
  RESET_AFTER("reset after the NAS acted", new FaultSpec.ClosedConnection(true)),
  LATE_BEFORE("time-out, the NAS never acts"),
  LATE_AFTER("time-out, the NAS has acted"),
  HTTP_502("HTTP 502", FaultSpec.badGateway()),
  HTTP_502_AFTER(
      "HTTP 502, the NAS has acted",
      new FaultSpec.RawAnswer(502, "text/html", "<h1>Bad gateway</h1>", true)),
  HTML("HTML instead of JSON", FaultSpec.htmlPage()),
  TRUNCATED("truncated JSON, the NAS has acted", new FaultSpec.TruncatedAnswer(12)),
  CODE_105(105),
  CODE_106(106),
  CODE_107(107),
  CODE_117(117),
  CODE_119(119),
  CODE_120(120),
  PARTLY_117("compound partly failed, 117", 117),
  PARTLY_105("compound partly failed, 105", 105);

  private final String words;
  private final FaultSpec.@Nullable OfRequest ofRequest;
  private final int code;

  Fault(String words) {
    this(words, null, 0);
  }

  Fault(String words, FaultSpec.OfRequest ofRequest) {
    this(words, ofRequest, 0);
  }

  Fault(int code) {
    this("code " + code, null, code);
  }

  Fault(String words, int code) {
    this(words, null, code);
  }

  Fault(String words, FaultSpec.@Nullable OfRequest ofRequest, int code) {
    this.words = words;
    this.ofRequest = ofRequest;
    this.code = code;
  }

  String words() {
    return words;
  }

  FaultSpec.@Nullable OfRequest ofRequest() {
    return ofRequest;
  }

  /** DSM's code, or 0. */
  int code() {
    return code;
  }

  boolean losesSession() {
    return this == CODE_106 || this == CODE_107 || this == CODE_119;
  }

  boolean late() {
    return this == LATE_BEFORE || this == LATE_AFTER;
  }

  boolean partly() {
    return this == PARTLY_117 || this == PARTLY_105;
  }

  /** Whether the NAS does what it was asked for, though the answer is lost. */
  boolean acts() {
    return switch (this) {
      case RESET_AFTER, LATE_AFTER, HTTP_502_AFTER, TRUNCATED -> true;
      case REFUSED,
          RESET_BEFORE,
          LATE_BEFORE,
          HTTP_502,
          HTML,
          CODE_105,
          CODE_106,
          CODE_107,
          CODE_117,
          CODE_119,
          CODE_120,
          PARTLY_117,
          PARTLY_105 ->
          false;
    };
  }
}
