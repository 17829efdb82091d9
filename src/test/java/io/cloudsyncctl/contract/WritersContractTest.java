package io.cloudsyncctl.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.cloudsync.answer.ConnectionConfig;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.PackageConfig;
import io.cloudsyncctl.cloudsync.answer.TaskEntry;
import io.cloudsyncctl.cloudsync.answer.TaskFilters;
import io.cloudsyncctl.cloudsync.answer.TaskList;
import io.cloudsyncctl.cloudsync.read.CloudSyncReader;
import io.cloudsyncctl.cloudsync.write.CloudSyncWriter;
import io.cloudsyncctl.cloudsync.write.TaskCreation;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.state.WriteOnlySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The six setters and six actions. On a real NAS they need a scratch connection, write back just
 * what was read, and create and remove one task; what cannot be undone or not be read never runs
 * there.
 */
class WritersContractTest {
  private ContractNas nas;
  private CloudSyncReader reader;
  private CloudSyncWriter writer;

  @BeforeEach
  void open() {
    nas = ContractNas.open();
    reader = nas.reader();
    writer = nas.writer();
  }

  @AfterEach
  void close() {
    nas.close();
  }

  @Test
  void set_pkg_config_writes_back_what_was_read() {
    nas.scratchConnection();
    PackageConfig before = reader.packageConfig();

    writer.setPackageConfig(
        before.volumePath(), before.logCount(), before.workerCount(), before.adminMode());

    assertThat(reader.packageConfig()).isEqualTo(before);
  }

  @Test
  void set_pkg_config_changes_every_field() {
    nas.simulatedOnly();

    writer.setPackageConfig("/volume2", 100_000, 1, false);

    PackageConfig after = reader.packageConfig();
    assertThat(after.volumePath()).isEqualTo("/volume2");
    assertThat(after.logCount()).isEqualTo(100_000);
    assertThat(after.workerCount()).isEqualTo(1);
    assertThat(after.adminMode()).isFalse();
    assertThat(reader.connections().adminView()).isFalse();
  }

  @Test
  void set_relink_behavior() {
    nas.simulatedOnly();

    writer.setRelinkBehavior(true);
    assertThat(reader.packageConfig().deleteFromCloud()).isTrue();
    writer.setRelinkBehavior(false);
    assertThat(reader.packageConfig().deleteFromCloud()).isFalse();
  }

  @Test
  void set_connection_settings_writes_back_what_was_read() {
    long id = nas.scratchConnection().id();
    ConnectionConfig before = reader.connectionSettings(id);

    writer.setConnectionSettings(id, before);

    assertThat(reader.connectionSettings(id)).isEqualTo(before);
  }

  @Test
  void set_connection_settings_changes_every_field_and_not_the_schedule() {
    nas.simulatedOnly();
    long id = nas.scratchConnection().id();
    ConnectionConfig before = reader.connectionSettings(id);
    ConnectionConfig wanted =
        new ConnectionConfig(
            before.clientType(),
            "12345",
            75,
            11,
            22,
            "STANDARD_IA",
            !before.serverSideEncryption(),
            64,
            before.scheduleEnabled(),
            before.scheduleInfo());

    writer.setConnectionSettings(id, wanted);

    assertThat(reader.connectionSettings(id)).isEqualTo(wanted);
    assertThat(entry(id).name()).isEqualTo("12345");
  }

  @Test
  void set_connection_schedule_writes_back_what_was_read() {
    long id = nas.scratchConnection().id();
    ConnectionConfig before = reader.connectionSettings(id);

    writer.setConnectionSchedule(
        id, before.scheduleEnabled(), new WeekHours(before.scheduleInfo()));

    assertThat(reader.connectionSettings(id)).isEqualTo(before);
  }

  @Test
  void set_connection_schedule_changes_both_fields() {
    nas.simulatedOnly();
    long id = nas.scratchConnection().id();
    WeekHours hours = new WeekHours("01".repeat(84));

    writer.setConnectionSchedule(id, true, hours);

    assertThat(reader.connectionSettings(id).scheduleEnabled()).isTrue();
    assertThat(reader.connectionSettings(id).scheduleInfo()).isEqualTo(hours.bits());
  }

  @Test
  void set_task_settings() {
    SimulatedNas simulated = nas.simulatedOnly();
    TaskEntry task = firstTask(nas.scratchConnection().id());

    writer.setTaskSettings(task.sessionId(), SyncDirection.ONLY_DOWNLOAD, false, true, true);

    assertThat(firstTask(task.connectionId()).direction()).isEqualTo("ONLY_DOWNLOAD");
    assertThat(simulated.state().writeOnly(task.sessionId()))
        .contains(new WriteOnlySettings(false, true, true));
  }

  @Test
  void set_task_filters_writes_back_what_was_read() {
    TaskEntry task = firstTask(nas.scratchConnection().id());
    TaskFilters before = reader.taskFilters(task.sessionId());

    writer.setTaskFilters(task.sessionId(), before);

    assertThat(reader.taskFilters(task.sessionId())).isEqualTo(before);
  }

