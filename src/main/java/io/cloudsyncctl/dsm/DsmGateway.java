package io.cloudsyncctl.dsm;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A way to call one NAS. Refusals are results, and so is the answer to one of many reads that
 * cannot be used; everything else that goes wrong is a {@link DsmException}.
 */
public interface DsmGateway {
  /** The name of the NAS, for messages. */
  String nas();

  /**
   * One call in a request of its own, for a write. It is repeated where it certainly did not happen
   * (no connection, or a session that was lost), and else only where it is {@linkplain
   * ApiCall#absolute() absolute}.
   */
  ApiResult call(ApiCall call);

  /**
   * Many reads in as few dependent round trips as possible, repeated where that may help.
   *
   * @return the results, by the calls' indices
   */
  ImmutableList<ApiResult> readAll(List<ApiCall> calls);

  /**
   * A write and what belongs to it in one compound request, one after the other until the first
   * error. Where the NAS has no compounds they go one by one. Repeated like {@link #call}; as a
   * whole they are absolute where each of them is.
   *
   * @return the results by the calls' indices; shorter where the NAS did not go on
   */
  ImmutableList<ApiResult> callInOrder(List<ApiCall> calls);
}
