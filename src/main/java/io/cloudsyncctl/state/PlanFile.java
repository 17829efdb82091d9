package io.cloudsyncctl.state;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.RefusalCode;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.setting.WireFormatException;
import io.cloudsyncctl.model.setting.WireValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A saved plan: JSON of the format {@code cloudsyncctl-plan-file}, version 4, with a checksum over
 * all of it. It holds no secrets, but names of folders, so only its owner reads it.
 *
 * @param toolVersion the program that wrote it
 * @param text the plan as it was shown
 * @param plans one for each NAS
 */
public record PlanFile(String toolVersion, String text, ImmutableList<Entry> plans) {
  private static final String FORMAT = "cloudsyncctl-plan-file";
  private static final long VERSION = 4;
  private static final int LARGEST = 64 * 1024 * 1024;

  /**
   * The plan of one NAS.
   *
   * @param identity where it is
   * @param passwordReference how the password is found, as it stands in the YAML; never the
   *     password
   * @param files the files it was made from, each with its SHA-256
   * @param desired the SHA-256 of what they declare, composed and substituted
   * @param declared what they declare, in the canonical form that the digest is of
   * @param live the SHA-256 of what the plan was made from on the NAS
   * @param touched what the NAS answered of everything that the operations touch
   * @param prune whether undeclared ones are removed
   * @param quiesce whether connections rest while dangerous changes are made to them
   * @param recreate the addresses of what is created anew though the record knows that it was there
   * @param operations what is to be done, in order
   * @param risks what the tasks may do to each other, also to those of other NAS
   */
  public record Entry(
      String nas,
      String identity,
      String passwordReference,
      ImmutableMap<String, String> files,
      String desired,
      ImmutableList<WireValue.Members> declared,
      String live,
      ImmutableList<WireValue.Members> touched,
      boolean prune,
      boolean quiesce,
      ImmutableList<String> recreate,
      ImmutableList<WireValue.Members> operations,
      ImmutableList<WireValue.Members> risks) {

    /** The checksum of what is to be done, which the journal of an apply of it holds too. */
    public String checksum() {
      return checksumOf(operations);
    }
  }

  /** The SHA-256 of operations in their order. */
  public static String checksumOf(ImmutableList<WireValue.Members> operations) {
    return digest(WireJson.print(WireValue.Items.of(operations)));
  }

  /** Whether a file is there that begins as a saved plan does. */
  public static boolean looksLikeOne(Path path) {
    try {
      return Files.isRegularFile(path)
          && Files.size(path) < LARGEST
          && Files.readString(path).contains('"' + FORMAT + '"');
    } catch (IOException e) {
      return false;
    }
  }

  /** Writes the plan, for its owner only; a file that is there is replaced. */
  public void write(Path path) throws IOException {
    WireValue.Members body = body();
    Map<String, WireValue> all = new LinkedHashMap<>(body.values());
    all.put("checksum", WireValue.of(checksum(body)));
    String json = WireJson.pretty(WireValue.Members.of(all)) + "\n";
    AtomicFiles.write(path, json);
  }

  private WireValue.Members body() {
    Map<String, WireValue> body = new LinkedHashMap<>();
    body.put("format", WireValue.of(FORMAT));
    body.put("version", WireValue.of(VERSION));
    body.put("tool_version", WireValue.of(toolVersion));
    body.put("text", WireValue.Items.ofTexts(text.lines().toList()));
    List<WireValue> entries = new ArrayList<>();
    plans.forEach(entry -> entries.add(encode(entry)));
    body.put("plans", WireValue.Items.of(entries));
    return WireValue.Members.of(body);
  }

  private static WireValue.Members encode(Entry entry) {
    Map<String, WireValue> files = new LinkedHashMap<>();
    entry.files().forEach((name, digest) -> files.put(name, WireValue.of(digest)));
    return new WireValue.Members(
        ImmutableMap.<String, WireValue>builder()
            .put("nas", WireValue.of(entry.nas()))
            .put("identity", WireValue.of(entry.identity()))
            .put("password_reference", WireValue.of(entry.passwordReference()))
            .put("files", WireValue.Members.of(files))
            .put("desired", WireValue.of(entry.desired()))
            .put("declared", WireValue.Items.of(entry.declared()))
            .put("live", WireValue.of(entry.live()))
            .put("touched", WireValue.Items.of(entry.touched()))
            .put("prune", WireValue.of(entry.prune()))
            .put("quiesce", WireValue.of(entry.quiesce()))
            .put("recreate", WireValue.Items.ofTexts(entry.recreate()))
            .put("operations", WireValue.Items.of(entry.operations()))
            .put("risks", WireValue.Items.of(entry.risks()))
            .buildOrThrow());
  }

  private static String checksum(WireValue.Members body) {
    return digest(WireJson.print(body));
  }

  /** The SHA-256 of a text, in hexadecimal digits. */
  public static String digest(String text) {
    return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
  }

  /**
   * Reads a saved plan.
   *
   * @throws DiagnosticException {@code plan-file-unusable} where it was edited or is none
   */
  public static PlanFile read(Path path) {
    try {
      JsonFields all = JsonFields.parse(Files.readAllBytes(path));
      if (!all.text("format").equals(FORMAT)) {
        throw unusable(path, "it is not a saved plan of cloudsyncctl", null);
      }
      if (all.whole("version") != VERSION) {
        throw unusable(
            path,
            "it is of version " + all.whole("version") + ", this program knows version " + VERSION,
            null);
      }
      Map<String, WireValue> body = new LinkedHashMap<>(all.members().values());
      body.remove("checksum");
      if (!all.text("checksum").equals(checksum(WireValue.Members.of(body)))) {
        throw unusable(path, "it was changed after it was written", null);
      }
      return new PlanFile(
          all.text("tool_version"),
          String.join("\n", all.texts("text")) + "\n",
          all.objects("plans", PlanFile::decode));
    } catch (DiagnosticException e) {
      throw e;
    } catch (IOException | WireFormatException | RuntimeException e) {
      throw unusable(path, "it cannot be read as a saved plan", e);
    }
  }

  private static Entry decode(JsonFields entry) throws WireFormatException {
    ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
    JsonFields digests = entry.object("files");
    for (String file : digests.members().values().keySet()) {
      files.put(file, digests.text(file));
    }
    return new Entry(
        entry.text("nas"),
        entry.text("identity"),
        entry.text("password_reference"),
        files.buildOrThrow(),
        entry.text("desired"),
        members(entry, "declared"),
        entry.text("live"),
        members(entry, "touched"),
        entry.flag("prune"),
        entry.flag("quiesce"),
        entry.texts("recreate"),
        members(entry, "operations"),
        members(entry, "risks"));
  }

  private static ImmutableList<WireValue.Members> members(JsonFields entry, String name)
      throws WireFormatException {
    return entry.objects(name, JsonFields::members);
  }

  /** The failure of one who reads a saved plan and finds something that it cannot hold. */
  public static DiagnosticException unusable(Path path, String why, @Nullable Throwable cause) {
    return new DiagnosticException(
        RefusalCode.PLAN_FILE_UNUSABLE.kind(),
        Diagnostic.error(
            DiagnosticCode.PLAN_FILE_UNUSABLE,
            "the saved plan cannot be used: " + why,
            new Location.InFile(path.toString(), 1, 1),
            "make a new one with: cloudsyncctl plan --out " + path),
        cause);
  }
}
