package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.RefusalCode;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.Setting;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.model.TaskPaths;
import io.cloudsyncctl.model.WireFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The record as a file: JSON of the format {@code cloudsyncctl-record}, version 2. It holds what
 * was last written of the settings that no getter answers, by the keys of the YAML, what was
 * declared at the last apply that came to a good end, and no secret. Files of version 1, which lack
 * the latter, are read as well.
 */
public final class RecordFile {
  private static final String FORMAT = "cloudsyncctl-record";
  private static final int VERSION = 2;
  private static final int OLDEST = 1;

  private final Path path;
  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public RecordFile(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  /**
   * What the file says of a NAS. Where there is no file, or it speaks of another NAS, nothing is
   * recorded.
   *
   * @throws DiagnosticException {@code record-unreadable} where the file is no record
   */
  public SettingsRecord load(String identity) {
    Optional<JsonNode> file = read();
    if (file.isEmpty() || !nas(file.get()).equals(identity)) {
      return SettingsRecord.empty(identity);
    }
    JsonNode root = file.get();
    SettingsRecord record = SettingsRecord.empty(identity);
    for (JsonNode task : root.path("tasks")) {
      record = record.with(task.path("session_id").asLong(-1), entry(task));
    }
    return record.with(relink(root.path("relink"))).declaring(declared(root.path("declared")));
  }

  /**
   * That the file speaks of another NAS, where it does: what it says of that one must not be lost.
   *
   * @throws DiagnosticException {@code record-unreadable} where the file is no record
   */
  public Optional<Diagnostic> foreign(String identity) {
    return read()
        .map(RecordFile::nas)
        .filter(other -> !other.equals(identity))
        .map(other ->
            Diagnostic.error(
                RefusalCode.RECORD_OF_ANOTHER_NAS.code(),
                "the record is of the NAS " + other + ", which is not " + identity,
                new Location.InFile(path.toString(), 1, 1),
                "name another file as the record; or delete this one; or, where it is the same NAS"
                    + " at a new address, write that address into it as \"nas\""));
  }

  /**
   * Refuses to go on where the file speaks of another NAS.
   *
   * @throws DiagnosticException {@code record-of-another-nas}, or {@code record-unreadable}
   */
  public void requireOf(String identity) {
    Optional<Diagnostic> foreign = foreign(identity);
    if (foreign.isPresent()) {
      throw new DiagnosticException(RefusalCode.RECORD_OF_ANOTHER_NAS.kind(), foreign.get());
    }
  }

  private static String nas(JsonNode root) {
    return root.path("nas").asString("");
  }

  private Optional<JsonNode> read() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    JsonNode root;
    try {
      root = json.readTree(Files.readAllBytes(path));
    } catch (IOException | JacksonException e) {
      throw unreadable("it cannot be read as JSON", e);
    }
    if (!root.path("format").asString("").equals(FORMAT)) {
      throw unreadable("it is not a record of cloudsyncctl", null);
    }
    int version = root.path("version").asInt(0);
    if (version < OLDEST || version > VERSION) {
      throw unreadable(
          "it is of version "
              + root.path("version").asString("?")
              + ", this program knows versions "
              + OLDEST
              + " and "
              + VERSION,
          null);
    }
    if (nas(root).isEmpty()) {
      throw unreadable("it does not say of which NAS it is", null);
    }
    return Optional.of(root);
  }

  private Optional<SettingsRecord.Declared> declared(JsonNode declared) {
    if (declared.isMissingNode()) {
      return Optional.empty();
    }
    Instant at = instant(declared, "at");
    try {
      return Optional.of(
          new SettingsRecord.Declared(
              DeclarationCodec.decode(WireJson.parse(json.writeValueAsString(declared))), at));
    } catch (WireFormatException | JacksonException e) {
      throw unreadable("declared: " + e.getMessage(), e);
    }
  }

