package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the receivers of notifications were last told of each NAS: JSON of the format {@code
 * cloudsyncctl-told}, version 1, without a secret. It only spares people what they know already, so
 * a file that cannot be read counts as empty: they are told once more.
 */
public final class NotificationState {
  private static final String FORMAT = "cloudsyncctl-told";
  private static final int VERSION = 1;

  private final Optional<Path> path;
  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private final Map<String, Map<String, Told>> receivers = new TreeMap<>();

  /**
   * The last that was told of one NAS.
   *
   * @param state in words
   * @param digest of the whole condition
   */
  public record Told(String state, String digest, Instant at) {}

  private NotificationState(Optional<Path> path) {
    this.path = path;
    path.ifPresent(this::load);
  }

  /** A file, which need not be there. */
  public static NotificationState of(Path path) {
    return new NotificationState(Optional.of(path));
  }

  /** A memory that ends with the program. */
  public static NotificationState inMemory() {
    return new NotificationState(Optional.empty());
  }

  private void load(Path file) {
    try {
      if (!Files.exists(file)) {
        return;
      }
      JsonNode root = json.readTree(Files.readAllBytes(file));
      if (root.path("format").asString("").equals(FORMAT)
          && root.path("version").asInt(0) == VERSION) {
        root.path("receivers")
            .properties()
            .forEach(receiver ->
                receiver
                    .getValue()
                    .properties()
                    .forEach(nas -> put(receiver.getKey(), nas.getKey(), told(nas.getValue()))));
      }
    } catch (IOException | JacksonException | DateTimeException e) {
      receivers.clear();
    }
  }

  private static Told told(JsonNode node) {
    return new Told(
        node.path("state").asString(""),
        node.path("digest").asString(""),
        Instant.parse(node.path("at").asString("")));
  }

  /** What a receiver was last told of a NAS. */
  public Optional<Told> last(String receiver, String nas) {
    Map<String, Told> known = receivers.getOrDefault(receiver, ImmutableMap.of());
    return Optional.ofNullable(known.get(nas));
  }

  /**
   * Remembers what a receiver was told.
   *
   * @throws UncheckedIOException where the file cannot be written
   */
  public void remember(String receiver, String nas, Told told) {
    put(receiver, nas, told);
    path.ifPresent(this::save);
  }

  private void put(String receiver, String nas, Told told) {
    receivers.computeIfAbsent(receiver, _ -> new TreeMap<>()).put(nas, told);
  }

  private void save(Path file) {
    ObjectNode root = json.createObjectNode().put("format", FORMAT).put("version", VERSION);
    ObjectNode all = root.putObject("receivers");
    receivers.forEach((receiver, known) -> {
      ObjectNode its = all.putObject(receiver);
      known.forEach((nas, told) ->
          its.putObject(nas)
              .put("state", told.state())
              .put("digest", told.digest())
              .put("at", told.at().toString()));
    });
    try {
      AtomicFiles.write(file, json.writeValueAsString(root) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
