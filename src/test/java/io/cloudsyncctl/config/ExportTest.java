package io.cloudsyncctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.config.export.ExportTarget;
import io.cloudsyncctl.config.export.YamlExporter;
import io.cloudsyncctl.config.read.LoadResult;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup.Subject;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.ValueType.IntegerType;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.model.setting.WireValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Live state to YAML, and what it says when it is loaded again. */
class ExportTest {
  private static final ExportTarget TARGET =
      new ExportTarget(
          "office",
          URI.create("https://nas.example.lan:5001"),
          NasTarget.DEFAULT_SESSION,
          new NasTarget.Tls.SystemTrust(),
          "../schemas/cloudsync-v1.schema.json",
          ImmutableList.of());

  @TempDir Path folder;

  static IntStream seeds() {
    return IntStream.range(0, 1000);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsExportedIsLoadedAsTheSameState(int seed) throws IOException {
    LiveState live = RandomStates.state(new Random(seed));
    String yaml = YamlExporter.export(live, TARGET);
    Path file = Files.writeString(folder.resolve("export.yaml"), yaml);
    LoadResult result = Loading.load(Loading.offline(), file);
    assertThat(result.diagnostics())
        .as("seed %d\n%s", seed, yaml)
        .noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    DesiredState desired = result.states().getFirst();
    assertSame(live.packageSettings(), desired.packageSettings(), Subject.PACKAGE, seed);
    List<LiveConnection> declarable =
        live.connections().stream().filter(c -> isDeclarable(c, live)).toList();
    assertThat(desired.connections()).as("seed %d", seed).hasSameSizeAs(declarable);
    for (int i = 0; i < declarable.size(); i++) {
      assertSame(declarable.get(i), desired.connections().get(i), live, seed);
    }
  }

  /** Two slashes before a name; the generator makes no path with . or .. in it. */
  private static final Pattern NOT_PLAIN = Pattern.compile("//+[^/]");

  private static boolean isDeclarable(LiveConnection connection, LiveState live) {
    return live.connections().stream()
        .allMatch(other ->
            other == connection
                || !other.name().equals(connection.name())
                || !other.account().equals(connection.account())
                || !other.type().equals(connection.type()));
  }

  private static void assertSame(
      LiveConnection live, DesiredConnection desired, LiveState all, int seed) {
    assertThat(desired.name().value()).as("seed %d", seed).isEqualTo(live.name());
    if (desired.paused() == null) {
      assertThat(all.allPaused() && !live.paused()).as("seed %d", seed).isTrue();
    } else {
      assertThat(desired.paused().value()).as("seed %d", seed).isEqualTo(live.paused());
    }
    assertSame(live.settings(), desired.settings(), Subject.CONNECTION, seed);
    List<LiveTask> tasks =
        live.tasks().stream()
            .filter(task ->
                !task.paths().local().isEmpty()
                    && !NOT_PLAIN.matcher(task.paths().local()).find()
                    && live.tasks().stream()
                        .allMatch(o -> o == task || !o.paths().same(task.paths())))
            .toList();
    assertThat(desired.tasks())
        .as("seed %d", seed)
        .extracting(task -> task.paths())
        .containsExactlyElementsOf(tasks.stream().map(LiveTask::paths).toList());
    for (int i = 0; i < tasks.size(); i++) {
      assertSame(tasks.get(i).settings(), desired.tasks().get(i).settings(), Subject.TASK, seed);
    }
  }

  private static void assertSame(
      LiveSettings live, DeclaredSettings declared, Subject subject, int seed) {
    for (Setting<?> setting : Catalog.of(subject)) {
      if (setting != ConnectionSettings.NAME) {
        assertSame(live, declared, setting, seed);
      }
    }
  }

  private static <T> void assertSame(
      LiveSettings live, DeclaredSettings declared, Setting<T> setting, int seed) {
    T expected = live.get(setting).known().filter(v -> isAllowed(setting, v)).orElse(null);
    T actual = declared.get(setting).map(Declared::value).orElse(null);
    assertThat(actual).as("seed %d, %s", seed, setting).isEqualTo(expected);
  }

  private static boolean isAllowed(Setting<?> setting, Object value) {
    return switch (value) {
      case Long number when setting.type() instanceof IntegerType(long min, long max, _, _) ->
          number >= min && number <= max;
      case ImmutableList<?> texts -> !texts.contains("");
      default -> true;
    };
  }

  @Test
  void anExportReadsLikeAFileThatAPersonWrote() {
    assertThat(YamlExporter.export(office(), TARGET))
        .isEqualTo(
            """
            # yaml-language-server: $schema=../schemas/cloudsync-v1.schema.json
            version: 1
            nas:
              name: office
              url: https://nas.example.lan:5001
              username: ${env:CLOUDSYNC_USERNAME}
              password: ${env:CLOUDSYNC_PASSWORD}

            package:
              pkg_volume: /volume1
              log_count: 20000
              # workers must be 1 … 20, so this value cannot be declared
              # workers: 40
              admin_mode: true
              relink:
                delete_from_cloud: false

            connections:
              - name: Dropbox
                provider: db
                paused: true
                settings:
                  pull_event_period: 60
                  max_upload_speed: 0
                  max_download_speed: 0
                  storage_class: ''
                  is_sse: false
                  part_size: 0
                schedule:
                  enabled: true
                  hours:
                    mon-fri: 0-8, 18-24
                    sat, sun: all
                tasks:
                  - local_path: /projects/Harbour Offices
                    cloud_path: '/${Harbour}: offices'
                    sync_direction: BIDIRECTION
                    consistency_check: true
                    # no_delete_on_cloud: cannot be read: no getter answers it
                    # convert_gd: cannot be read: no getter answers it
                    filters:
                      filtered_paths: [/Internal]
                      filtered_filenames: []
                      filtered_extensions: [bak, '001']
                      max_upload_size: 1 GiB
            """
                .replace("/${", "/$${"));
  }

  private static LiveState office() {
    LiveSettings.Builder packageSettings =
        LiveSettings.builder()
            .put(PackageSettings.PKG_VOLUME, new Value.Known<>("/volume1"))
            .put(PackageSettings.LOG_COUNT, new Value.Known<>(20000L))
            .put(PackageSettings.WORKERS, new Value.Known<>(40L))
            .put(PackageSettings.ADMIN_MODE, new Value.Known<>(true))
            .put(PackageSettings.DELETE_FROM_CLOUD, new Value.Known<>(false));
    String workday = "1".repeat(8) + "0".repeat(10) + "1".repeat(6);
    LiveSettings.Builder connection =
        LiveSettings.builder()
            .put(ConnectionSettings.PULL_EVENT_PERIOD, new Value.Known<>(60L))
            .put(ConnectionSettings.MAX_UPLOAD_SPEED, new Value.Known<>(0L))
            .put(ConnectionSettings.MAX_DOWNLOAD_SPEED, new Value.Known<>(0L))
            .put(ConnectionSettings.STORAGE_CLASS, new Value.Known<>(""))
            .put(ConnectionSettings.IS_SSE, new Value.Known<>(false))
            .put(ConnectionSettings.PART_SIZE, new Value.Known<>(0L))
            .put(ConnectionSettings.SCHEDULE_ENABLED, new Value.Known<>(true))
            .put(
                ConnectionSettings.SCHEDULE_HOURS,
                new Value.Known<>(
                    new WeekHours("1".repeat(24) + workday.repeat(5) + "1".repeat(24))));
    LiveSettings.Builder task =
        LiveSettings.builder()
            .put(TaskSettings.SYNC_DIRECTION, new Value.Known<>(SyncDirection.BIDIRECTION))
            .put(TaskSettings.FILTERED_PATHS, new Value.Known<>(ImmutableList.of("/Internal")))
            .put(TaskSettings.FILTERED_FILENAMES, new Value.Known<>(ImmutableList.of()))
            .put(
                TaskSettings.FILTERED_EXTENSIONS, new Value.Known<>(ImmutableList.of("bak", "001")))
            .put(TaskSettings.MAX_UPLOAD_SIZE, new Value.Known<>(1L << 30));
    task.put(TaskSettings.CONSISTENCY_CHECK, new Value.Known<>(true));
    task.put(TaskSettings.NO_DELETE_ON_CLOUD, new Value.Unreadable<>("no getter answers it"));
    task.put(TaskSettings.CONVERT_GD, new Value.Unreadable<>("no getter answers it"));
    LiveTask harbour =
        new LiveTask(
            2,
            new TaskPaths("/projects/Harbour Offices", "/${Harbour}: offices"),
            "",
            task.build(),
            false,
            new Value.Known<>(ImmutableList.of()),
            new Value.Known<>(ImmutableList.of()));
    LiveConnection dropbox =
        new LiveConnection(
            1,
            "Dropbox",
            "db",
            "pause",
            "office@example.com",
            "dbid:1",
            WireValue.Members.EMPTY,
            connection.build(),
            ImmutableList.of(harbour),
            null);
    return new LiveState(packageSettings.build(), true, false, ImmutableList.of(dropbox));
  }
}
