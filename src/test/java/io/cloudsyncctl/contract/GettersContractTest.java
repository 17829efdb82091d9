package io.cloudsyncctl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.ConnectionList;
import io.cloudsyncctl.cloudsync.answer.LogEntry;
import io.cloudsyncctl.cloudsync.answer.LogPage;
import io.cloudsyncctl.cloudsync.answer.TaskEntry;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.cloudsync.method.LogQuery;
import io.cloudsyncctl.cloudsync.read.CloudSyncReader;
import io.cloudsyncctl.cloudsync.read.FreshReader;
import io.cloudsyncctl.cloudsync.read.NasStatus;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.cloudsync.read.StatusReader;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.WireValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ten getters; they run against a real NAS too. */
class GettersContractTest {
  private ContractNas nas;
  private ReadGateway gateway;
  private CloudSyncReader reader;
  private FreshReader fresh;

  @BeforeEach
  void open() {
    nas = ContractNas.open();
    gateway = nas.gateway();
    reader = nas.reader();
    fresh = new FreshReader(gateway);
  }

  @AfterEach
  void close() {
    nas.close();
  }

  @Test
  void get_pkg_config() {
    LiveSettings config = fresh.packageSettings();

    assertThat(known(config, PackageSettings.LOG_COUNT)).isBetween(1L, 100_000L);
    assertThat(known(config, PackageSettings.WORKERS)).isBetween(1L, 20L);
    assertThat(config.get(PackageSettings.ADMIN_MODE).known()).isPresent();
    assertThat(config.get(PackageSettings.DELETE_FROM_CLOUD).known()).isPresent();
    assertThat(
            gateway
                .read(Getters.config(), null)
                .objects("volume_list", volume -> volume.text("mount_point")))
        .contains(known(config, PackageSettings.PKG_VOLUME));
  }

  @Test
  void get_connections() {
    ConnectionList byUser = reader.connections();
    ConnectionList byCloud =
        ConnectionList.read(
            gateway.read(
                CloudSyncApi.call(
                    Getters.CONNECTIONS,
                    ImmutableMap.of(
                        "is_tray", WireValue.of(false),
                        "group_by", WireValue.of("group_by_cloud_type"))),
                null));

    assertThat(byUser.entries()).extracting(ConnectionEntry::id).doesNotHaveDuplicates();
    assertThat(byCloud.entries())
        .extracting(ConnectionEntry::id)
        .containsExactlyInAnyOrderElementsOf(
            byUser.entries().stream().map(ConnectionEntry::id).toList());
  }

  @Test
  void get_connection_settings() {
    for (ConnectionEntry entry : reader.connections().entries()) {
      LiveSettings settings = fresh.connection(entry.id(), false).settings();

      assertThat(known(settings, ConnectionSettings.NAME)).isEqualTo(entry.name());
      assertThat(settings.get(ConnectionSettings.SCHEDULE_HOURS).known()).isPresent();
      assertThat(known(settings, ConnectionSettings.PULL_EVENT_PERIOD)).isNotNegative();
    }
  }

  @Test
  void get_connection_information() {
    for (ConnectionEntry entry : reader.connections().entries()) {
      assertThat(reader.connectionType(entry.id())).isEqualTo(entry.type());
      assertThat(gateway.read(Getters.property(entry.id()), null).text("user_name", ""))
          .isEqualTo(entry.account());
    }
  }

  @Test
  void get_connection_auth() {
    for (ConnectionEntry entry : reader.connections().entries()) {
      assertThat(reader.connectionAuthentication(entry.id()).mergedWith(ImmutableMap.of()).values())
          .containsKey("client_type");
    }
  }

  @Test
  void get_connection_logs() {
    for (ConnectionEntry entry : reader.connections().entries()) {
      LogPage newest = reader.connectionLogs(entry.id(), LogQuery.NEWEST);
      assertThat(newest.entries()).hasSizeLessThanOrEqualTo(LogQuery.MAX_LIMIT);
      assertThat(newest.total()).isGreaterThanOrEqualTo(newest.entries().size());

      LogPage errors = reader.connectionLogs(entry.id(), new LogQuery(0, 10, "", 0, 0, 2, -1));
      assertThat(errors.entries()).hasSizeLessThanOrEqualTo(10);
      assertThat(errors.entries()).extracting(LogEntry::logLevel).isSubsetOf(2L);
      if (newest.entries().size() > 1) {
        LogPage second = reader.connectionLogs(entry.id(), LogQuery.NEWEST.page(1, 1));
        assertThat(second.entries()).hasSize(1);
      }
    }
  }

  @Test
  void get_tasks() {
    List<TaskEntry> all = allTasks();

    assertThat(all).extracting(TaskEntry::sessionId).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(TaskEntry::direction)
        .isSubsetOf("ONLY_UPLOAD", "BIDIRECTION", "ONLY_DOWNLOAD");
    for (ConnectionEntry entry : reader.connections().entries()) {
      assertThat(reader.tasks(entry.id()).entries())
          .allMatch(task -> task.connectionId() == entry.id());
    }
  }

  @Test
  void get_task_filters() {
    for (TaskEntry entry : allTasks()) {
      LiveTask task = fresh.task(entry.connectionId(), entry.sessionId()).task().orElseThrow();

      assertThat(known(task.settings(), TaskSettings.MAX_UPLOAD_SIZE)).isNotNegative();
      assertThat(known(task.settings(), TaskSettings.FILTERED_EXTENSIONS)).doesNotContain("");
      assertThat(task.userDefinedNames().known()).isPresent();
    }
  }

  @Test
  void get_task_cloud_folders() {
    for (NasStatus.Connection connection : status().connections()) {
      for (NasStatus.Task task : connection.tasks()) {
        assertThat(Objects.requireNonNull(task.folders()).paths())
            .allMatch(path -> path.startsWith("/"));
      }
    }
  }

  @Test
  void get_recently_modified() {
    assertThat(Objects.requireNonNull(status().recent()).history()).hasSizeLessThanOrEqualTo(5);
  }

  private NasStatus status() {
    return StatusReader.read(gateway, new StatusReader.Wanted(Optional.empty(), true, true));
  }

  private static <T> T known(LiveSettings settings, Setting<T> setting) {
    return settings.get(setting).known().orElseThrow();
  }

  private List<TaskEntry> allTasks() {
    return reader.connections().entries().stream()
        .flatMap(entry -> reader.tasks(entry.id()).entries().stream())
        .toList();
  }
}
