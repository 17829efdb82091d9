package io.cloudsyncctl.dsm.session;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.NasUnreachableException;
import io.cloudsyncctl.dsm.transport.AtOnce;
import io.cloudsyncctl.dsm.transport.Compound;
import io.cloudsyncctl.dsm.transport.Deadline;
import io.cloudsyncctl.dsm.transport.Discovery;
import io.cloudsyncctl.dsm.transport.Wire;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads in compounds, chunk by chunk at the same time; one by one where that does not work. */
final class BatchReader {
  /** How many calls go into one compound: no limit is known, so it is kept modest. */
  static final int CHUNK = 50;

  private final Wire wire;
  private final RetryingSender recovery;
  private volatile boolean gaveUpCompounds;

  BatchReader(Wire wire, RetryingSender recovery) {
    this.wire = wire;
    this.recovery = recovery;
  }

  boolean compoundsWork() {
    return !gaveUpCompounds && wire.discovery().has(Discovery.COMPOUND);
  }

  /** Remembers, for as long as the session lives, that this NAS takes no compounds. */
  void giveUpCompounds() {
    gaveUpCompounds = true;
  }

  ImmutableList<ApiResult> readAll(List<ApiCall> calls) {
    if (calls.size() <= 1 || !compoundsWork()) {
      return oneByOne(calls);
    }
    return atOnce(Lists.partition(calls, CHUNK), this::chunk).stream()
        .flatMap(List::stream)
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<ApiResult> oneByOne(List<ApiCall> calls) {
    return atOnce(calls, this::one);
  }

  private <T, R> ImmutableList<R> atOnce(List<T> things, Function<T, R> work) {
    try {
      return AtOnce.map(things, work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw NasUnreachableException.interrupted(
          "the work was interrupted",
          new Location.OnNas(wire.nas(), null, null),
          Certainty.DID_NOT_HAPPEN,
          e);
    }
  }

  private ImmutableList<ApiResult> chunk(List<ApiCall> calls) {
    Deadline deadline = recovery.deadline();
    if (!compoundsWork()) {
      return inSequence(calls);
    }
    ApiCall compound = Compound.of(calls, false, wire.discovery());
    try {
      return switch (recovery.read(compound, deadline)) {
        case ApiResult.Success(WireValue.Members data) ->
            completed(calls, Compound.results(data, calls, wire, compound), deadline);
        case ApiResult.Refused(ApiError error) when error.compoundUnusable() -> {
          giveUpCompounds();
          yield inSequence(calls);
        }
        case ApiResult.Refused(ApiError error) when error.sessionLost() || error.busy() ->
            throw new ApiRefusedException(wire.nas(), compound, null, error);
        // What is refused of many calls may be one of them: each by itself says which.
        case ApiResult.Refused _ -> inSequence(calls);
        case ApiResult.Unusable(BadAnswerException failure) -> throw failure;
      };
    } catch (BadAnswerException e) {
      // So may an answer that cannot be used: the bytes of one spoil all that stand around them.
      if (!e.json()) {
        throw e;
      }
      return inSequence(calls);
    }
  }

  /** One chunk already holds one of the places at once, so its calls do not spread further. */
  private ImmutableList<ApiResult> inSequence(List<ApiCall> calls) {
    return calls.stream().map(this::one).collect(ImmutableList.toImmutableList());
  }

  private ApiResult one(ApiCall call) {
    return one(call, recovery.deadline());
  }

  private ApiResult one(ApiCall call, Deadline deadline) {
    try {
      return recovery.read(call, deadline);
    } catch (BadAnswerException e) {
      if (e.json()) {
        return new ApiResult.Unusable(e);
      }
      throw e;
    }
  }

  /**
   * What a compound did not answer, or answered unusably or with a passing error, is read by
   * itself, before the deadline of the compound.
   */
  private ImmutableList<ApiResult> completed(
      List<ApiCall> calls, List<@Nullable ApiResult> results, Deadline deadline) {
    List<ApiResult> complete = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      ApiResult result = i < results.size() ? results.get(i) : null;
      complete.add(result == null || passing(result) ? one(calls.get(i), deadline) : result);
    }
    return ImmutableList.copyOf(complete);
  }

  private static boolean passing(ApiResult result) {
    return switch (result) {
      case ApiResult.Success _ -> false;
      case ApiResult.Refused(ApiError error) -> error.sessionLost() || error.busy();
      case ApiResult.Unusable _ -> true;
    };
  }
}
