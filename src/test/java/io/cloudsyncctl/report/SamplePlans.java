package io.cloudsyncctl.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Plans made by hand, one of each kind of change and observation. */
public final class SamplePlans {
  static final String WHY = "no getter answers it";
  public static final TaskPaths DOCS = new TaskPaths("/test_share/WebDAV test/subfolder", "/docs");
  static final TaskPaths YEAR = new TaskPaths("/archive/2024", "/bucket/2024");
  public static final Address DROPBOX = Address.ofConnection("office", "Dropbox", null);
  static final Address ARCHIVE = Address.ofConnection("office", "Archive", null);
  public static final Target.OfConnection DROPBOX_TARGET =
      new Target.OfConnection(new ConnectionIdentity(3, "Dropbox", "db", "me", "u1"));
  static final Target.OfConnection ARCHIVE_TARGET =
      new Target.OfConnection(new ConnectionIdentity(7, "Archive", "db", "me", "u1"));

  private SamplePlans() {}

  public static Location.InFile at(int line) {
    return new Location.InFile("office.yaml", line, 5);
  }

  public static <T> FieldChange<T> known(Setting<T> setting, T before, T after, int line) {
    Value<T> value = new Value.Known<>(before);
    return new FieldChange<>(setting, value, after, at(line), setting.risk().judge(value, after));
  }

  public static <T> FieldChange<T> unknown(Setting<T> setting, T after, int line) {
    Value<T> value = new Value.Unreadable<>(WHY);
    return new FieldChange<>(setting, value, after, at(line), setting.risk().judge(value, after));
  }

  static <T> FieldChange<T> absent(Setting<T> setting, T after, int line) {
    return new FieldChange<>(setting, new Value.Absent<>(), after, at(line), ImmutableList.of());
  }

  public static Change.Update update(Address address, Target target, FieldChange<?>... fields) {
    SettingGroup group = fields[0].setting().group();
    ImmutableMap.Builder<String, WireValue> after = ImmutableMap.builder();
    ImmutableMap.Builder<String, WireValue> before = ImmutableMap.builder();
    for (FieldChange<?> field : fields) {
      after.put(field.setting().parameter(), encoded(field));
      encodedBefore(field).ifPresent(v -> before.put(field.setting().parameter(), v));
    }
    return new Change.Update(
        address,
        target,
        group,
        ImmutableList.copyOf(fields),
        new GroupWrite(group, after.buildOrThrow(), before.buildOrThrow()),
        null);
  }

  private static <T> WireValue encoded(FieldChange<T> field) {
    return field.setting().codec().encode(field.after());
  }

  private static <T> Optional<WireValue> encodedBefore(FieldChange<T> field) {
    return field.before().known().map(value -> field.setting().codec().encode(value));
  }

  static WeekHours week(String... days) {
    return new WeekHours(String.join("", Arrays.asList(days)));
  }

  static WeekHours nights() {
    String night = "111111110000000000111111";
    String all = "1".repeat(24);
    return week("0".repeat(24), night, night, night, night, night, all);
  }

  public static WeekHours weekdays() {
    String day = "0".repeat(6) + "1".repeat(12) + "0".repeat(6);
    String none = "0".repeat(24);
    return week(none, day, day, day, day, day, none);
  }

