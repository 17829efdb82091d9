package io.cloudsyncctl.cloudsync;

import io.cloudsyncctl.simulator.fault.FaultSpec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What goes wrong with one request. */
enum WireFault {
  REFUSED,
  RESET_BEFORE(new FaultSpec.ClosedConnection(false)),
  RESET_AFTER(new FaultSpec.ClosedConnection(true)),
  LATE_BEFORE(new FaultSpec.Delay(Duration.ofHours(1), false)),
  LATE_AFTER(new FaultSpec.Delay(Duration.ofHours(1), true)),
  HTTP_502(FaultSpec.badGateway()),
  HTTP_502_AFTER(new FaultSpec.RawAnswer(502, "text/html", "<h1>Bad gateway</h1>", true)),
  HTML(FaultSpec.htmlPage()),
  TRUNCATED(new FaultSpec.TruncatedAnswer(12)),
  CODE_105(105),
  CODE_106(106),
  CODE_107(107),
  CODE_117(117),
  CODE_119(119),
  CODE_120(120),
  /** One call of a compound answers 117; the others are carried out. */
  PARTLY_FAILED(117);

  private final FaultSpec.@Nullable OfRequest ofRequest;
  private final int code;

  WireFault() {
    this.ofRequest = null;
    this.code = 0;
  }

  WireFault(FaultSpec.OfRequest ofRequest) {
    this.ofRequest = ofRequest;
    this.code = 0;
  }

  WireFault(int code) {
    this.ofRequest = null;
    this.code = code;
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

  boolean isLate() {
    return this == LATE_BEFORE || this == LATE_AFTER;
  }
}
