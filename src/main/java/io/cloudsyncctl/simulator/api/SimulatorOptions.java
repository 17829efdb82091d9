package io.cloudsyncctl.simulator.api;

import io.cloudsyncctl.simulator.behaviour.Behaviour;
import io.cloudsyncctl.simulator.script.Script;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated NAS behaves. Where the protocol note marks a fact as inferred, or says that it
 * differs between releases, there is a switch, so that both answers can be tried.
 *
 * @param port the port on 127.0.0.1; 0 takes a free one
 * @param tls whether to serve HTTPS, with a certificate made at start
 * @param user the administrator's account
 * @param password the administrator's password
 * @param latencyMillis how long each HTTP request waits before it is looked at, in milliseconds
 * @param dsmVersion 7: login at {@code entry.cgi} up to version 7; 6: at {@code auth.cgi} up to 6
 * @param cloudSyncInstalled whether SYNO.CloudSync is there at all
 * @param oldPackage whether the package has no {@code get_session_setting}
 * @param compoundSupported whether SYNO.Entry.Request is there; if not it answers 102
 * @param maxCompound how many calls a compound may hold before it answers 113; 0 is no limit
 * @param syncModeReadable whether {@code get_config} shows what {@code set_personal_config} wrote
 * @param nonAdministrators further accounts, name to password, that see only their own connections
 * @param sessionLabels the session labels that logins of non-administrators may use, else 402;
 *     empty takes every label
 * @param loginError the code that a login with the right password answers; 0 lets it in
 * @param otpCode the 2-factor code that a login needs, or null
 * @param sessionRequestLimit after how many requests a session answers 106; 0 is never
 * @param clock the clock of the NAS
 * @param behaviours in which ways it is imperfect from the beginning
 * @param script what a person does at it meanwhile
 */
public record SimulatorOptions(
    int port,
    boolean tls,
    String user,
    String password,
    long latencyMillis,
    int dsmVersion,
    boolean cloudSyncInstalled,
    boolean oldPackage,
    boolean compoundSupported,
    int maxCompound,
    boolean syncModeReadable,
    Map<String, String> nonAdministrators,
    Set<String> sessionLabels,
    int loginError,
    @Nullable String otpCode,
    int sessionRequestLimit,
    InstantSource clock,
    List<Behaviour> behaviours,
    Script script) {

  public SimulatorOptions {
    if (dsmVersion != 6 && dsmVersion != 7) {
      throw new IllegalArgumentException("dsmVersion is 6 or 7, not " + dsmVersion);
    }
    nonAdministrators = Map.copyOf(nonAdministrators);
    sessionLabels = Set.copyOf(sessionLabels);
    behaviours = List.copyOf(behaviours);
  }

  /** Plain HTTP on a free port, user {@code admin}, password {@code simulated}, no delays. */
  public static SimulatorOptions defaults() {
    return builder().build();
  }

  public static Builder builder() {
    return new Builder();
  }

  @Override
  public String toString() {
    return "SimulatorOptions[port=%d, tls=%s, user=%s]".formatted(port, tls, user);
  }

  /** Collects options; everything has a default. */
  public static final class Builder {
    private int port;
    private boolean tls;
    private String user = "admin";
    private String password = "simulated";
    private long latencyMillis;
    private int dsmVersion = 7;
    private boolean cloudSyncInstalled = true;
    private boolean oldPackage;
    private boolean compoundSupported = true;
    private int maxCompound;
    private boolean syncModeReadable = true;
    private Map<String, String> nonAdministrators = Map.of();
    private Set<String> sessionLabels = Set.of();
    private int loginError;
    private @Nullable String otpCode;
    private int sessionRequestLimit;
    private InstantSource clock = InstantSource.system();
    private List<Behaviour> behaviours = List.of();
    private Script script = Script.EMPTY;

    private Builder() {}

    public Builder port(int value) {
      port = value;
      return this;
    }

    public Builder tls(boolean value) {
      tls = value;
      return this;
    }

    public Builder user(String value) {
      user = value;
      return this;
    }

    public Builder password(String value) {
      password = value;
      return this;
    }

    public Builder latencyMillis(long value) {
      latencyMillis = value;
      return this;
    }

    public Builder dsmVersion(int value) {
      dsmVersion = value;
      return this;
    }

    public Builder cloudSyncInstalled(boolean value) {
      cloudSyncInstalled = value;
      return this;
    }

    public Builder oldPackage(boolean value) {
      oldPackage = value;
      return this;
    }

    public Builder compoundSupported(boolean value) {
      compoundSupported = value;
      return this;
    }

    public Builder maxCompound(int value) {
      maxCompound = value;
      return this;
    }

    public Builder syncModeReadable(boolean value) {
      syncModeReadable = value;
      return this;
    }

    public Builder nonAdministrators(Map<String, String> value) {
      nonAdministrators = value;
      return this;
    }

    public Builder sessionLabels(Set<String> value) {
      sessionLabels = value;
      return this;
    }

    public Builder loginError(int value) {
      loginError = value;
      return this;
    }

    public Builder otpCode(@Nullable String value) {
      otpCode = value;
      return this;
    }

    public Builder sessionRequestLimit(int value) {
      sessionRequestLimit = value;
      return this;
    }

    public Builder clock(InstantSource value) {
      clock = value;
      return this;
    }

    public Builder behaviours(List<Behaviour> value) {
      behaviours = value;
      return this;
    }

    /** Behaviours as {@link Behaviour#parseAll} reads them. */
    public Builder behave(String... texts) {
      return behaviours(
          Stream.of(texts).flatMap(text -> Behaviour.parseAll(text).stream()).toList());
    }

    public Builder script(Script value) {
      script = value;
      return this;
    }

    public SimulatorOptions build() {
      return new SimulatorOptions(
          port,
          tls,
          user,
          password,
          latencyMillis,
          dsmVersion,
          cloudSyncInstalled,
          oldPackage,
          compoundSupported,
          maxCompound,
          syncModeReadable,
          nonAdministrators,
          sessionLabels,
          loginError,
          otpCode,
          sessionRequestLimit,
          clock,
          behaviours,
          script);
    }
  }
}
