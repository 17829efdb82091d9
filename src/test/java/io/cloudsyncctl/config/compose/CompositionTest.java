package io.cloudsyncctl.config.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.config.Loading;
import io.cloudsyncctl.config.read.LoadResult;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.model.setting.WeekHours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code extends} and {@code defaults}. */
class CompositionTest {
  @TempDir Path folder;

  private DesiredState compose(String base, String own) throws IOException {
    Loading.write(folder, "base.yaml", base);
    return Loading.state(folder, "extends: [base.yaml]\n" + own);
  }

  @Test
  void whatTheFileSaysWinsAndTheRestKeepsThePlaceItCameFrom() throws IOException {
    DesiredState state =
        compose("package:\n  workers: 3\n  log_count: 5\n", "package:\n  workers: 4\n");
    assertThat(state.packageSettings().get(PackageSettings.WORKERS).orElseThrow().value())
        .isEqualTo(4L);
    assertThat(state.packageSettings().get(PackageSettings.LOG_COUNT))
        .contains(
            new Declared<>(5L, new Location.InFile(folder.resolve("base.yaml").toString(), 3, 14)));
    assertThat(state.files())
        .containsExactly(
            folder.resolve("state.yaml").toString(), folder.resolve("base.yaml").toString());
  }

  @Test
  void laterFilesWinOverEarlierOnes() throws IOException {
    Loading.write(folder, "one.yaml", "package: { workers: 1, log_count: 1 }\n");
    Loading.write(folder, "two.yaml", "package: { workers: 2 }\n");
    DesiredState state = Loading.state(folder, "extends: [one.yaml, two.yaml]\n");
    assertThat(state.packageSettings().get(PackageSettings.WORKERS).orElseThrow().value())
        .isEqualTo(2L);
    assertThat(state.packageSettings().get(PackageSettings.LOG_COUNT).orElseThrow().value())
        .isEqualTo(1L);
  }

  @Test
  void aBaseOfTwoFilesDoesNotUndoWhatTheFirstLaidOverIt() throws IOException {
    Loading.write(folder, "common.yaml", "package: { workers: 3, log_count: 5 }\n");
    Loading.write(
        folder, "safe.yaml", "extends: [common.yaml]\npackage: { workers: 1, admin_mode: true }\n");
    Loading.write(folder, "throttle.yaml", "extends: [common.yaml]\npackage: { log_count: 9 }\n");
    DesiredState state = Loading.state(folder, "extends: [safe.yaml, throttle.yaml]\n");
    assertThat(state.packageSettings().get(PackageSettings.WORKERS).orElseThrow())
        .isEqualTo(
            new Declared<>(1L, new Location.InFile(folder.resolve("safe.yaml").toString(), 2, 21)));
    assertThat(state.packageSettings().get(PackageSettings.LOG_COUNT).orElseThrow().value())
        .isEqualTo(9L);
    assertThat(state.files())
        .containsExactly(
            folder.resolve("state.yaml").toString(),
            folder.resolve("safe.yaml").toString(),
            folder.resolve("common.yaml").toString(),
            folder.resolve("throttle.yaml").toString());

    DesiredState named = Loading.state(folder, "extends: [safe.yaml, common.yaml]\n");
    assertThat(named.packageSettings().get(PackageSettings.WORKERS).orElseThrow().value())
        .isEqualTo(1L);
  }

  @Test
  void whatABaseOfTwoFilesSaysIsOverriddenWhereverThatStands() throws IOException {
    Loading.write(folder, "common.yaml", "package: { workers: 3 }\n");
    Loading.write(folder, "first.yaml", "extends: [common.yaml]\n");
    Loading.write(folder, "second.yaml", "extends: [common.yaml]\npackage: { workers: null }\n");
    DesiredState state = Loading.state(folder, "extends: [first.yaml, second.yaml]\n");
    assertThat(state.packageSettings().settings()).isEmpty();
  }

  @Test
  void connectionsMeetByNameAndTasksByTheirPaths() throws IOException {
    DesiredState state =
        compose(
            """
            connections:
              - name: Dropbox
                settings: { max_upload_speed: 100, max_download_speed: 200 }
                tasks:
                  - { local_path: /a/b, cloud_path: /c, sync_direction: ONLY_UPLOAD }
                  - { local_path: /a/d, cloud_path: /e }
            """,
            """
            connections:
              - name: Archive
              - name: Dropbox
                settings: { max_upload_speed: 300 }
                tasks:
                  - { local_path: /a/b/, cloud_path: /c, sync_direction: ONLY_DOWNLOAD }
            """);
    assertThat(state.connections())
        .extracting(connection -> connection.name().value())
        .containsExactly("Dropbox", "Archive");
    DesiredConnection dropbox = state.connections().getFirst();
    assertThat(dropbox.settings().get(ConnectionSettings.MAX_UPLOAD_SPEED).orElseThrow().value())
        .isEqualTo(300L);
    assertThat(dropbox.settings().get(ConnectionSettings.MAX_DOWNLOAD_SPEED)).isPresent();
    assertThat(dropbox.tasks())
        .extracting(task -> task.settings().get(TaskSettings.SYNC_DIRECTION).isPresent())
        .containsExactly(true, false);
  }

