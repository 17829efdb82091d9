package io.cloudsyncctl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cloudsync.answer.CloudFolders;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.ConnectionList;
import io.cloudsyncctl.cloudsync.answer.LogEntry;
import io.cloudsyncctl.cloudsync.answer.LogPage;
import io.cloudsyncctl.cloudsync.answer.PackageConfig;
import io.cloudsyncctl.cloudsync.answer.TaskEntry;
import io.cloudsyncctl.cloudsync.answer.TaskFilters;
import io.cloudsyncctl.cloudsync.method.ConnectionGrouping;
import io.cloudsyncctl.cloudsync.method.LogQuery;
import io.cloudsyncctl.cloudsync.read.CloudSyncReader;
import io.cloudsyncctl.model.setting.WeekHours;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ten getters; they run against a real NAS too. */
class GettersContractTest {
  private ContractNas nas;
  private CloudSyncReader reader;

  @BeforeEach
  void open() {
    nas = ContractNas.open();
    reader = nas.reader();
  }

  @AfterEach
  void close() {
    nas.close();
  }

  @Test
  void get_pkg_config() {
    PackageConfig config = reader.packageConfig();

    assertThat(config.volumePath()).startsWith("/volume");
    assertThat(config.logCount()).isBetween(1L, 100_000L);
    assertThat(config.workerCount()).isBetween(1L, 20L);
    assertThat(config.volumes())
        .extracting(PackageConfig.Volume::mountPoint)
        .contains(config.volumePath());
  }

  @Test
  void get_connections() {
    ConnectionList byUser = reader.connections();
    ConnectionList byCloud = reader.connections(ConnectionGrouping.BY_CLOUD_TYPE);

    assertThat(byUser.entries()).extracting(ConnectionEntry::id).doesNotHaveDuplicates();
    assertThat(byCloud.entries())
        .extracting(ConnectionEntry::id)
        .containsExactlyInAnyOrderElementsOf(
            byUser.entries().stream().map(ConnectionEntry::id).toList());
  }

  @Test
  void get_connection_settings() {
    for (ConnectionEntry entry : reader.connections().entries()) {
      var settings = reader.connectionSettings(entry.id());

      assertThat(settings.name()).isEqualTo(entry.name());
      assertThat(WeekHours.isValid(settings.scheduleInfo())).isTrue();
      assertThat(settings.pullEventPeriod()).isNotNegative();
    }
  }

  @Test
  void get_connection_information() {
    for (ConnectionEntry entry : reader.connections().entries()) {
      var information = reader.connectionInformation(entry.id());

      assertThat(information.type()).isEqualTo(entry.type());
      assertThat(information.account()).isEqualTo(entry.account());
    }
  }

  @Test
  void get_connection_auth() {
    for (ConnectionEntry entry : reader.connections().entries()) {
      assertThat(reader.connectionAuthentication(entry.id()).text("client_type")).isPresent();
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
    for (TaskEntry task : allTasks()) {
      TaskFilters filters = reader.taskFilters(task.sessionId());

      assertThat(filters.maxUploadSize()).isNotNegative();
      assertThat(filters.extensions()).doesNotContain("");
    }
  }

  @Test
  void get_task_cloud_folders() {
    for (TaskEntry task : allTasks()) {
      CloudFolders folders = reader.taskCloudFolders(task.sessionId(), task.remoteFolderId(), "/");

      assertThat(folders.children()).allMatch(folder -> folder.path().startsWith("/"));
    }
  }

  @Test
  void get_recently_modified() {
    assertThat(reader.recentlyModified().history()).hasSizeLessThanOrEqualTo(5);
  }

  private List<TaskEntry> allTasks() {
    return reader.connections().entries().stream()
        .flatMap(entry -> reader.tasks(entry.id()).entries().stream())
        .toList();
  }
}
