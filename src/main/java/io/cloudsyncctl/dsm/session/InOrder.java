package io.cloudsyncctl.dsm.session;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.transport.Compound;
import io.cloudsyncctl.dsm.transport.Wire;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A write and what belongs to it, one after the other until the first error. */
final class InOrder {
  private final Wire wire;
  private final RetryingSender recovery;
  private final BatchReader reads;

  InOrder(Wire wire, RetryingSender recovery, BatchReader reads) {
    this.wire = wire;
    this.recovery = recovery;
    this.reads = reads;
  }

  ImmutableList<ApiResult> call(List<ApiCall> calls) {
    if (!reads.compoundsWork()) {
      return oneAfterTheOther(calls);
    }
    ApiCall compound = Compound.of(calls, true, wire.discovery());
    ApiResult whole =
        recovery.write(
            compound,
            (session, limit) -> seen(wire.send(compound, session, limit), calls, compound));
    return switch (whole) {
      case ApiResult.Success(WireValue.Members data) ->
          untilMissing(results(data, calls, compound));
      case ApiResult.Refused(ApiError error)
          when error.compoundUnusable() && error.certainty() == Certainty.DID_NOT_HAPPEN -> {
        reads.giveUpCompounds();
        yield oneAfterTheOther(calls);
      }
      case ApiResult.Refused refused -> ImmutableList.of(refused);
      case ApiResult.Unusable(BadAnswerException failure) -> throw failure;
    };
  }

  /** Of a write whose answer cannot be used nobody knows whether it was done. */
  private List<@Nullable ApiResult> results(
      WireValue.Members data, List<ApiCall> calls, ApiCall compound) {
    List<@Nullable ApiResult> results = Compound.results(data, calls, wire, compound);
    for (ApiResult result : results) {
      if (result instanceof ApiResult.Unusable(BadAnswerException failure)) {
        throw failure;
      }
    }
    return results;
  }

  /**
   * Nothing of a compound was done whose first call met a lost session or a busy NAS, so that it is
   * treated like a call of its own.
   */
  private ApiResult seen(ApiResult whole, List<ApiCall> calls, ApiCall compound) {
    if (whole instanceof ApiResult.Success(WireValue.Members data)) {
      List<@Nullable ApiResult> results = results(data, calls, compound);
      if (!results.isEmpty()
          && results.getFirst() instanceof ApiResult.Refused refused
          && (refused.error().sessionLost() || refused.error().busy())) {
        return refused;
      }
    }
    return whole;
  }

  private ImmutableList<ApiResult> oneAfterTheOther(List<ApiCall> calls) {
    List<ApiResult> results = new ArrayList<>();
    for (ApiCall call : calls) {
      ApiResult result;
      try {
        result = recovery.write(call);
      } catch (DsmException e) {
        // What is certain of this call is not so of those before it.
        throw results.isEmpty() ? e : e.with(Certainty.MAY_HAVE_HAPPENED);
      }
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
}