  @Test
  void twoConnectionsOfOneNameMeetByAccount() throws IOException {
    DesiredState state =
        compose(
            """
            connections:
              - { name: Files, account: one, paused: true }
              - { name: Files, account: two, paused: true }
            """,
            "connections: [{ name: Files, account: two, paused: false }]\n");
    assertThat(state.connections())
        .extracting(connection -> connection.paused() != null && connection.paused().value())
        .containsExactly(true, false);
  }

  @Test
  void otherListsAndHoursAreReplaced() throws IOException {
    DesiredState state =
        compose(
            """
            connections:
              - name: A
                schedule: { hours: { mon-fri: all, others: none } }
                tasks:
                  - { local_path: /a/b, cloud_path: /c, filters: { filtered_extensions: [iso] } }
            """,
            """
            connections:
              - name: A
                schedule: { hours: { sun-sat: all } }
                tasks:
                  - { local_path: /a/b, cloud_path: /c, filters: { filtered_extensions: [mkv] } }
            """);
    DesiredConnection connection = state.connections().getFirst();
    assertThat(connection.settings().get(ConnectionSettings.SCHEDULE_HOURS).orElseThrow().value())
        .isEqualTo(WeekHours.ALL);
    assertThat(
            connection
                .tasks()
                .getFirst()
                .settings()
                .get(TaskSettings.FILTERED_EXTENSIONS)
                .orElseThrow()
                .value())
        .containsExactly("mkv");
  }

  @Test
  void nullTakesASettingABlockOrADefaultOutOfManagement() throws IOException {
    DesiredState state =
        compose(
            """
            package: { workers: 3, log_count: 5, relink: { delete_from_cloud: false } }
            defaults: { connection: { settings: { pull_event_period: 60, part_size: 5 } } }
            """,
            """
            package: { workers: null, relink: }
            connections: [{ name: A, settings: { part_size: ~ } }]
            """);
    assertThat(state.packageSettings().settings()).containsExactly(PackageSettings.LOG_COUNT);
    assertThat(state.connections().getFirst().settings().settings())
        .containsExactly(ConnectionSettings.PULL_EVENT_PERIOD);
  }

  @Test
  void defaultsAreBelowWhatIsDeclared() throws IOException {
    DesiredState state =
        Loading.state(
            folder,
            """
            defaults:
              connection: { settings: { pull_event_period: 60 }, protect: true }
              task: { consistency_check: true, filters: { filtered_extensions: [tmp] } }
            connections:
              - name: A
                tasks: [{ local_path: /a/b, cloud_path: /c }]
              - name: B
                settings: { pull_event_period: 90 }
                tasks: [{ local_path: /a/c, cloud_path: /d, consistency_check: false }]
            """);
    assertThat(state.connections())
        .extracting(
            c -> c.settings().get(ConnectionSettings.PULL_EVENT_PERIOD).orElseThrow().value())
        .containsExactly(60L, 90L);
    assertThat(state.connections()).allMatch(DesiredConnection::protect);
    assertThat(state.connections())
        .extracting(c ->
            c.tasks()
                .getFirst()
                .settings()
                .get(TaskSettings.CONSISTENCY_CHECK)
                .orElseThrow()
                .value())
        .containsExactly(true, false);
    assertThat(state.connections())
        .allMatch(
            c -> c.tasks().getFirst().settings().get(TaskSettings.FILTERED_EXTENSIONS).isPresent());
  }

  @Test
  void aPasswordFileReplacesThePasswordOfTheBase() throws IOException {
    Loading.write(folder, "secret.txt", "hunter2\n");
    DesiredState state =
        compose(
            "nas: { password: \"${env:NOBODY}\" }\n", "# the file's own nas block has neither\n");
    assertThat(state.nas().password()).isNull();
    assertThat(state.nas().passwordReference()).isEqualTo("${env:NOBODY}");
    Path file =
        Loading.write(
            folder,
            "with-file.yaml",
            Loading.NAS + "  password_file: secret.txt\nextends: [base.yaml]\n");
    DesiredState other = Loading.state(Loading.offline(), file);
    assertThat(other.nas().password()).isEqualTo(new Secret("hunter2"));
    assertThat(other.nas().passwordReference()).isEqualTo("file:" + folder.resolve("secret.txt"));
  }

