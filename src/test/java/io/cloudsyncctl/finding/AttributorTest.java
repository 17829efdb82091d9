package io.cloudsyncctl.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.record.Declaration;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Target;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The truth table of {@link Attributor}, line by line. D is 4 wherever there is one. */
class AttributorTest {
  private static final Location.InFile AT = new Location.InFile("office.yaml", 7, 5);
  private static final TaskPaths PATHS = new TaskPaths("/finance/Invoices", "/Invoices");
  private static final Address CONNECTION = Address.ofConnection("office", "Dropbox", null);
  private static final Address TASK = CONNECTION.task(PATHS);
  private static final Target.OfConnection TARGET =
      new Target.OfConnection(new ConnectionIdentity(1, "Dropbox", "db", "me", "u1"));

  @ParameterizedTest
  @CsvSource({
    "4, known 2,    drift",
    "4, not there,  drift",
    "4, unknown,    unattributed",
    "2, known 2,    pending",
    "2, known 3,    both",
    "2, not there,  both",
    "2, unknown,    unattributed",
    ",  known 2,    pending",
    ",  not there,  pending",
    ",  unknown,    pending",
    "x, known 2,    unattributed",
    "x, unknown,    unattributed",
  })
  void ofASetting(@Nullable String then, String live, String whose) {
    ImmutableSortedMap<String, WireValue> settings =
        then == null
            ? ImmutableSortedMap.of()
            : ImmutableSortedMap.of(
                "workers",
                then.equals("x")
                    ? WireValue.of("a text of a later version")
                    : WireValue.of(Long.parseLong(then)));
    Value<Long> before =
        switch (live) {
          case "not there" -> new Value.Absent<>();
          case "unknown" -> new Value.Unreadable<>("no answer");
          default -> new Value.Known<>(Long.parseLong(live.substring("known ".length())));
        };
    Attributor attributor =
        new Attributor(
            desired(null, Presence.PRESENT, Presence.PRESENT),
            new Declaration(settings, ImmutableList.of()),
            SettingsRecord.empty("x"));
    Difference difference =
        setting(
            Address.ofPackage("office"),
            new Target.OfPackage(),
            PackageSettings.WORKERS,
            before,
            4L);
    assertThat(attributor.of(difference).word()).isEqualTo(whose);
  }

  @ParameterizedTest
  @CsvSource({
    "true,  ,      unattributed",
    "true,  false, drift",
    "false, false, pending",
    "false, ,      unattributed",
    ",      false, pending",
    ",      ,      pending",
  })
  void ofASettingThatNoGetterAnswersByTheRecord(
      @Nullable Boolean then, @Nullable Boolean written, String whose) {
    SettingsRecord record =
        written == null
            ? SettingsRecord.empty("x")
            : SettingsRecord.empty("x")
                .with(
                    new SettingsRecord.Entry(
                        TARGET.identity(),
                        new TaskIdentity(5, PATHS, "f5"),
                        SyncDirection.BIDIRECTION,
                        ImmutableMap.of(TaskSettings.CONVERT_GD.parameter(), written),
                        Instant.EPOCH));
    ImmutableSortedMap<String, WireValue> settings =
        then == null
            ? ImmutableSortedMap.of()
            : ImmutableSortedMap.of("convert_gd", TaskSettings.CONVERT_GD.canonical(then));
    Attributor attributor =
        new Attributor(
            desired(null, Presence.PRESENT, Presence.PRESENT),
            earlier(null, Presence.PRESENT, Optional.of(task(Presence.PRESENT, settings))),
            record);
    Difference difference =
        setting(
            TASK,
            new Target.OfTask(TARGET, 5L, PATHS, "f5"),
            TaskSettings.CONVERT_GD,
            new Value.Unreadable<>("no getter answers it"),
            true);
    assertThat(attributor.of(difference).word()).isEqualTo(whose);
  }

  @ParameterizedTest
  @CsvSource({
    // declared now, declared then, on the NAS
    "present, present, absent,  drift",
    "present, absent,  absent,  pending",
    "present, ,        absent,  pending",
    "absent,  absent,  present, drift",
    "absent,  present, present, pending",
    "absent,  ,        present, pending",
    ",        present, present, pending",
    ",        absent,  present, both",
    ",        ,        present, drift",
  })
  void ofWhatIsThereOrNot(@Nullable String now, @Nullable String then, String live, String whose) {
    Attributor attributor =
        new Attributor(
            desired(null, Presence.PRESENT, presence(now)),
            earlier(
                null,
                Presence.PRESENT,
                Optional.ofNullable(presence(then))
                    .map(presence -> task(presence, ImmutableSortedMap.of()))),
            SettingsRecord.empty("x"));
    Difference difference =
        live.equals("absent")
            ? new Difference.OfWhole(
                new Change.Manual(TASK, "it is missing", ImmutableList.of(), AT))
            : now == null
                ? new Difference.Undeclared(TASK)
                : new Difference.OfWhole(
                    new Change.Delete(
                        TASK,
                        new Target.OfTask(TARGET, 5L, PATHS, "f5"),
                        ImmutableList.of(),
                        ImmutableList.of(),
                        ImmutableList.of(),
                        AT));
    assertThat(attributor.of(difference).word()).isEqualTo(whose);
  }