  private Optional<SettingsRecord.Relink> relink(JsonNode relink) {
    JsonNode written = relink.path(PackageSettings.DELETE_FROM_CLOUD.key());
    if (!written.isBoolean()) {
      return Optional.empty();
    }
    JsonNode answered = relink.path("answered");
    return Optional.of(
        new SettingsRecord.Relink(
            written.booleanValue(),
            answered.isBoolean() ? Optional.of(answered.booleanValue()) : Optional.empty(),
            writtenAt(relink)));
  }

  private SettingsRecord.Entry entry(JsonNode task) {
    ImmutableMap.Builder<String, Boolean> values = ImmutableMap.builder();
    JsonNode written = task.path("values");
    for (Setting<Boolean> setting : TaskSettings.WRITE_ONLY) {
      JsonNode value = written.path(setting.key());
      if (value.isBoolean()) {
        values.put(setting.parameter(), value.booleanValue());
      } else if (!value.isMissingNode()) {
        throw unreadable(setting.key() + " is neither true nor false", null);
      }
    }
    return new SettingsRecord.Entry(
        new TaskPaths(task.path("local_path").asString(""), task.path("cloud_path").asString("")),
        values.build(),
        writtenAt(task));
  }

  private Instant writtenAt(JsonNode node) {
    return instant(node, "written_at");
  }

  private Instant instant(JsonNode node, String name) {
    try {
      return Instant.parse(node.path(name).asString(""));
    } catch (DateTimeException e) {
      throw unreadable(name + " is not a time such as 2026-01-31T12:00:00Z", e);
    }
  }

  /**
   * Writes the record; the file is replaced as a whole or not at all, and never that of another
   * NAS.
   */
  public void save(SettingsRecord record) throws IOException {
    requireStillOf(record.identity());
    ObjectNode root = json.createObjectNode();
    root.put("format", FORMAT).put("version", VERSION).put("nas", record.identity());
    ArrayNode tasks = root.putArray("tasks");
    record.tasks().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(task -> write(tasks.addObject(), task.getKey(), task.getValue()));
    record
        .relink()
        .ifPresent(relink -> {
          ObjectNode node = root.putObject("relink");
          node.put(PackageSettings.DELETE_FROM_CLOUD.key(), relink.written());
          relink.answered().ifPresent(answered -> node.put("answered", answered));
          node.put("written_at", relink.writtenAt().toString());
        });
    record
        .declared()
        .ifPresent(declared -> {
          ObjectNode node = root.putObject("declared").put("at", declared.at().toString());
          String text = WireJson.print(DeclarationCodec.encode(declared.declaration()));
          node.setAll((ObjectNode) json.readTree(text));
        });
    AtomicFiles.write(path, json.writeValueAsString(root) + "\n");
  }

  /** It was so when it was read, but files named by people may be written by others meanwhile. */
  private void requireStillOf(String identity) throws IOException {
    try {
      requireOf(identity);
    } catch (DiagnosticException e) {
      throw new IOException(e.diagnostics().getFirst().message(), e);
    }
  }

  private static void write(ObjectNode node, long sessionId, SettingsRecord.Entry entry) {
    node.put("session_id", sessionId)
        .put("local_path", entry.paths().local())
        .put("cloud_path", entry.paths().cloud())
        .put("written_at", entry.writtenAt().toString());
    ObjectNode values = node.putObject("values");
    Map<String, Boolean> byKey = new LinkedHashMap<>();
    for (Setting<Boolean> setting : TaskSettings.WRITE_ONLY) {
      Boolean value = entry.values().get(setting.parameter());
      if (value != null) {
        byKey.put(setting.key(), value);
      }
    }
    byKey.forEach(values::put);
  }

  private DiagnosticException unreadable(String why, @Nullable Throwable cause) {
    return new DiagnosticException(
        FailureKind.BAD_INPUT,
        Diagnostic.error(
            "record-unreadable",
            "the record cannot be used: " + why,
            new Location.InFile(path.toString(), 1, 1),
            "restore the file from Git or a backup, or delete it: write-only settings are then"
                + " written once more"),
        cause);
  }
}
