package io.cloudsyncctl.config.read;

import com.google.common.net.InetAddresses;
import io.cloudsyncctl.config.notation.Shape;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** What may be said of a NAS: the same in the {@code nas:} block and on a command line. */
public final class TargetRules {
  private TargetRules() {}

  /** An address, or why it is none. */
  public sealed interface Address {
    /** One that can be used. */
    record Usable(URI url) implements Address {}

    /** One that cannot; {@code why} never repeats it, since it may hold a password. */
    record Unusable(String why) implements Address {}

    /** http to another machine, which sends the password in the clear. */
    record InTheClear(URI url) implements Address {}
  }

  /** Reads an address, {@code https://HOST:PORT}, perhaps with a path. */
  public static Address address(String text) {
    if (!text.matches(Shape.URL.regex())) {
      return new Address.Unusable("the address is not like https://HOST:5001");
    }
    URI url;
    try {
      url = new URI(text).parseServerAuthority();
    } catch (URISyntaxException e) {
      return new Address.Unusable("the address cannot be read");
    }
    if (url.getUserInfo() != null) {
      return new Address.Unusable("the address holds a user name or password");
    }
    if (url.getHost() == null || url.getPort() > 65535) {
      return new Address.Unusable("the address names no host, or a port beyond 65535");
    }
    return url.getScheme().equals("http") && !isLoopback(url.getHost())
        ? new Address.InTheClear(url)
        : new Address.Usable(url);
  }

  /** What a name must be, behind "must be"; empty where it is. */
  public static Optional<String> badName(String name) {
    return broken(Shape.NAS_NAME, name);
  }

  /** What a fingerprint must be, behind "must be"; empty where it is. */
  public static Optional<String> badPin(String pin) {
    return broken(Shape.PIN, pin);
  }

  /** A fingerprint in the one form that is compared: lower case, without colons. */
  public static String pin(String text) {
    return text.replace(":", "").toLowerCase(Locale.ROOT);
  }

  /** Whether a user name or password is none at all; a file may hold nothing but a line break. */
  public static boolean isEmptyCredential(String text) {
    return text.chars().allMatch(c -> c == '\n' || c == '\r');
  }

  private static Optional<String> broken(Shape shape, String text) {
    return text.matches(shape.regex())
        ? Optional.empty()
        : Optional.of(shape.words() + " (" + shape.hint() + ")");
  }

  /** Whether a host is this machine, without asking any name server. */
  public static boolean isLoopback(String host) {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    return bare.toLowerCase(Locale.ROOT).equals("localhost")
        || (InetAddresses.isInetAddress(bare) && InetAddresses.forString(bare).isLoopbackAddress());
  }
}
