package io.cloudsyncctl.dsm.transport;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many calls in one request ({@code SYNO.Entry.Request}; protocol note §5). */
public final class Compound {
  private Compound() {}

  /**
   * The request that holds the calls.
   *
   * @param stopWhenError whether the NAS stops at the first error
   */
  public static ApiCall of(List<ApiCall> calls, boolean stopWhenError, Discovery discovery) {
    ImmutableList<WireValue> inner =
        calls.stream()
            .map(call -> inner(call, discovery.api(call.api()).clamp(call.version())))
            .collect(ImmutableList.toImmutableList());
    return new ApiCall(
        Discovery.COMPOUND,
        1,
        "request",
        ImmutableMap.of(
            "mode", WireValue.of("sequential"),
            "stop_when_error", WireValue.of(stopWhenError),
            "compound", new WireValue.Items(inner)),
        calls.stream().anyMatch(ApiCall::confidential),
        calls.stream().allMatch(ApiCall::absolute));
  }

  private static WireValue inner(ApiCall call, int version) {
    return new WireValue.Members(
        ImmutableMap.<String, WireValue>builder()
            .put("api", WireValue.of(call.api()))
            .put("method", WireValue.of(call.method()))
            .put("version", WireValue.of(version))
            .putAll(call.parameters())
            .buildOrThrow());
  }

  /**
   * The results by index, as many as there are; null where one is missing in between. One that is
   * no answer to its call says nothing of the others.
   */
  public static List<@Nullable ApiResult> results(
      WireValue.Members data, List<ApiCall> calls, Wire wire, ApiCall compound) {
    Envelope envelope = new Envelope(wire.at(compound), compound.confidential(), wire.words());
    WireValue results = data.get("result");
    if (!(results instanceof WireValue.Items(ImmutableList<WireValue> items))
        || items.size() > calls.size()) {
      throw envelope.wrongField("result", "a list of " + calls.size() + " results", results);
    }
    List<@Nullable ApiResult> read = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      ApiCall call = calls.get(i);
      read.add(
          usable(items.get(i), new Envelope(wire.at(call), call.confidential(), wire.words()), i));
    }
    return read;
  }

  private static @Nullable ApiResult usable(WireValue item, Envelope envelope, int index) {
    try {
      return result(item, envelope, index);
    } catch (BadAnswerException e) {
      return new ApiResult.Unusable(e);
    }
  }

  private static @Nullable ApiResult result(WireValue item, Envelope envelope, int index) {
    if (item instanceof WireValue.Null) {
      return null;
    }
    if (item instanceof WireValue.Members members
        && members.get("success") instanceof WireValue.Flag(boolean success)) {
      return envelope.result(members, success);
    }
    throw envelope.wrongField("result[" + index + "]", "a result of a call", item);
  }
}
