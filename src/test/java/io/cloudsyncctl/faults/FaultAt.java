package io.cloudsyncctl.faults;

import io.cloudsyncctl.dsm.Relay;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Lets the k-th request go wrong, or all from the k-th on, until it is told to end. */
final class FaultAt implements FaultInjector {
  /** Until the NAS is closed. */
  private static final Duration FOREVER = Duration.ofHours(1);

  private final SimulatedNas nas;
  private final Relay relay;
  private final WireCall where;
  private final Fault fault;
  private final boolean lasting;
  private final AtomicInteger seen = new AtomicInteger();
  private volatile int actedLogins;
  private volatile int lostLogouts;
  private volatile int hits;
  private volatile boolean partDue;
  private volatile int partOf;

  FaultAt(SimulatedNas nas, Relay relay, WireCall where, Fault fault, boolean lasting) {
    this.nas = nas;
    this.relay = relay;
    this.where = where;
    this.fault = fault;
    this.lasting = lasting;
    if (fault == Fault.REFUSED && where.is("logout")) {
      lostLogouts = 1;
    }
    if (fault == Fault.REFUSED && where.number() == 1) {
      refuse();
    }
  }

  private synchronized void refuse() {
    hits++;
    relay.refuse();
  }

  /** In place of a pause between two attempts. */
  void pausing() {
    if (!lasting) {
      relay.listen();
    }
  }

  int hits() {
    return hits;
  }

  /** The sessions that nobody could have closed: their logins or logouts went wrong. */
  int sessionsBeyondReach() {
    return actedLogins + lostLogouts;
  }

  @Override
  public synchronized FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
    int number = seen.incrementAndGet();
    if (fault == Fault.REFUSED) {
      if (number + 1 == where.number()) {
        refuse();
        return new FaultSpec.LastOfConnection();
      }
      return null;
    }
    boolean here = number == where.number() || (lasting && number > where.number());
    if (!here) {
      return null;
    }
    WireCall call = WireCall.of(number, request);
    if (call.impossible(fault).isPresent()) {
      return null;
    }
    hits++;
    count(call);
    if (fault.losesSession()) {
      nas.endSessions(fault.code());
      return null;
    }
    if (fault.partly()) {
      partDue = true;
      partOf = request.calls().size();
      return null;
    }
    if (fault.late()) {
      return new FaultSpec.Delay(FOREVER, fault.acts());
    }
    FaultSpec.OfRequest spec = fault.ofRequest();
    return spec != null
        ? spec
        : new FaultSpec.RawAnswer(
            200,
            "text/plain",
            "{\"success\":false,\"error\":{\"code\":%d}}".formatted(fault.code()),
            false);
  }

  private synchronized void count(WireCall call) {
    if (call.is("login") && fault.acts()) {
      actedLogins++;
    }
    if (call.is("logout") && !fault.acts() && !fault.losesSession()) {
      lostLogouts++;
    }
  }

  @Override
  public synchronized FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
    if (partDue && --partOf == 0) {
      partDue = false;
      return new FaultSpec.ApiError(fault.code());
    }
    return null;
  }
}