  @Test
  void set_task_filters_changes_every_field() {
    nas.simulatedOnly();
    TaskEntry task = firstTask(nas.scratchConnection().id());
    TaskFilters wanted =
        new TaskFilters(
            ImmutableList.of("/drafts", "/Pläne & more"),
            ImmutableList.of("true", "123"),
            ImmutableList.of("iso"),
            ImmutableList.of("123"),
            ImmutableList.of(),
            1_048_576);

    writer.setTaskFilters(task.sessionId(), wanted);

    assertThat(reader.taskFilters(task.sessionId())).isEqualTo(wanted);
  }

  @Test
  void connection_pause_and_connection_resume_of_one() {
    nas.simulatedOnly();
    long id = nas.scratchConnection().id();

    writer.pause(id);
    assertThat(entry(id).status()).isEqualTo("pause");
    assertThat(reader.connections().allPaused()).isFalse();

    writer.resume(id);
    assertThat(entry(id).status()).isNotEqualTo("pause");
  }

  @Test
  void connection_pause_and_connection_resume_of_all() {
    nas.simulatedOnly();

    writer.pauseAll();
    assertThat(reader.connections().allPaused()).isTrue();
    assertThat(reader.connections().entries()).allMatch(e -> e.status().equals("pause"));

    writer.resumeAll();
    assertThat(reader.connections().allPaused()).isFalse();
    assertThat(reader.connections().entries()).noneMatch(e -> e.status().equals("pause"));
  }

  @Test
  void connection_remove() {
    nas.simulatedOnly();
    long id = nas.scratchConnection().id();

    writer.removeConnection(id);

    assertThat(reader.connections().entries()).noneMatch(entry -> entry.id() == id);
  }

  @Test
  void test_task_setting_says_yes_and_changes_nothing() {
    TaskCreation creation = creation();
    TaskList before = reader.tasks(creation.connectionId());

    writer.testTaskSetting(creation);

    assertThat(reader.tasks(creation.connectionId())).isEqualTo(before);
  }

  @Test
  void test_task_setting_says_no_and_why() {
    nas.simulatedOnly();
    TaskEntry taken = firstTask(nas.scratchConnection().id());
    TaskCreation creation =
        TaskCreation.withDefaults(
            taken.connectionId(), new TaskPaths(taken.paths().local(), "/elsewhere"));

    ApiRefusedException refusal =
        catchThrowableOfType(ApiRefusedException.class, () -> writer.testTaskSetting(creation));

    assertThat(refusal)
        .hasMessageStartingWith(
            "contract: test_task_setting of connection "
                + taken.connectionId()
                + ": error[api-refused]: the NAS refused with code 120: a parameter is wrong (path:"
                + " already used)");
  }

  @Test
  void create_sync_task_s3_and_task_remove() {
    TaskCreation creation = creation();
    writer.testTaskSetting(creation);

    TaskEntry created =
        writer
            .createTask(writer.prepareTask(creation), tasksOf(creation))
            .find(creation.paths())
            .orElseThrow();
    try {
      assertThat(created.direction()).isEqualTo("ONLY_UPLOAD");
      TaskFilters filters = reader.taskFilters(created.sessionId());
      assertThat(filters.names()).containsExactly("Thumbs.db");
      assertThat(filters.extensions()).containsExactly("tmp");
      assertThat(filters.maxUploadSize()).isEqualTo(1_048_576);
    } finally {
      writer.removeTask(created.connectionId(), created.sessionId());
    }
    assertThat(reader.tasks(created.connectionId()).find(creation.paths())).isEmpty();
  }

  @Test
  void create_sync_task_s3_writes_the_write_only_settings() {
    SimulatedNas simulated = nas.simulatedOnly();
    TaskCreation creation = creation();

    TaskEntry created =
        writer
            .createTask(writer.prepareTask(creation), tasksOf(creation))
            .find(creation.paths())
            .orElseThrow();

    assertThat(simulated.state().writeOnly(created.sessionId()))
        .contains(new WriteOnlySettings(true, true, false));
  }

  private TaskCreation creation() {
    ConnectionEntry scratch = nas.scratchConnection();
    return new TaskCreation(
        scratch.id(),
        new TaskPaths(nas.scratchFolder(), "/cloudsyncctl-contract"),
        SyncDirection.ONLY_UPLOAD,
        TaskCreation.DEFAULT_STORAGE_CLASS,
        ImmutableList.of("Thumbs.db"),
        ImmutableList.of("tmp"),
        1_048_576,
        true,
        true,
        false);
  }

  private ImmutableSet<Long> tasksOf(TaskCreation creation) {
    return reader.tasks(creation.connectionId()).entries().stream()
        .map(TaskEntry::sessionId)
        .collect(ImmutableSet.toImmutableSet());
  }

  private TaskEntry firstTask(long connection) {
    return reader.tasks(connection).entries().getFirst();
  }

  private ConnectionEntry entry(long id) {
    return reader.connections().entries().stream()
        .filter(entry -> entry.id() == id)
        .findFirst()
        .orElseThrow();
  }
}
