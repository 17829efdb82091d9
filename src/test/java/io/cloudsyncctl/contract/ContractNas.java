package io.cloudsyncctl.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.read.CloudSyncReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.cloudsync.write.CloudSyncWriter;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The NAS that the contract is tried on: a simulated one, or the real one that {@code
 * CLOUDSYNCCTL_CONTRACT_URL}, {@code _USERNAME} and {@code _PASSWORD} name ({@code _PIN_SHA256} for
 * its certificate). On a real one only the getters run, unless {@code _S3_CONNECTION} names a
 * scratch connection and {@code _LOCAL_PATH} a folder in which a task may be created and removed.
 */
final class ContractNas implements AutoCloseable {
  private static final String PREFIX = "CLOUDSYNCCTL_CONTRACT_";

  private final @Nullable SimulatedNas simulated;
  private final DsmSession session;

  private ContractNas(@Nullable SimulatedNas simulated, DsmSession session) {
    this.simulated = simulated;
    this.session = session;
  }

  static ContractNas open() {
    String url = System.getenv(PREFIX + "URL");
    if (url == null) {
      SimulatedNas simulated =
          SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());
      return new ContractNas(
          simulated, login(simulated.url(), new NasTarget.Tls.SystemTrust(), "admin", "simulated"));
    }
    String pin = System.getenv(PREFIX + "PIN_SHA256");
    NasTarget.Tls tls =
        pin == null ? new NasTarget.Tls.SystemTrust() : new NasTarget.Tls.Pinned(pin);
    return new ContractNas(
        null, login(URI.create(url), tls, required("USERNAME"), required("PASSWORD")));
  }

  private static DsmSession login(URI url, NasTarget.Tls tls, String user, String password) {
    return CloudSyncApi.open(
        new DsmEndpoint("contract", url, tls),
        new Credentials(user, new Secret(password), NasTarget.DEFAULT_SESSION),
        SessionOptions.standard());
  }

  private static String required(String name) {
    return Objects.requireNonNull(System.getenv(PREFIX + name), PREFIX + name + " is not set");
  }

  ReadGateway gateway() {
    return ReadGateway.over(session);
  }

  CloudSyncReader reader() {
    return new CloudSyncReader(gateway());
  }

  CloudSyncWriter writer() {
    return new CloudSyncWriter(session);
  }

  /** Sends a method that takes no parameters, such as pausing all connections. */
  void sendToAll(String method) {
    assertThat(session.call(CloudSyncApi.call(method, ImmutableMap.of()).asAbsolute()))
        .isInstanceOf(ApiResult.Success.class);
  }

  /** The simulated NAS; a test that needs it ends here where the NAS is a real one. */
  SimulatedNas simulatedOnly() {
    assumeTrue(simulated != null, "never runs against a real NAS");
    return Objects.requireNonNull(simulated);
  }

  /** The connection that may be written to; a test that needs it ends here where none is named. */
  ConnectionEntry scratchConnection() {
    String name = simulated == null ? System.getenv(PREFIX + "S3_CONNECTION") : "Amazon S3";
    assumeTrue(name != null, PREFIX + "S3_CONNECTION is not set");
    return reader().connections().entries().stream()
        .filter(entry -> entry.name().equals(name) && entry.type().equals("az"))
        .findFirst()
        .orElseThrow();
  }

  /** A folder in which a task may be created. */
  String scratchFolder() {
    String path =
        simulated == null ? System.getenv(PREFIX + "LOCAL_PATH") : "/archive/contract suite";
    assumeTrue(path != null, PREFIX + "LOCAL_PATH is not set");
    return Objects.requireNonNull(path);
  }

  @Override
  public void close() {
    session.close();
    if (simulated != null) {
      simulated.close();
    }
  }
}