  /** Every kind of change and observation. */
  public static Plan office() {
    Target.OfTask docs = new Target.OfTask(DROPBOX_TARGET, 4L, DOCS, "f4");
    List<Change> changes =
        List.of(
            update(
                Address.ofPackage("office"),
                new Target.OfPackage(),
                known(PackageSettings.PKG_VOLUME, "/volume1", "/volume2", 14),
                known(PackageSettings.LOG_COUNT, 20_000L, 50_000L, 15),
                known(PackageSettings.WORKERS, 20L, 5L, 16),
                known(PackageSettings.ADMIN_MODE, false, true, 17)),
            update(
                Address.ofPackage("office"),
                new Target.OfPackage(),
                known(PackageSettings.DELETE_FROM_CLOUD, false, true, 18)),
            new Change.Create(
                ARCHIVE.task(YEAR),
                ARCHIVE_TARGET,
                false,
                new NewTask(
                    YEAR,
                    SyncDirection.ONLY_UPLOAD,
                    true,
                    true,
                    false,
                    "STANDARD_IA",
                    false,
                    ImmutableList.of(),
                    ImmutableList.of(),
                    ImmutableList.of("tmp", "iso"),
                    5_000_000),
                ImmutableList.of(
                    absent(TaskSettings.SYNC_DIRECTION, SyncDirection.ONLY_UPLOAD, 52),
                    absent(TaskSettings.CONSISTENCY_CHECK, true, 53),
                    absent(TaskSettings.NO_DELETE_ON_CLOUD, true, 54),
                    absent(TaskSettings.CONVERT_GD, false, 55),
                    absent(TaskSettings.FILTERED_EXTENSIONS, ImmutableList.of("tmp", "iso"), 57),
                    absent(TaskSettings.MAX_UPLOAD_SIZE, 5_000_000L, 58)),
                ImmutableList.of(),
                at(50),
                null),
            new Change.Delete(
                ARCHIVE.task(new TaskPaths("/archive/2019", "/bucket/2019")),
                new Target.OfTask(
                    ARCHIVE_TARGET, 12L, new TaskPaths("/archive/2019", "/bucket/2019"), "f12"),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(
                    new RiskFinding(Risk.DISCONNECT, "the task stops syncing and is gone")),
                at(60)),
            new Change.Pause(DROPBOX, DROPBOX_TARGET, "syncing", at(23)),
            update(
                DROPBOX,
                DROPBOX_TARGET,
                known(ConnectionSettings.PULL_EVENT_PERIOD, 60L, 5400L, 25),
                known(ConnectionSettings.MAX_UPLOAD_SPEED, 0L, 2048L, 26),
                known(ConnectionSettings.STORAGE_CLASS, "", "STANDARD_IA", 27),
                known(ConnectionSettings.IS_SSE, false, true, 28),
                known(ConnectionSettings.PART_SIZE, 0L, 128L, 29)),
            update(
                DROPBOX,
                DROPBOX_TARGET,
                known(ConnectionSettings.SCHEDULE_ENABLED, false, true, 31),
                known(ConnectionSettings.SCHEDULE_HOURS, weekdays(), nights(), 32)),
            new Change.Update(
                DROPBOX.task(DOCS),
                docs,
                SettingGroup.TASK,
                ImmutableList.of(
                    known(
                        TaskSettings.SYNC_DIRECTION,
                        SyncDirection.ONLY_DOWNLOAD,
                        SyncDirection.BIDIRECTION,
                        38),
                    unknown(TaskSettings.NO_DELETE_ON_CLOUD, false, 39)),
                null,
                "the setter writes all task settings at once and consistency_check and convert_gd"
                    + " cannot be read: declare both"),
            update(
                DROPBOX.task(DOCS),
                docs,
                known(
                    TaskSettings.FILTERED_PATHS,
                    ImmutableList.of("/subfolder_1", "/old"),
                    ImmutableList.of("/subfolder_1", "/new folder"),
                    42),
                known(
                    TaskSettings.FILTERED_EXTENSIONS,
                    ImmutableList.of("wbmp", "webdoc", "x3f", "xbm", "mkv"),
                    ImmutableList.of("wbmp", "webdoc", "x3f", "xbm", "iso"),
                    43),
                known(TaskSettings.MAX_UPLOAD_SIZE, 1_048_576L, 0L, 44)),
            new Change.Manual(
                Address.ofConnection("office", "Google Drive", null),
                "the connection is not on the NAS, and an account can only be linked in a browser",
                ImmutableList.of(
                    "Sign in to DSM at https://nas.example.lan:5001 and open Cloud Sync.",
                    "Press +, choose Google Drive and link the account username, giving the"
                        + " connection the name Google Drive.",
                    "Run the plan again: the connection is adopted once it is there."),
                at(70)),
            new Change.Delete(
                Address.ofConnection("office", "Old", "someone"),
                new Target.OfConnection(new ConnectionIdentity(9, "Old", "db", "me", "u1")),
                ImmutableList.of(
                    Address.ofConnection("office", "Old", "someone")
                        .task(new TaskPaths("/old/a", "/a")),
                    Address.ofConnection("office", "Old", "someone")
                        .task(new TaskPaths("/old/b", "/b"))),
                ImmutableList.of(),
                ImmutableList.of(
                    new RiskFinding(Risk.DISCONNECT, "the connection and 2 tasks are removed")),
                at(80)),
            new Change.Resume(
                Address.ofConnection("office", "OneDrive", null),
                new Target.OfConnection(new ConnectionIdentity(2, "OneDrive", "db", "me", "u1")),
                "pause",
                at(85)));
    return new Plan(
        "office",
        ImmutableList.copyOf(changes),
        ImmutableList.of(
            new Observation.Unverifiable(
                ARCHIVE.task(new TaskPaths("/archive/2023", "/bucket/2023")),
                TaskSettings.CONSISTENCY_CHECK,
                true,
                Instant.parse("2026-05-01T12:34:56Z"),
                at(64)),
            new Observation.Unverifiable(
                ARCHIVE.task(new TaskPaths("/archive/2023", "/bucket/2023")),
                TaskSettings.NO_DELETE_ON_CLOUD,
                true,
                Instant.parse("2026-05-01T12:34:56Z"),
                at(65)),
            new Observation.Unmanaged(Address.ofConnection("office", "Box", null), 9, null),
            new Observation.Unmanaged(
                DROPBOX.task(new TaskPaths("/photo/private", "/Photos/private")), 1, 19L),
            new Observation.Unreadable(
                Address.ofConnection("office", "WebDAV", null),
                "the login is no administrator and sees only its own connections",
                at(90)),
            new Observation.Remark(
                Address.ofConnection("office", "OneDrive", null),
                "it is declared not paused and the NAS says suspended, which a schedule may have"
                    + " done")));
  }

  public static Plan empty(String nas) {
    return new Plan(nas, ImmutableList.of(), ImmutableList.of());
  }

  public static Plan of(Change... changes) {
    return new Plan("office", ImmutableList.copyOf(changes), ImmutableList.of());
  }

  public static NasOutcome<Plan> done(Plan plan) {
    return new NasOutcome.Done<>(plan.nas(), plan);
  }

  public static NasOutcome<Plan> unreachable(String nas) {
    return new NasOutcome.Failed<>(
        nas,
        FailureKind.UNREACHABLE,
        ImmutableList.of(
            Diagnostic.error(
                DiagnosticCode.NAS_CONNECTION_REFUSED,
                "nothing listens on 10.0.0.9 port 5001",
                new Location.OnNas(nas, "SYNO.API.Info query", null),
                "look whether DSM is on and the port in nas.url is right")));
  }
}
