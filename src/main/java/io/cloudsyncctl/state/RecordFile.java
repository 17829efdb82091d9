package io.cloudsyncctl.state;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.RefusalCode;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record as a file: JSON of the format {@code cloudsyncctl-record}, version 3. It holds what
 * was last written of the settings that no getter answers, by the keys of the YAML, what was
 * declared at the last apply that came to a good end and which connections and tasks that meant,
 * and no secret. Version 1, which lacks all but the first of these, and version 2, which lacks what
 * identifies connections and tasks, are read as well.
 */
public final class RecordFile {
  private static final String FORMAT = "cloudsyncctl-record";
  private static final int VERSION = 3;
  private static final int OLDEST = 1;

  private final Path path;

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
    Optional<JsonFields> file = read();
    if (file.isEmpty() || !nas(file.get()).equals(identity)) {
      return SettingsRecord.empty(identity);
    }
    try {
      return RecordCodec.decode(identity, file.get());
    } catch (WireFormatException e) {
      throw unreadable(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * That the file speaks of another NAS, where it does: what it says of that one must not be lost.
   *
   * @throws DiagnosticException {@code record-unreadable} where the file is no record
   */
  public Optional<Diagnostic> foreign(String identity) {
    return read()
        .map(this::nas)
        .filter(other -> !other.equals(identity))
        .map(other ->
            Diagnostic.error(
                DiagnosticCode.RECORD_OF_ANOTHER_NAS,
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

  private String nas(JsonFields root) {
    try {
      return root.text("nas");
    } catch (WireFormatException e) {
      throw unreadable("it does not say of which NAS it is", e);
    }
  }

  private Optional<JsonFields> read() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    JsonFields root;
    try {
      root = JsonFields.parse(Files.readAllBytes(path));
    } catch (IOException | WireFormatException e) {
      throw unreadable("it cannot be read as JSON", e);
    }
    if (!(root.raw("format") instanceof WireValue.Text(String format)) || !format.equals(FORMAT)) {
      throw unreadable("it is not a record of cloudsyncctl", null);
    }
    if (!(root.raw("version") instanceof WireValue.Whole(long version))
        || version < OLDEST
        || version > VERSION) {
      throw unreadable("its version is none of " + OLDEST + " to " + VERSION, null);
    }
    if (nas(root).isEmpty()) {
      throw unreadable("it does not say of which NAS it is", null);
    }
    return Optional.of(root);
  }

  /**
   * Writes the record; the file is replaced as a whole or not at all, and never that of another
   * NAS.
   */
  public void save(SettingsRecord record) throws IOException {
    requireStillOf(record.identity());
    Map<String, WireValue> root = new LinkedHashMap<>();
    root.put("format", WireValue.of(FORMAT));
    root.put("version", WireValue.of(VERSION));
    root.put("nas", WireValue.of(record.identity()));
    RecordCodec.put(root, record);
    AtomicFiles.write(path, WireJson.pretty(WireValue.Members.of(root)) + "\n");
  }

  /** It was so when it was read, but files named by people may be written by others meanwhile. */
  private void requireStillOf(String identity) throws IOException {
    try {
      requireOf(identity);
    } catch (DiagnosticException e) {
      throw new IOException(e.diagnostics().getFirst().message(), e);
    }
  }

  private DiagnosticException unreadable(String why, @Nullable Throwable cause) {
    return new DiagnosticException(
        FailureKind.BAD_INPUT,
        Diagnostic.error(
            DiagnosticCode.RECORD_UNREADABLE,
            "the record cannot be used: " + why,
            new Location.InFile(path.toString(), 1, 1),
            "restore the file from Git or a backup, or delete it: what an old package cannot report"
                + " is then written once more"),
        cause);
  }
}
