package io.cloudsyncctl.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.config.compose.LoadOptions;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.SyncDirection;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole language in one file. */
class ConfigLoaderTest {
  private static final String FILE = "src/test/resources/valid/whole.yaml";

  private static DesiredState whole() {
    LoadOptions options =
        new LoadOptions(
            ImmutableMap.of(),
            ImmutableList.of(),
            ImmutableMap.of("CLOUDSYNC_USERNAME", "admin", "CLOUDSYNC_PASSWORD", "hunter2")::get,
            false,
            ImmutableList.of());
    LoadResult result = new ConfigLoader().load(List.of(Path.of(FILE)), options);
    assertThat(result.diagnostics()).isEmpty();
    return result.states().getFirst();
  }

  private static Location.InFile at(int line, int column) {
    return new Location.InFile(FILE, line, column);
  }

  @Test
  void theNasBlockSaysWhichNasAndHowToReachIt() {
    NasTarget nas = whole().nas();
    assertThat(nas.name()).isEqualTo("office");
    assertThat(nas.url()).isEqualTo(URI.create("https://nas.example.lan:5001"));
    assertThat(nas.username()).isEqualTo("admin");
    assertThat(nas.password()).isEqualTo(new Secret("hunter2"));
    assertThat(nas.passwordReference()).isEqualTo("${env:CLOUDSYNC_PASSWORD}");
    assertThat(nas.labels()).isEqualTo(ImmutableMap.of("site", "berlin", "tier", "prod"));
    assertThat(nas.session()).isEqualTo("webui");
    Path folder = Path.of("src/test/resources/valid").toAbsolutePath();
    assertThat(nas.record()).isEqualTo(folder.resolve("office.record.json"));
    assertThat(nas.tls()).isEqualTo(new NasTarget.Tls.AuthorityFile(folder.resolve("ca.pem")));
  }

  @Test
  void settingsOfThePackageAreReadWithTheirPlaces() {
    DesiredState state = whole();
    assertThat(state.packageSettings().get(PackageSettings.PKG_VOLUME))
        .contains(new Declared<>("/volume2", at(14, 15)));
    assertThat(state.packageSettings().get(PackageSettings.LOG_COUNT))
        .contains(new Declared<>(20000L, at(15, 14)));
    assertThat(state.packageSettings().get(PackageSettings.DELETE_FROM_CLOUD))
        .contains(new Declared<>(false, at(18, 32)));
    assertThat(state.files()).containsExactly(FILE);
  }

  @Test
  void connectionsAreReadWithSettingsAndSchedule() {
    DesiredConnection dropbox = whole().connections().getFirst();
    assertThat(dropbox.name()).isEqualTo(new Declared<>("Dropbox", at(21, 11)));
    assertThat(dropbox.at()).isEqualTo(at(21, 5));
    assertThat(dropbox.renamedFrom()).isEqualTo(new Declared<>("Dropbox (old)", at(24, 19)));
    assertThat(dropbox.paused()).isEqualTo(new Declared<>(false, at(25, 13)));
    assertThat(dropbox.settings().get(ConnectionSettings.NAME)).isEmpty();
    assertThat(dropbox.settings().get(ConnectionSettings.PULL_EVENT_PERIOD))
        .contains(new Declared<>(300L, at(27, 26)));
    assertThat(dropbox.settings().get(ConnectionSettings.PART_SIZE)).isEmpty();
    Declared<?> hours = dropbox.settings().get(ConnectionSettings.SCHEDULE_HOURS).orElseThrow();
    assertThat(hours.at()).isEqualTo(at(34, 7));
    assertThat(
            dropbox.settings().get(ConnectionSettings.SCHEDULE_HOURS).orElseThrow().value().bits())
        .isEqualTo(
            "1".repeat(24)
                + ("1".repeat(8) + "0".repeat(10) + "1".repeat(6)).repeat(5)
                + "1".repeat(24));
  }

  @Test
  void tasksAreReadWithFiltersAndAcceptedRisks() {
    DesiredTask task = whole().connections().getFirst().tasks().getFirst();
    assertThat(task.paths()).isEqualTo(new TaskPaths("/test_share/WebDAV test/subfolder", "/docs"));
    assertThat(task.settings().get(TaskSettings.SYNC_DIRECTION))
        .contains(new Declared<>(SyncDirection.ONLY_DOWNLOAD, at(40, 25)));
    assertThat(task.settings().get(TaskSettings.FILTERED_EXTENSIONS))
        .contains(new Declared<>(ImmutableList.of("iso", "mkv"), at(47, 11)));
    assertThat(task.settings().get(TaskSettings.MAX_UPLOAD_SIZE))
        .contains(new Declared<>(1048576L, at(48, 28)));
    assertThat(task.acceptedRisks()).hasSize(1);
    assertThat(task.acceptedRisks().getFirst().risk()).isEqualTo(Risk.DATA_LOSS);
    assertThat(task.acceptedRisks().getFirst().expires()).isEqualTo(LocalDate.of(2027, 1, 31));
    assertThat(task.acceptedRisks().getFirst().setting()).isEqualTo("filters");
  }

  @Test
  void creationProtectionAndRemovalAreRead() {
    ImmutableList<DesiredTask> tasks = whole().connections().get(1).tasks();
    assertThat(tasks.get(0).protect()).isTrue();
    assertThat(tasks.get(0).storageClass()).isEqualTo(new Declared<>("STANDARD_IA", at(57, 24)));
    assertThat(tasks.get(1).presence()).isEqualTo(Presence.ABSENT);
  }
}
