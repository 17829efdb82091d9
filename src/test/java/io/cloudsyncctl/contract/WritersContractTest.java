package io.cloudsyncctl.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.TaskEntry;
import io.cloudsyncctl.cloudsync.answer.TaskList;
import io.cloudsyncctl.cloudsync.read.CloudSyncReader;
import io.cloudsyncctl.cloudsync.read.FreshReader;
import io.cloudsyncctl.cloudsync.write.CloudSyncWriter;
import io.cloudsyncctl.cloudsync.write.TaskCreation;
import io.cloudsyncctl.cloudsync.write.TaskCreations;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.PreImage;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.state.TaskOptions;
import java.util.List;
import java.util.Optional;
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
  private FreshReader fresh;
  private CloudSyncWriter writer;

  @BeforeEach
  void open() {
    nas = ContractNas.open();
    reader = nas.reader();
    fresh = new FreshReader(nas.gateway());
    writer = nas.writer();
  }

  @AfterEach
  void close() {
    nas.close();
  }

  @Test
  void set_pkg_config_writes_back_what_was_read() {
    nas.scratchConnection();

    writesBackWhatWasRead(SettingGroup.PACKAGE, 0);
  }

  @Test
  void set_pkg_config_changes_every_field() {
    nas.simulatedOnly();

    changes(
        SettingGroup.PACKAGE,
        0,
        ImmutableMap.of(
            "repo_vol_path", WireValue.of("/volume2"),
            "log_count", WireValue.of(100_000),
            "worker_count", WireValue.of(1),
            "admin_mode", WireValue.of("disable")));

    assertThat(reader.connections().adminView()).isFalse();
  }

  @Test
  void set_relink_behavior() {
    nas.simulatedOnly();

    changes(SettingGroup.RELINK, 0, ImmutableMap.of("sync_mode", WireValue.of(true)));
    changes(SettingGroup.RELINK, 0, ImmutableMap.of("sync_mode", WireValue.of(false)));
  }

  @Test
  void set_connection_settings_writes_back_what_was_read() {
    writesBackWhatWasRead(SettingGroup.CONNECTION, nas.scratchConnection().id());
  }

  @Test
  void set_connection_settings_changes_every_field_and_not_the_schedule() {
    nas.simulatedOnly();
    long id = nas.scratchConnection().id();
    ImmutableMap<String, WireValue> schedule = read(SettingGroup.SCHEDULE, id);
    boolean encrypted = WireValue.of(true).equals(read(SettingGroup.CONNECTION, id).get("isSSE"));

    changes(
        SettingGroup.CONNECTION,
        id,
        ImmutableMap.of(
            "task_name", WireValue.of("12345"),
            "pull_event_period", WireValue.of(75),
            "max_upload_speed", WireValue.of(11),
            "max_download_speed", WireValue.of(22),
            "storage_class", WireValue.of("STANDARD_IA"),
            "isSSE", WireValue.of(!encrypted),
            "part_size", WireValue.of(64)));

    assertThat(read(SettingGroup.SCHEDULE, id)).isEqualTo(schedule);
    assertThat(entry(id).name()).isEqualTo("12345");
  }

  @Test
  void set_connection_schedule_writes_back_what_was_read() {
    writesBackWhatWasRead(SettingGroup.SCHEDULE, nas.scratchConnection().id());
  }

  @Test
  void set_connection_schedule_changes_both_fields() {
    nas.simulatedOnly();

    changes(
        SettingGroup.SCHEDULE,
        nas.scratchConnection().id(),
        ImmutableMap.of(
            "is_enabled_schedule", WireValue.of(true),
            "schedule_info", WireValue.of("01".repeat(84))));
  }

  @Test
  void set_task_settings() {
    SimulatedNas simulated = nas.simulatedOnly();
    TaskEntry task = firstTask(nas.scratchConnection().id());

    writer.writeGroup(
        SettingGroup.TASK,
        task.sessionId(),
        ImmutableMap.of(
            "sync_direction", WireValue.of("ONLY_DOWNLOAD"),
            "sync_attr_check_option", WireValue.of(false),
            "no_delete", WireValue.of(true),
            "google_drive_convert_online_doc", WireValue.of(true)));

    assertThat(firstTask(task.connectionId()).direction()).isEqualTo("ONLY_DOWNLOAD");
    assertThat(simulated.state().taskOptions(task.sessionId()))
        .contains(new TaskOptions(false, true, true));
  }

  @Test
  void set_task_filters_writes_back_what_was_read() {
    writesBackWhatWasRead(
        SettingGroup.FILTERS, firstTask(nas.scratchConnection().id()).sessionId());
  }

  @Test
  void set_task_filters_changes_every_field() {
    nas.simulatedOnly();

    changes(
        SettingGroup.FILTERS,
        firstTask(nas.scratchConnection().id()).sessionId(),
        ImmutableMap.of(
            "filtered_paths", texts("/drafts", "/Pläne & more"),
            "filtered_names", texts("true", "123"),
            "filtered_extensions", texts("iso"),
            "user_defined_names", texts("123"),
            "user_defined_extensions", texts(),
            "filtered_max_upload_size", WireValue.of(1_048_576)));
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

    nas.sendToAll("pause");
    assertThat(reader.connections().allPaused()).isTrue();
    assertThat(reader.connections().entries()).allMatch(e -> e.status().equals("pause"));

    nas.sendToAll("resume");
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
        TaskCreations.withDefaults(
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
        find(writer.createTask(writer.prepareTask(creation), tasksOf(creation)), creation)
            .orElseThrow();
    try {
      assertThat(created.direction()).isEqualTo("ONLY_UPLOAD");
      assertThat(read(SettingGroup.FILTERS, created.sessionId()))
          .containsEntry("filtered_names", texts("Thumbs.db"))
          .containsEntry("filtered_extensions", texts("tmp"))
          .containsEntry("filtered_max_upload_size", WireValue.of(1_048_576));
    } finally {
      writer.removeTask(created.connectionId(), created.sessionId());
    }
    assertThat(find(reader.tasks(created.connectionId()), creation)).isEmpty();
  }

  @Test
  void create_sync_task_s3_writes_the_write_only_settings() {
    SimulatedNas simulated = nas.simulatedOnly();
    TaskCreation creation = creation();

    TaskEntry created =
        find(writer.createTask(writer.prepareTask(creation), tasksOf(creation)), creation)
            .orElseThrow();

    assertThat(simulated.state().taskOptions(created.sessionId()))
        .contains(new TaskOptions(true, true, false));
  }

  private TaskCreation creation() {
    ConnectionEntry scratch = nas.scratchConnection();
    return new TaskCreation(
        scratch.id(),
        new TaskPaths(nas.scratchFolder(), "/cloudsyncctl-contract"),
        SyncDirection.ONLY_UPLOAD,
        "STANDARD",
        ImmutableList.of("Thumbs.db"),
        ImmutableList.of("tmp"),
        1_048_576,
        true,
        true,
        false);
  }

  private static Optional<TaskEntry> find(TaskList tasks, TaskCreation creation) {
    return tasks.entries().stream()
        .filter(entry -> entry.paths().same(creation.paths()))
        .findFirst();
  }

  private ImmutableSet<Long> tasksOf(TaskCreation creation) {
    return reader.tasks(creation.connectionId()).entries().stream()
        .map(TaskEntry::sessionId)
        .collect(ImmutableSet.toImmutableSet());
  }

  private void writesBackWhatWasRead(SettingGroup group, long id) {
    changes(group, id, read(group, id));
  }

  private void changes(SettingGroup group, long id, ImmutableMap<String, WireValue> parameters) {
    writer.writeGroup(group, id, parameters);

    assertThat(read(group, id)).isEqualTo(parameters);
  }

  /** What the getter of a group answers, as the parameters of its setter. */
  private ImmutableMap<String, WireValue> read(SettingGroup group, long id) {
    return switch (group.subject()) {
      case PACKAGE -> PreImage.of(group, fresh.packageSettings(), null);
      case CONNECTION -> PreImage.of(group, fresh.connection(id, false).settings(), null);
      case TASK -> {
        LiveTask task = fresh.task(nas.scratchConnection().id(), id).task().orElseThrow();
        yield PreImage.of(group, task.settings(), task);
      }
    };
  }

  private static WireValue texts(String... texts) {
    return WireValue.Items.ofTexts(List.of(texts));
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