  @Test
  void aFragmentInAWalkedFolderIsNoNas() throws IOException {
    Loading.write(folder, "base/throttle.yaml", "package: { workers: 3 }\n");
    Loading.write(folder, "office.yaml", Loading.NAS + "extends: [base/throttle.yaml]\n");
    assertThat(Loading.state(Loading.offline(), folder).packageSettings().settings())
        .containsExactly(PackageSettings.WORKERS);
    LoadResult named =
        Loading.load(Loading.offline(), folder.resolve("base/throttle.yaml"), folder);
    assertThat(named.diagnostics())
        .extracting(diagnostic -> diagnostic.code())
        .containsExactly(DiagnosticCode.MISSING_KEY, DiagnosticCode.MISSING_KEY);
  }

  @Test
  void extendedFilesLieInTheRepositoryOrInFoldersThatWereNamed() throws IOException {
    Loading.write(folder, "base.yaml", "package: { workers: 3 }\n");
    Path file = Loading.write(folder, "nas/office.yaml", Loading.NAS + "extends: [../base.yaml]\n");
    assertThat(Loading.texts(Loading.load(Loading.offline(), file), folder))
        .containsExactly(
            "nas/office.yaml:5:11: error[extends-outside]: the file \"../base.yaml\" lies outside"
                + " the repository\n  hint: move it inside; without Git, name the folder that"
                + " holds both on the command line");
    LoadOptions rooted =
        new LoadOptions(
            ImmutableMap.of(), ImmutableList.of(), _ -> null, false, ImmutableList.of(folder));
    assertThat(Loading.load(rooted, file).diagnostics()).isEmpty();
    Files.createDirectory(folder.resolve(".git"));
    assertThat(Loading.load(Loading.offline(), file).diagnostics()).isEmpty();
  }

  @Test
  void aSymbolicLinkDoesNotLeadOutOfTheRepository() throws IOException {
    Loading.write(folder, "outside.yaml", "package: { workers: 3 }\n");
    Path inside = Files.createDirectories(folder.resolve("repository/.git")).resolveSibling("x");
    Path file =
        Loading.write(folder, "repository/office.yaml", Loading.NAS + "extends: [link.yaml]\n");
    Files.createSymbolicLink(inside.resolveSibling("link.yaml"), folder.resolve("outside.yaml"));
    assertThat(Loading.load(Loading.offline(), file).diagnostics())
        .extracting(diagnostic -> diagnostic.code())
        .containsExactly(DiagnosticCode.EXTENDS_OUTSIDE);
  }

  @Test
  void oneBrokenNasDoesNotHideTheOthers() throws IOException {
    Loading.write(folder, "a.yaml", Loading.NAS + "package: { workers: 0 }\n");
    Loading.write(folder, "b.yaml", Loading.NAS.replace("office", "site"));
    LoadResult result = Loading.load(Loading.offline(), folder);
    assertThat(Loading.hasErrors(result)).isTrue();
    assertThat(result.states()).extracting(state -> state.nas().name()).containsExactly("site");
  }

  @Test
  void filesThatExtendManyOthersManyTimesAreComposedOnce() throws IOException {
    Loading.write(folder, "level0.yaml", "package: { workers: 3 }\n");
    for (int i = 1; i <= 40; i++) {
      String below = "level" + (i - 1) + ".yaml";
      Loading.write(folder, "level" + i + ".yaml", "extends: [" + below + ", " + below + "]\n");
    }
    assertThat(Loading.state(folder, "extends: [level40.yaml]\n").packageSettings().settings())
        .containsExactly(PackageSettings.WORKERS);
  }

  @Test
  void anchorsAndMergeKeysWork() throws IOException {
    DesiredState state =
        Loading.state(
            folder,
            """
            connections:
              - name: A
                settings: &slow { max_upload_speed: 100, max_download_speed: 100 }
              - name: B
                settings:
                  <<: *slow
                  max_upload_speed: 200
            """);
    DesiredConnection second = state.connections().get(1);
    assertThat(second.settings().get(ConnectionSettings.MAX_UPLOAD_SPEED).orElseThrow().value())
        .isEqualTo(200L);
    Location.InFile at =
        second.settings().get(ConnectionSettings.MAX_DOWNLOAD_SPEED).orElseThrow().at();
    assertThat(at.line()).isEqualTo(7);
  }
}
