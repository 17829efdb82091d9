package io.cloudsyncctl.cli.option;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.Usage;
import io.cloudsyncctl.config.read.TargetRules;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A NAS that no file names yet. */
public final class TargetOptions {
  static final String USERNAME_VARIABLE = "CLOUDSYNC_USERNAME";
  static final String PASSWORD_VARIABLE = "CLOUDSYNC_PASSWORD";

  /** Stands for the address of a simulated NAS, which has none of its own. */
  private static final String EXAMPLE_URL = "https://nas.example.lan:5001";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The NAS, such as https://nas.example.lan:5001.")
  @Nullable String url;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name of the NAS; by default the first part of its host name.")
  @Nullable String name;

  @Option(
      names = "--username",
      paramLabel = "USER",
      description = "The login; by default $$" + USERNAME_VARIABLE + ".")
  @Nullable String username;

  @Option(
      names = "--password-stdin",
      description =
          "Read the password from standard input; by default it is $$" + PASSWORD_VARIABLE + ".")
  boolean passwordStdin;

  @Option(
      names = "--session",
      paramLabel = "LABEL",
      description = "DSM's session label, where FileStation, the default, is refused (error 402).")
  @Nullable String session;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "PEM file of the authorities that may have signed the NAS's certificate.")
  @Nullable Path caFile;

  @Option(
      names = "--pin-sha256",
      paramLabel = "HEX",
      description = "SHA-256 of the NAS's certificate, which is then the only one accepted.")
  @Nullable String pin;

  @Option(
      names = "--insecure-skip-verify",
      description = "Do not check the NAS's certificate at all.")
  public boolean insecure;

  @Option(names = "--allow-http", description = "Allow http:// to another machine.")
  boolean allowHttp;

  public boolean isSet() {
    return url != null;
  }

  /**
   * The options that were given, and where a file says the same of its NAS; empty where none was.
   */
  public ImmutableMap<String, String> given() {
    ImmutableMap.Builder<String, String> given = ImmutableMap.builder();
    given(given, url != null, "--url", "url");
    given(given, name != null, "--name", "name");
    given(given, username != null, "--username", "username");
    given(given, passwordStdin, "--password-stdin", "password");
    given(given, session != null, "--session", "session");
    given(given, caFile != null, "--ca-file", "tls: { ca_file: … }");
    given(given, pin != null, "--pin-sha256", "tls: { pin_sha256: … }");
    given(given, insecure, "--insecure-skip-verify", "tls: { insecure_skip_verify: true }");
    given(given, allowHttp, "--allow-http", "allow_http");
    return given.buildOrThrow();
  }

  private static void given(
      ImmutableMap.Builder<String, String> given, boolean is, String option, String key) {
    if (is) {
      given.put(option, key);
    }
  }

  /** The target that the options name. */
  public NasTarget target(Console console, boolean simulated) {
    check();
    URI parsed = url(url != null ? url : simulated ? EXAMPLE_URL : "");
    String user = username != null ? username : console.environment().apply(USERNAME_VARIABLE);
    Secret password = simulated ? null : password(console);
    return new NasTarget(
        name == null ? nameOf(parsed) : name,
        parsed,
        user,
        password,
        null,
        ImmutableMap.of(),
        session == null ? NasTarget.DEFAULT_SESSION : session,
        null,
        tls(),
        null);
  }

  private void check() {
    if (name != null) {
      refuse("--name", TargetRules.badName(name));
    }
    if (pin != null) {
      refuse("--pin-sha256", TargetRules.badPin(pin));
    }
    if (Stream.of(caFile != null, pin != null, insecure).filter(given -> given).count() > 1) {
      throw Usage.bad(
          "--ca-file, --pin-sha256 and --insecure-skip-verify exclude each other",
          "give the one by which the certificate is to be checked");
    }
  }

  private static void refuse(String option, Optional<String> wanted) {
    if (wanted.isPresent()) {
      throw Usage.bad(option + " must be " + wanted.get(), "see --help");
    }
  }

  private NasTarget.Tls tls() {
    if (insecure) {
      return new NasTarget.Tls.Unverified();
    }
    if (pin != null) {
      return new NasTarget.Tls.Pinned(TargetRules.pin(pin));
    }
    return caFile == null
        ? new NasTarget.Tls.SystemTrust()
        : new NasTarget.Tls.AuthorityFile(caFile);
  }

  private @Nullable Secret password(Console console) {
    if (!passwordStdin) {
      String value = console.environment().apply(PASSWORD_VARIABLE);
      return value == null ? null : new Secret(value);
    }
    try {
      String text = new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
      return new Secret(text.replaceFirst("\\R\\z", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URI url(String text) {
    return switch (TargetRules.address(text)) {
      case TargetRules.Address.Usable(URI usable) -> usable;
      case TargetRules.Address.Unusable(String why) ->
          throw Usage.error(
              DiagnosticCode.BAD_URL, "--url: " + why, "write --url https://nas.example.lan:5001");
      case TargetRules.Address.InTheClear(URI clear) -> {
        if (allowHttp) {
          yield clear;
        }
        throw Usage.error(
            DiagnosticCode.HTTP_REFUSED,
            "--url is http, which sends the password in the clear",
            "use https (port 5001), or add --allow-http");
      }
    };
  }

  private static String nameOf(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    String first = host.matches("[a-z].*") ? host.split("\\.", 2)[0] : "nas";
    String name = first.replaceAll("[^a-z0-9-]", "-");
    return name.equals("localhost") ? "nas" : name;
  }
}
