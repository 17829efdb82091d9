package io.cloudsyncctl.dsm.transport;

import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.TargetWords;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.model.setting.WireValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jspecify.annotations.Nullable;

/** Puts one call on the wire and opens the envelope of its answer. */
public final class Wire implements AutoCloseable {
  /** The APIs whose parameters stand bare; every other's are JSON (protocol note §1). */
  private static final ImmutableSet<String> BARE = ImmutableSet.of(Discovery.AUTH, "SYNO.API.Info");

  private final DsmEndpoint endpoint;
  private final HttpTransport transport;
  private volatile Discovery discovery = Discovery.NONE;
  private volatile boolean reached;

  /**
   * A wire that has sent nothing.
   *
   * @param reached whether this NAS is known to be there
   */
  public Wire(DsmEndpoint endpoint, boolean reached) {
    this.endpoint = endpoint;
    this.reached = reached;
    this.transport = new HttpTransport(endpoint);
  }

  /**
   * A session.
   *
   * @param sid {@code _sid} of every call
   * @param token {@code X-SYNO-TOKEN} of every call; null where the NAS gave none
   */
  public record Session(Secret sid, @Nullable Secret token) {}

  public String nas() {
    return endpoint.nas();
  }

  public TargetWords words() {
    return endpoint.words();
  }

  public Discovery discovery() {
    return discovery;
  }

  /** Whether this NAS has ever answered like a DSM. */
  public boolean reached() {
    return reached;
  }

  /** Takes what the NAS said of its APIs. */
  public void discovered(ApiCall question, ApiResult answer) {
    discovery =
        switch (answer) {
          case ApiResult.Success(WireValue.Members data) ->
              Discovery.read(data, at(question), words());
          case ApiResult.Refused(ApiError error) ->
              throw new ApiRefusedException(nas(), question, null, error);
          case ApiResult.Unusable(BadAnswerException failure) -> throw failure;
        };
  }

  /**
   * Sends a call once.
   *
   * @param limit how long it may take, beside the time-outs of the endpoint
   */
  public ApiResult send(ApiCall call, @Nullable Session session, Duration limit) {
    Discovery.Api api = discovery.api(call.api());
    Location.OnNas at = at(call);
    @Nullable Secret token = session == null ? null : session.token();
    HttpAnswer answer =
        transport.post(
            api.path(),
            at,
            form(call, api.clamp(call.version()), session),
            token == null ? null : token.reveal(),
            limit,
            !call.api().equals(Discovery.AUTH));
    ApiResult result = new Envelope(at, call.confidential(), words()).open(answer);
    reached = true;
    return result;
  }

  public Location.OnNas at(ApiCall call) {
    return new Location.OnNas(nas(), call.method(), null);
  }

  private static List<NameValuePair> form(ApiCall call, int version, @Nullable Session session) {
    List<NameValuePair> form = new ArrayList<>();
    form.add(new BasicNameValuePair("api", call.api()));
    form.add(new BasicNameValuePair("method", call.method()));
    form.add(new BasicNameValuePair("version", Integer.toString(version)));
    boolean bare = BARE.contains(call.api());
    call.parameters()
        .forEach((name, value) -> form.add(new BasicNameValuePair(name, encode(value, bare))));
    if (session != null) {
      form.add(new BasicNameValuePair("_sid", session.sid().reveal()));
    }
    return form;
  }

  private static String encode(WireValue value, boolean bare) {
    return bare && value instanceof WireValue.Text(String text) ? text : WireJson.print(value);
  }

  /** Gives up every call but those of the login and logout, those under way and those to come. */
  public void giveUp() {
    transport.giveUp();
  }

  public boolean givenUp() {
    return transport.givenUp();
  }

  @Override
  public void close() {
    transport.close();
  }
}
