package io.cloudsyncctl.model.desired;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.identity.DeviceAddress;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which NAS, and how to reach it: the {@code nas:} block.
 *
 * @param name the first part of every address
 * @param url where the DSM web server listens
 * @param username the login; null where it is not to be had and not needed (validate, simulate)
 * @param password the password; null likewise
 * @param passwordReference the unexpanded text the password came from, such as {@code
 *     ${env:CLOUDSYNC_PASSWORD}} or {@code file:PATH}; never the password
 * @param labels for selecting in a fleet
 * @param session DSM's session label
 * @param record where the record is kept, if the YAML says so
 * @param tls how the server is verified
 * @param at where the block stands
 */
public record NasTarget(
    String name,
    URI url,
    @Nullable String username,
    @Nullable Secret password,
    @Nullable String passwordReference,
    ImmutableMap<String, String> labels,
    String session,
    @Nullable Path record,
    Tls tls,
    Location.@Nullable InFile at) {

  /** What tells its device from others: two names may be given to one. */
  public String device() {
    return DeviceAddress.of(url);
  }

  /** The session label where none is declared (protocol note §2). */
  public static final String DEFAULT_SESSION = "FileStation";

  /** How the server's certificate is verified. */
  public sealed interface Tls {
    /** By the certificate authorities that the runtime knows. */
    record SystemTrust() implements Tls {}

    /** By the authorities of a PEM file. */
    record AuthorityFile(Path file) implements Tls {}

    /** By the SHA-256 of the certificate itself, 64 hexadecimal digits in lower case. */
    record Pinned(String sha256) implements Tls {}

    /** Not at all; warned about every time. */
    record Unverified() implements Tls {}
  }
}