  @ParameterizedTest
  @CsvSource({
    // declared now, declared then, on the NAS
    "true,  true,  false, drift",
    "true,  false, false, pending",
    "true,  ,      false, pending",
    "false, false, true,  drift",
    "false, true,  true,  pending",
    "false, ,      true,  pending",
    // left paused by an interrupted run
    ",      ,      true,  drift",
    ",      true,  true,  pending",
    ",      false, true,  both",
  })
  void ofPaused(@Nullable Boolean now, @Nullable Boolean then, boolean paused, String whose) {
    Attributor attributor =
        new Attributor(
            desired(now, Presence.PRESENT, null),
            earlier(then, Presence.PRESENT, Optional.empty()),
            SettingsRecord.empty("x"));
    Change change =
        paused
            ? new Change.Resume(CONNECTION, TARGET, "pause", AT)
            : new Change.Pause(CONNECTION, TARGET, "uptodate", AT);
    assertThat(attributor.of(new Difference.OfWhole(change)).word()).isEqualTo(whose);
  }

  @Test
  void whatCannotBeSeenIsNobodys() {
    Attributor attributor =
        new Attributor(
            desired(null, Presence.PRESENT, null), Declaration.NOTHING, SettingsRecord.empty("x"));
    Difference unseen =
        new Difference.Unseen(new Observation.Unreadable(CONNECTION, "no administrator", AT));
    assertThat(attributor.of(unseen)).isEqualTo(Attribution.UNATTRIBUTED);
  }

  @Test
  void aSettingOfAConnectionThatGitRenamedIsThatOfItsOldName() {
    DesiredState now =
        desired(
            new DesiredConnection(
                new Declared<>("Office", AT),
                new Declared<>("db", AT),
                new Declared<>("me", AT),
                null,
                Presence.PRESENT,
                null,
                DeclaredSettings.EMPTY,
                ImmutableList.of(),
                false,
                ImmutableList.of(),
                AT));
    Declaration.OfConnection old =
        new Declaration.OfConnection(
            "Dropbox",
            "db",
            "me",
            Presence.PRESENT,
            null,
            ImmutableSortedMap.of("settings.max_upload_speed", WireValue.of(4)),
            ImmutableList.of());
    Attributor attributor =
        new Attributor(
            now,
            new Declaration(ImmutableSortedMap.of(), ImmutableList.of(old)),
            SettingsRecord.empty("x"));
    Address address = Address.ofConnection("office", "Office", null);
    assertThat(
            attributor.of(
                setting(
                    address,
                    TARGET,
                    ConnectionSettings.MAX_UPLOAD_SPEED,
                    new Value.Known<>(2L),
                    4L)))
        .isEqualTo(Attribution.DRIFT);
    assertThat(
            attributor.of(
                setting(
                    address,
                    TARGET,
                    ConnectionSettings.NAME,
                    new Value.Known<>("Dropbox"),
                    "Office")))
        .isEqualTo(Attribution.PENDING);
  }

  private static <T> Difference setting(
      Address address, Target target, Setting<T> setting, Value<T> before, T after) {
    FieldChange<T> field = new FieldChange<>(setting, before, after, AT, ImmutableList.of());
    return new Difference.OfSetting(
        new Change.Update(
            address, target, setting.group(), ImmutableList.of(field), null, "not written here"),
        field);
  }

  private static @Nullable Presence presence(@Nullable String word) {
    return word == null ? null : Presence.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Declaration.OfTask task(
      Presence presence, ImmutableSortedMap<String, WireValue> settings) {
    return new Declaration.OfTask(PATHS, presence, settings);
  }

  private static Declaration earlier(
      @Nullable Boolean paused, Presence presence, Optional<Declaration.OfTask> task) {
    return new Declaration(
        ImmutableSortedMap.of(),
        ImmutableList.of(
            new Declaration.OfConnection(
                "Dropbox",
                null,
                null,
                presence,
                paused,
                ImmutableSortedMap.of(),
                task.map(ImmutableList::of).orElse(ImmutableList.of()))));
  }

  private static DesiredState desired(
      @Nullable Boolean paused, Presence presence, @Nullable Presence task) {
    ImmutableList<DesiredTask> tasks =
        task == null
            ? ImmutableList.of()
            : ImmutableList.of(
                new DesiredTask(
                    PATHS, task, DeclaredSettings.EMPTY, null, false, ImmutableList.of(), AT));
    return desired(
        new DesiredConnection(
            new Declared<>("Dropbox", AT),
            null,
            null,
            null,
            presence,
            paused == null ? null : new Declared<>(paused, AT),
            DeclaredSettings.EMPTY,
            tasks,
            false,
            ImmutableList.of(),
            AT));
  }

  private static DesiredState desired(DesiredConnection connection) {
    return new DesiredState(
        new NasTarget(
            "office",
            URI.create("https://nas.example.lan:5001"),
            null,
            null,
            null,
            ImmutableMap.of(),
            "FileStation",
            null,
            new NasTarget.Tls.SystemTrust(),
            null),
        DeclaredSettings.EMPTY,
        ImmutableList.of(connection),
        ImmutableList.of("office.yaml"),
        ImmutableList.of());
  }
}
