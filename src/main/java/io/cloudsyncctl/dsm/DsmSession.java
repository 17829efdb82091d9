package io.cloudsyncctl.dsm;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.model.WireValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One login at one NAS. It can be used by many threads, and closed by any of them. */
public final class DsmSession implements DsmGateway, AutoCloseable {
  private final Wire wire;
  private final LoginDesk desk;
  private final Recovery recovery;
  private final ManyReads reads;
  private final AtomicBoolean closed = new AtomicBoolean();

  private DsmSession(Wire wire, LoginDesk desk, Patience patience) {
    this.wire = wire;
    this.desk = desk;
    this.recovery = new Recovery(wire, desk, patience);
    this.reads = new ManyReads(wire, recovery);
  }

  /**
   * Asks the NAS which of the named APIs it has, and logs in: two round trips.
   *
   * @param apis the APIs that will be called; one that the NAS does not name is tried at {@code
   *     entry.cgi}
   * @throws DsmException where the NAS cannot be reached or refuses the login
   */
  public static DsmSession open(DsmEndpoint endpoint, Credentials credentials, String... apis) {
    return open(endpoint, credentials, Patience.standard(), apis);
  }

  /** Like {@link #open(DsmEndpoint, Credentials, String...)}, with another patience. */
  public static DsmSession open(
      DsmEndpoint endpoint, Credentials credentials, Patience patience, String... apis) {
    Wire wire = new Wire(endpoint);
    try {
      wire.discover(
          ImmutableSet.<String>builder().add(Discovery.AUTH, Discovery.COMPOUND).add(apis).build());
      LoginDesk desk = new LoginDesk(wire, credentials);
      desk.renew(null);
      return new DsmSession(wire, desk, patience);
    } catch (RuntimeException e) {
      wire.close();
      throw e;
    }
  }

  @Override
  public String nas() {
    return wire.nas();
  }

  @Override
  public ApiResult call(ApiCall call) {
    return recovery.write(call);
  }

  @Override
  public ImmutableList<ApiResult> readAll(List<ApiCall> calls) {
    return reads.readAll(calls);
  }

  @Override
  public ImmutableList<ApiResult> callInOrder(List<ApiCall> calls) {
    if (!reads.compoundsWork()) {
      return oneAfterTheOther(calls);
    }
    ApiCall compound = Compound.of(calls, true, wire.discovery());
    return switch (recovery.write(compound)) {
      case ApiResult.Success(WireValue.Members data) ->
          untilMissing(Compound.results(data, calls, wire, compound));
      case ApiResult.Refused(ApiError error)
          when error.compoundUnusable() && error.certainty() == Certainty.DID_NOT_HAPPEN -> {
        reads.giveUpCompounds();
        yield oneAfterTheOther(calls);
      }
      case ApiResult.Refused refused -> ImmutableList.of(refused);
    };
  }

  private ImmutableList<ApiResult> oneAfterTheOther(List<ApiCall> calls) {
    List<ApiResult> results = new ArrayList<>();
    for (ApiCall call : calls) {
      ApiResult result = recovery.write(call);
      results.add(result);
      if (result instanceof ApiResult.Refused) {
        break;
      }
    }
    return ImmutableList.copyOf(results);
  }

  private static ImmutableList<ApiResult> untilMissing(List<@Nullable ApiResult> results) {
    ImmutableList.Builder<ApiResult> present = ImmutableList.builder();
    for (ApiResult result : results) {
      if (result == null) {
        break;
      }
      present.add(result);
    }
    return present.build();
  }

  /** Logs out and gives up what is under way. Any thread may call it, any number of times. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      // A pending interrupt would stop the logout, and a session that is left behind counts.
      boolean interrupted = Thread.interrupted();
      try {
        desk.close();
        wire.close();
      } finally {
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
