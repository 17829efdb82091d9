package io.cloudsyncctl.state;

import com.google.common.hash.Hashing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a machine keeps what runs leave. */
public final class StateFolder {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final int DIGEST_LENGTH = 12;

  private StateFolder() {}

  /**
   * The user's state folder: {@code $XDG_STATE_HOME/cloudsyncctl}, else {@code
   * ~/.local/state/cloudsyncctl}.
   */
  public static Path of(Function<String, @Nullable String> environment, String home) {
    String state = environment.apply("XDG_STATE_HOME");
    Path base =
        state != null && Path.of(state).isAbsolute()
            ? Path.of(state)
            : Path.of(home, ".local", "state");
    return base.resolve("cloudsyncctl");
  }

  /**
   * What tells one NAS from another: its URL, scheme and host in lower case, and with its port. The
   * path belongs to it, since one proxy may stand before several.
   */
  public static String identity(URI url) {
    return address(url) + path(url);
  }

  /** The same without the path, as earlier versions told them apart. */
  public static String address(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    int standard = scheme.equals("https") ? HTTPS : HTTP;
    int port = url.getPort() < 0 ? standard : url.getPort();
    return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }

  private static String path(URI url) {
    String path = url.normalize().getRawPath();
    int end = path == null ? 0 : path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return end == 0 ? "" : path.substring(0, end);
  }

  /** The folder of a NAS's journals inside a state folder. */
  public static Path journals(Path folder, String nas, String identity) {
    return folder.resolve("journals").resolve(key(nas, identity));
  }

  /** The lock of a NAS inside a state folder. */
  public static Path lock(Path folder, String nas, String identity) {
    return folder.resolve("locks").resolve(key(nas, identity) + ".lock");
  }

  /** The record of a NAS inside a state folder. */
  public static Path record(Path folder, String nas, String identity) {
    return folder.resolve("records").resolve(key(nas, identity) + ".json");
  }

  /** The file of what receivers of notifications were told. */
  public static Path told(Path folder) {
    return folder.resolve("told.json");
  }

  private static String key(String nas, String identity) {
    String digest =
        Hashing.sha256()
            .hashString(identity, StandardCharsets.UTF_8)
            .toString()
            .substring(0, DIGEST_LENGTH);
    return nas + "-" + digest;
  }
}
