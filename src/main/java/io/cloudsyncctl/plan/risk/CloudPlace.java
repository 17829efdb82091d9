package io.cloudsyncctl.plan.risk;

import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.setting.WireValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection stores its files, as far as that is known: what tells two places of one
 * provider apart differs from provider to provider.
 *
 * <p>The premise: unknown never weakens a guard. Two places are different only where something that
 * tells them apart is known of both and differs. What was not read, and what was left out of the
 * answer, equals everything of its kind.
 *
 * @param provider {@code type}; empty where it is not known
 * @param account {@code user_name}; empty where it is not known
 * @param bucket {@code bucket_name}: one name is one bucket, whoever reaches it; empty where it is
 *     not known
 * @param container {@code container_name}, a name within an account; empty where it is not known
 * @param project {@code project_id}, to which a container belongs; empty where it is not known
 * @param server the host of {@code server_addr}; empty where it is not known
 * @param drive {@code shared_drive_name}: several accounts may reach it; empty where it is none,
 *     null where it is not known
 * @param asked whether the connection told its properties at all
 */
record CloudPlace(
    String provider,
    String account,
    String bucket,
    String container,
    String project,
    String server,
    @Nullable String drive,
    boolean asked) {
  private static final String AZURE = "azure_cloud_storage";
  private static final String GOOGLE_DRIVE = "gd";
  private static final String WEBDAV = "wd";

  /** Those with one place for each account. */
  private static final ImmutableSet<String> PERSONAL = ImmutableSet.of("db", "od_v1");

  /** How two places are to each other. */
  enum Likeness {
    SAME,
    /** What would tell them apart is not known. */
    MAYBE_SAME,
    DIFFERENT
  }

  /** The place of a connection that was read. */
  static CloudPlace of(LiveConnection connection) {
    WireValue.Members property = connection.property();
    String account = folded(connection.account());
    return new CloudPlace(
        connection.type(),
        account.isEmpty() ? text(property, "user_name") : account,
        text(property, "bucket_name"),
        text(property, "container_name"),
        text(property, "project_id"),
        host(text(property, "server_addr")),
        property.get("shared_drive_name") instanceof WireValue.Text(String name)
            ? folded(name)
            : null,
        !property.values().isEmpty());
  }

  /** The place of a connection of which nothing is known but what is declared. */
  static CloudPlace of(DesiredConnection connection) {
    return new CloudPlace(
        text(connection.provider()),
        folded(text(connection.account())),
        "",
        "",
        "",
        "",
        null,
        false);
  }

  private static String text(@Nullable Declared<String> declared) {
    return declared == null ? "" : declared.value();
  }

  private static String text(WireValue.Members property, String name) {
    return property.get(name) instanceof WireValue.Text(String text) ? folded(text) : "";
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  /** One server may be reached by several schemes, ports and paths. */
  private static String host(String address) {
    String bare = address.replaceFirst("^[a-z][a-z0-9+.-]*://", "").replaceFirst("^[^/@]*@", "");
    return bare.startsWith("[")
        ? bare.replaceFirst("\\].*", "]")
        : bare.replaceFirst("[/?#:].*", "");
  }

  /** Whether both are the same place. */
  Likeness compare(CloudPlace other) {
    if (differ(provider, other.provider)) {
      return Likeness.DIFFERENT;
    }
    if (provider.isEmpty() || other.provider.isEmpty()) {
      return Likeness.MAYBE_SAME;
    }
    if (!bucket.isEmpty() && !other.bucket.isEmpty()) {
      return likeness(bucket.equals(other.bucket));
    }
    if (drive != null && other.drive != null && !(drive.isEmpty() && other.drive.isEmpty())) {
      return likeness(drive.equals(other.drive));
    }
    boolean byBucketAlone = provider.equals(LiveConnection.AMAZON_S3);
    if (!byBucketAlone && (differ(container, other.container) || differ(server, other.server))) {
      return Likeness.DIFFERENT;
    }
    if (missing(other).isPresent() || other.missing(this).isPresent()) {
      return Likeness.MAYBE_SAME;
    }
    return likeness(!differ(project, other.project) && account.equals(other.account));
  }

  private static Likeness likeness(boolean same) {
    return same ? Likeness.SAME : Likeness.DIFFERENT;
  }

  /** Whether both are known and are not the same. */
  private static boolean differ(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }

  /** What is not known of this place and might tell it from the other; empty where nothing is. */
  Optional<String> missing(CloudPlace other) {
    if (provider.isEmpty()) {
      return Optional.of("the provider");
    }
    Optional<String> place =
        switch (provider) {
          case LiveConnection.AMAZON_S3 -> named("the bucket", bucket.isEmpty());
          case AZURE -> named("the container", container.isEmpty());
          case WEBDAV -> named("the server", server.isEmpty());
          case GOOGLE_DRIVE -> named("the shared drive", drive == null);
          default -> {
            if (bucket.isEmpty() && !other.bucket.isEmpty()) {
              yield Optional.of("the bucket");
            }
            if (container.isEmpty() && !other.container.isEmpty()) {
              yield Optional.of("the container");
            }
            if (server.isEmpty() && !other.server.isEmpty()) {
              yield Optional.of("the server");
            }
            yield named("the place in the cloud", !asked && !PERSONAL.contains(provider));
          }
        };
    return provider.equals(LiveConnection.AMAZON_S3)
        ? place
        : place.or(() -> named("the account", account.isEmpty()));
  }

  private static Optional<String> named(String what, boolean missing) {
    return missing ? Optional.of(what) : Optional.empty();
  }
}
