package io.cloudsyncctl.cli;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.model.NasTarget;
import io.cloudsyncctl.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A NAS that no file names yet. */
final class TargetOptions {
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
      defaultValue = NasTarget.DEFAULT_SESSION,
      description = "DSM's session label, where FileStation, the default, is refused (error 402).")
  String session = NasTarget.DEFAULT_SESSION;

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
  boolean insecure;

  @Option(names = "--allow-http", description = "Allow http:// to another machine.")
  boolean allowHttp;

  boolean isSet() {
    return url != null;
  }

  /** The target that the options name. */
  NasTarget target(Console console, boolean simulated) {
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
        session,
        null,
        tls(),
        null);
  }

  private NasTarget.Tls tls() {
    if (insecure) {
      return new NasTarget.Tls.Unverified();
    }
    if (pin != null) {
      return new NasTarget.Tls.Pinned(pin.replace(":", "").toLowerCase(Locale.ROOT));
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
    URI parsed;
    try {
      parsed = new URI(text);
    } catch (URISyntaxException e) {
      throw usage("bad-url", "--url is not a URL: " + e.getReason());
    }
    String scheme = parsed.getScheme();
    String host = parsed.getHost();
    if (scheme == null || host == null || !scheme.matches("(?i)https?")) {
      throw usage("bad-url", "--url must be like https://nas.example.lan:5001");
    }
    if (parsed.getUserInfo() != null) {
      throw usage("bad-url", "--url must not hold a user or password");
    }
    boolean loopback = host.matches("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1\\]");
    if (scheme.equalsIgnoreCase("http") && !loopback && !allowHttp) {
      throw new DiagnosticException(
          FailureKind.USAGE,
          Diagnostic.error(
              "http-refused",
              "--url is http, which sends the password in the clear",
              null,
              "use https (port 5001), or add --allow-http"));
    }
    return parsed;
  }

  private static DiagnosticException usage(String code, String message) {
    return new DiagnosticException(
        FailureKind.USAGE, Diagnostic.error(code, message, null, "see --help"));
  }

  private static String nameOf(URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    String first = host.matches("[a-z].*") ? host.split("\\.", 2)[0] : "nas";
    String name = first.replaceAll("[^a-z0-9-]", "-");
    return name.equals("localhost") ? "nas" : name;
  }
}
