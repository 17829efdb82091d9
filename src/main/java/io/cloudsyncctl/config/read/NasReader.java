package io.cloudsyncctl.config.read;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.config.compose.References;
import io.cloudsyncctl.config.notation.Shape;
import io.cloudsyncctl.config.yaml.ConfigCode;
import io.cloudsyncctl.config.yaml.Node;
import io.cloudsyncctl.config.yaml.Problems;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.NasTarget.Tls;
import io.cloudsyncctl.model.desired.Secret;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code nas:} block. */
final class NasReader {
  private static final Pattern ONLY_REFERENCES = Pattern.compile("(\\$\\{(env|file|var):[^}:]+})+");

  /** Far longer than any reference, and short enough for the expression not to recurse deeply. */
  private static final int LONGEST_REFERENCE = 1000;

  /** One of them is enough; that the last is not supported yet is reported by itself. */
  private static final ImmutableSet<String> PASSWORDS =
      ImmutableSet.of("password", "password_file", "password_command");

  private final References references;
  private final boolean credentialsNeeded;
  private final Problems problems;

  NasReader(References references, boolean credentialsNeeded, Problems problems) {
    this.references = references;
    this.credentialsNeeded = credentialsNeeded;
    this.problems = problems;
  }

  /**
   * The target; empty where its name or address cannot be read, which is reported.
   *
   * @param nas the block with everything substituted
   * @param written the block as it stands in the files
   */
  Optional<NasTarget> read(Node.Mapping nas, Node.@Nullable Mapping written) {
    URI url = url(nas);
    String username = nas.text("username");
    if (username != null) {
      requireSome(nas, "username", username);
    }
    Credentials credentials = credentials(nas, written);
    if (credentialsNeeded) {
      require(nas, "username", nas.entries().containsKey("username"));
      require(nas, "password", nas.entries().keySet().stream().anyMatch(PASSWORDS::contains));
    }
    Tls tls = tls(nas);
    Path record = path(nas, "record");
    String name = nas.text("name");
    if (name == null || url == null) {
      return Optional.empty();
    }
    String session = nas.text("session");
    return Optional.of(
        new NasTarget(
            name,
            url,
            username,
            credentials.password,
            credentials.reference,
            labels(nas),
            session == null ? NasTarget.DEFAULT_SESSION : session,
            record,
            tls,
            nas.at()));
  }

  private record Credentials(@Nullable Secret password, @Nullable String reference) {}

  private void require(Node.Mapping nas, String key, boolean there) {
    if (!there) {
      problems.add(
          ConfigCode.MISSING_KEY,
          "nas needs the key " + key + " to log in",
          nas.at(),
          "write " + key + ": ${env:CLOUDSYNC_" + key.toUpperCase(Locale.ROOT) + "}");
    }
  }

  /** An empty login would be an attempt all the same: DSM blocks an address after a few. */
  private void requireSome(Node.Mapping nas, String key, String text) {
    if (credentialsNeeded && TargetRules.isEmptyCredential(text)) {
      problems.add(
          ConfigCode.EMPTY_CREDENTIAL,
          key + " is empty, so no login is tried",
          placeOf(nas, key),
          "is the variable set that it comes from, and is the file filled?");
    }
  }

  private Credentials credentials(Node.Mapping nas, Node.@Nullable Mapping written) {
    String reference = reference(written);
    if (nas.get("password") instanceof Node.Scalar scalar && scalar.isText()) {
      if (reference == null) {
        problems.add(
            ConfigCode.LITERAL_PASSWORD,
            "the file contains the password, so everybody who can read it sees it",
            scalar.at(),
            "write password: ${env:CLOUDSYNC_PASSWORD}, or use password_file");
      }
      requireSome(nas, "password", scalar.text());
      return new Credentials(new Secret(scalar.text()), reference);
    }
    Declared<String> file = DeclaredFields.text(nas, "password_file");
    if (file == null) {
      return new Credentials(null, reference);
    }
    String text = references.file(file.at().file(), file.value());
    if (text == null && credentialsNeeded) {
      problems.add(
          ConfigCode.UNDEFINED_VARIABLE,
          "the file of password_file cannot be read as UTF-8 text of at most 1 MiB",
          file.at(),
          "check the path; it starts at the folder of this YAML file");
    }
    if (text != null) {
      requireSome(nas, "password_file", text);
    }
    return new Credentials(
        text == null ? null : new Secret(text), "file:" + found(file.at().file(), file.value()));
  }

