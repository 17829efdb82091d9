package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the receivers of notifications were last told of each NAS: JSON of the format {@code
 * cloudsyncctl-told}, version 1, without a secret. It only spares people what they know already, so
 * a file that cannot be read counts as empty: they are told once more.
 */
public final class NotificationState {
  private static final String FORMAT = "cloudsyncctl-told";
  private static final int VERSION = 1;

  private final Optional<Path> path;
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
      JsonFields root = JsonFields.parse(Files.readAllBytes(file));
      if (root.text("format").equals(FORMAT) && root.whole("version") == VERSION) {
        JsonFields all = root.object("receivers");
        for (String receiver : all.members().values().keySet()) {
          JsonFields its = all.object(receiver);
          for (String nas : its.members().values().keySet()) {
            put(receiver, nas, told(its.object(nas)));
          }
        }
      }
    } catch (IOException | WireFormatException e) {
      receivers.clear();
    }
  }

  private static Told told(JsonFields fields) throws WireFormatException {
    return new Told(fields.text("state"), fields.text("digest"), fields.time("at"));
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
    Map<String, WireValue> all = new LinkedHashMap<>();
    receivers.forEach((receiver, known) -> {
      Map<String, WireValue> its = new LinkedHashMap<>();
      known.forEach((nas, told) ->
          its.put(
              nas,
              WireValue.Members.of(
                  ImmutableMap.of(
                      "state", WireValue.of(told.state()),
                      "digest", WireValue.of(told.digest()),
                      "at", WireValue.of(told.at().toString())))));
      all.put(receiver, WireValue.Members.of(its));
    });
    WireValue root =
        WireValue.Members.of(
            ImmutableMap.of(
                "format", WireValue.of(FORMAT),
                "version", WireValue.of(VERSION),
                "receivers", WireValue.Members.of(all)));
    try {
      AtomicFiles.write(file, WireJson.pretty(root) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
