package io.cloudsyncctl.simulator.api;

import java.util.List;
import java.util.Set;

/**
 * One HTTP request as it arrived.
 *
 * @param number counts from 1 since the NAS was started
 * @param httpMethod {@code GET} or {@code POST}
 * @param path the path of the URL, without its query
 * @param queryNames the names of the parameters that stood in the URL rather than in the body
 * @param compound whether the calls came in one compound
 * @param calls the API calls in it: one, or those of the compound
 */
public record RecordedRequest(
    int number,
    String httpMethod,
    String path,
    Set<String> queryNames,
    boolean compound,
    List<RecordedCall> calls) {

  public RecordedRequest {
    queryNames = Set.copyOf(queryNames);
    calls = List.copyOf(calls);
  }
}
