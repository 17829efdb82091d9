package io.cloudsyncctl.model.identity;

import java.net.URI;
import java.util.Locale;

/** What tells one device from another, as far as its address does. */
public final class DeviceAddress {
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private DeviceAddress() {}

  /**
   * The URL, scheme and host in lower case, and with its port. The path belongs to it, since one
   * proxy may stand before several.
   */
  public static String of(URI url) {
    return withoutPath(url) + path(url);
  }

  /** The same without the path, as earlier versions told them apart. */
  public static String withoutPath(URI url) {
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
}
