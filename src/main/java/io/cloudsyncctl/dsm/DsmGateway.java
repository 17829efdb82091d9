package io.cloudsyncctl.dsm;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A way to call one NAS. Refusals are results; everything else that goes wrong is a {@link
 * DsmException}.
 */
public interface DsmGateway {
  /** The name of the NAS, for messages. */
  String nas();

  /**
   * One call in a request of its own, for a write: it is repeated only where the NAS said that the
   * session is gone, hence certainly did nothing.
   */
  ApiResult call(ApiCall call);

  /**
   * Many reads in as few dependent round trips as possible.
   *
   * @return the results, by the calls' indices
   */
  ImmutableList<ApiResult> readAll(List<ApiCall> calls);

  /**
   * A write and what belongs to it in one compound request, one after the other until the first
   * error. Where the NAS has no compounds they go one by one.
   *
   * @return the results by the calls' indices; shorter where the NAS did not go on
   */
  ImmutableList<ApiResult> callInOrder(List<ApiCall> calls);
}
