package io.cloudsyncctl.cloudsync.read;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cloudsync.answer.AnswerFields;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.DsmGateway;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gateway that cannot write: only the ten getters of Cloud Sync pass. What plans, shows or
 * exports is built on it, so that no defect there can change a NAS.
 */
public final class ReadGateway {
  private final DsmGateway gateway;

  private ReadGateway(DsmGateway gateway) {
    this.gateway = gateway;
  }

  /** The reading half of a gateway. */
  public static ReadGateway over(DsmGateway gateway) {
    return new ReadGateway(gateway);
  }

  /** The name of the NAS, for messages. */
  public String nas() {
    return gateway.nas();
  }

  /**
   * Many reads in as few dependent round trips as possible.
   *
   * @throws IllegalArgumentException where a call is none of the ten getters; nothing is sent then
   */
  public ImmutableList<ApiResult> readAll(List<ApiCall> calls) {
    for (ApiCall call : calls) {
      if (!call.api().equals(CloudSyncApi.NAME) || !Getters.METHODS.contains(call.method())) {
        throw new IllegalArgumentException(call + " is no getter");
      }
    }
    return gateway.readAll(calls);
  }

  /**
   * One read.
   *
   * @param subject what it is about, for messages
   * @throws ApiRefusedException where the NAS refuses
   */
  public AnswerFields read(ApiCall call, @Nullable String subject) {
    return answered(call, subject, readAll(List.of(call)).getFirst());
  }

  /**
   * What the NAS answered to one of several reads.
   *
   * @throws ApiRefusedException where the NAS refused it
   */
  AnswerFields answered(ApiCall call, @Nullable String subject, ApiResult result) {
    return switch (result) {
      case ApiResult.Success(WireValue.Members data) ->
          AnswerFields.of(nas(), call.method(), subject, data);
      case ApiResult.Refused(var error) ->
          throw new ApiRefusedException(nas(), call, subject, error);
      case ApiResult.Unusable(var failure) -> throw failure;
    };
  }
}