  /** A path of a YAML file as it is found from where the user stands. */
  private static String found(String yaml, String path) {
    Path folder = Path.of(yaml).getParent();
    return (folder == null ? Path.of(path) : folder.resolve(path)).normalize().toString();
  }

  /** Only a text that holds nothing of the password itself, a default included. */
  private static @Nullable String reference(Node.@Nullable Mapping written) {
    String text = written == null ? null : written.text("password");
    boolean onlyReferences =
        text != null
            && text.length() <= LONGEST_REFERENCE
            && ONLY_REFERENCES.matcher(text).matches();
    return onlyReferences ? text : null;
  }

  private @Nullable URI url(Node.Mapping nas) {
    Declared<String> text = DeclaredFields.text(nas, "url");
    if (text == null || !text.value().matches(Shape.URL.regex())) {
      return null;
    }
    return switch (TargetRules.address(text.value())) {
      case TargetRules.Address.Usable(URI url) -> url;
      case TargetRules.Address.Unusable(String why) ->
          badUrl(why, text.at(), "write https://HOST:5001");
      case TargetRules.Address.InTheClear(URI url) ->
          DeclaredFields.isTrue(nas, "allow_http")
              ? url
              : badUrl(
                  "http to another machine sends the password in the clear",
                  text.at(),
                  "use https://HOST:5001; where that cannot be, write allow_http: true");
    };
  }

  private @Nullable URI badUrl(String message, Location.InFile at, String hint) {
    problems.add(ConfigCode.BAD_URL, message, at, hint);
    return null;
  }

  private Tls tls(Node.Mapping nas) {
    Node.Mapping tls = nas.mapping("tls");
    if (tls == null) {
      return new Tls.SystemTrust();
    }
    Path authorities = path(tls, "ca_file");
    if (authorities != null) {
      if (credentialsNeeded && !Files.isReadable(authorities)) {
        problems.add(
            ConfigCode.FILE_NOT_FOUND,
            "the file of ca_file is not there, or may not be read",
            placeOf(tls, "ca_file"),
            "check the path; it starts at the folder of this YAML file");
      }
      return new Tls.AuthorityFile(authorities);
    }
    String pin = tls.text("pin_sha256");
    if (pin != null) {
      return new Tls.Pinned(TargetRules.pin(pin));
    }
    if (DeclaredFields.isTrue(tls, "insecure_skip_verify")) {
      problems.add(
          ConfigCode.UNVERIFIED_TLS,
          "the server's certificate is not verified: anybody in between can read the password",
          placeOf(tls, "insecure_skip_verify"),
          "use ca_file, or pin_sha256 with the fingerprint of its certificate");
      return new Tls.Unverified();
    }
    return new Tls.SystemTrust();
  }

  private static Location.InFile placeOf(Node.Mapping mapping, String key) {
    Node node = mapping.get(key);
    return node == null ? mapping.at() : node.at();
  }

  private @Nullable Path path(Node.Mapping mapping, String key) {
    Declared<String> text = DeclaredFields.text(mapping, key);
    if (text == null) {
      return null;
    }
    Path path = references.path(text.at().file(), text.value());
    if (path == null || text.value().isEmpty()) {
      problems.add(ConfigCode.BAD_VALUE, key + " must be the path of a file", text.at(), null);
      return null;
    }
    return path;
  }

  private static ImmutableMap<String, String> labels(Node.Mapping nas) {
    ImmutableMap.Builder<String, String> labels = ImmutableMap.builder();
    Node.Mapping declared = nas.mapping("labels");
    if (declared != null) {
      declared
          .entries()
          .forEach((key, entry) -> {
            if (entry.value() instanceof Node.Scalar scalar && scalar.isText()) {
              labels.put(key, scalar.text());
            }
          });
    }
    return labels.buildOrThrow();
  }
}
