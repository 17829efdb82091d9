package io.cloudsyncctl.cloudsync.method;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.setting.WireValue;

/** The API's name and version (protocol note §4). */
public final class CloudSyncApi {
  public static final String NAME = "SYNO.CloudSync";

  static final int VERSION = 1;

  private CloudSyncApi() {}

  /** Logs in at a NAS to use its Cloud Sync: two round trips. */
  public static DsmSession open(
      DsmEndpoint endpoint, Credentials credentials, SessionOptions options) {
    return DsmSession.open(endpoint, credentials, options, NAME);
  }

  public static ApiCall call(String method, ImmutableMap<String, WireValue> parameters) {
    return new ApiCall(NAME, VERSION, method, parameters);
  }

  /** A call whose parameters or answer hold secrets. */
  public static ApiCall confidential(String method, ImmutableMap<String, WireValue> parameters) {
    return new ApiCall(NAME, VERSION, method, parameters, true);
  }

  public static String connection(long id) {
    return "connection " + id;
  }

  public static String task(long sessionId) {
    return "task " + sessionId;
  }
}
