package io.cloudsyncctl.state;

import com.google.common.hash.Hashing;
import io.cloudsyncctl.model.identity.DeviceAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where a machine keeps what runs leave. */
public final class StateFolder {
  private static final String JOURNALS = "journals";
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

  /** What tells one NAS from another: its URL. */
  public static String identity(URI url) {
    return DeviceAddress.of(url);
  }

  /** The same without the path, as earlier versions told them apart. */
  public static String address(URI url) {
    return DeviceAddress.withoutPath(url);
  }

  /** The folder of a NAS's journals inside a state folder. */
  public static Path journals(Path folder, String nas, String identity) {
    return folder.resolve(JOURNALS).resolve(key(nas, identity));
  }

  /** The state folder around a folder of a NAS's journals; empty where that lies elsewhere. */
  public static Optional<Path> around(@Nullable Path journals, String nas, String identity) {
    Path all = journals == null ? null : journals.getParent();
    return journals != null
            && all != null
            && all.endsWith(JOURNALS)
            && String.valueOf(journals.getFileName()).equals(key(nas, identity))
        ? Optional.ofNullable(all.getParent())
        : Optional.empty();
  }

  /** The lock of a device inside a state folder, whatever names it is given. */
  public static Path lock(Path folder, String device) {
    return folder.resolve("locks").resolve(digest(device) + ".lock");
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
    return nas + "-" + digest(identity);
  }

  private static String digest(String identity) {
    return Hashing.sha256()
        .hashString(identity, StandardCharsets.UTF_8)
        .toString()
        .substring(0, DIGEST_LENGTH);
  }
}
