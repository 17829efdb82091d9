package io.cloudsyncctl.cloudsync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.DsmSession;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.model.LiveConnection;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.LiveTask;
import io.cloudsyncctl.model.NasTarget;
import io.cloudsyncctl.model.Secret;
import io.cloudsyncctl.model.SyncDirection;
import io.cloudsyncctl.model.TaskPaths;
import io.cloudsyncctl.model.Value;
import io.cloudsyncctl.model.WeekHours;
import io.cloudsyncctl.simulator.FaultInjector;
import io.cloudsyncctl.simulator.FaultSpec;
import io.cloudsyncctl.simulator.RecordedCall;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.SimulatedState;
import io.cloudsyncctl.simulator.SimulatorOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class LiveStateReaderTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void the_document_s_nas_is_read_as_its_examples_show() {
    LiveState live = read(SimulatedState.document(), nas -> {}).live();

    assertThat(live.adminView()).isTrue();
    assertThat(live.allPaused()).isFalse();
    assertThat(live.packageSettings().get(PackageSettings.PKG_VOLUME)).isEqualTo(known("/volume2"));
    assertThat(live.packageSettings().get(PackageSettings.LOG_COUNT)).isEqualTo(known(20000L));
    assertThat(live.packageSettings().get(PackageSettings.WORKERS)).isEqualTo(known(20L));
    assertThat(live.packageSettings().get(PackageSettings.ADMIN_MODE)).isEqualTo(known(true));
    assertThat(live.packageSettings().get(PackageSettings.DELETE_FROM_CLOUD))
        .isEqualTo(known(false));

    LiveConnection dropbox = live.connections().getFirst();
    assertThat(dropbox.id()).isEqualTo(3);
    assertThat(dropbox.name()).isEqualTo("Dropbox");
    assertThat(dropbox.type()).isEqualTo("db");
    assertThat(dropbox.account()).isEqualTo("username");
    assertThat(dropbox.paused()).isFalse();
    assertThat(dropbox.tasksUnreadable()).isNull();
    assertThat(dropbox.settings().get(ConnectionSettings.PULL_EVENT_PERIOD)).isEqualTo(known(60L));
    assertThat(dropbox.settings().get(ConnectionSettings.SCHEDULE_HOURS))
        .isEqualTo(known(WeekHours.ALL));

    LiveTask task = dropbox.tasks().getFirst();
    assertThat(task.sessionId()).isEqualTo(4);
    assertThat(task.paths()).isEqualTo(new TaskPaths("/test_share/WebDAV test/subfolder", "/docs"));
    assertThat(task.settings().get(TaskSettings.SYNC_DIRECTION))
        .isEqualTo(known(SyncDirection.ONLY_DOWNLOAD));
    assertThat(task.settings().get(TaskSettings.FILTERED_FILENAMES))
        .isEqualTo(known(ImmutableList.of("test")));
    assertThat(task.settings().get(TaskSettings.MAX_UPLOAD_SIZE)).isEqualTo(known(1048576L));
    assertThat(task.userDefinedExtensions()).isEqualTo(known(ImmutableList.of("iso")));
    for (var setting : TaskSettings.WRITE_ONLY) {
      assertThat(task.settings().get(setting))
          .isEqualTo(new Value.Unreadable<>("no getter answers it"));
    }
  }

  @Test
  void a_field_that_the_nas_does_not_answer_is_unreadable() {
    SimulatedState state = SimulatedState.document();
    state.edit(root -> {
      ((ObjectNode) root.at("/connections/3/get_connection_setting")).remove("part_size");
      ((ObjectNode) root.at("/tasks/4/get_selective_sync_config")).putNull("user_defined_names");
    });

    LiveConnection dropbox = read(state, nas -> {}).live().connections().getFirst();

    assertThat(dropbox.settings().get(ConnectionSettings.PART_SIZE))
        .isEqualTo(new Value.Unreadable<>("the NAS did not answer part_size"));
    assertThat(dropbox.tasks().getFirst().userDefinedNames())
        .isEqualTo(new Value.Unreadable<>("the NAS did not answer user_defined_names"));
  }

  @Test
  void an_unknown_direction_is_unreadable_and_shown() {
    SimulatedState state = SimulatedState.document();
    state.edit(root ->
        ((ObjectNode) root.at("/connections/3/list_sess/sess/0"))
            .put("sync_direction", "SIDE\u0007WAYS"));

    LiveConnection connection = read(state, nas -> {}).live().connections().getFirst();
    assertThat(connection.tasks().getFirst().settings().get(TaskSettings.SYNC_DIRECTION))
        .isEqualTo(
            new Value.Unreadable<>(
                "expected one of ONLY_UPLOAD, BIDIRECTION, ONLY_DOWNLOAD but the NAS answered text"
                    + " \"SIDE\\u0007WAYS\""));
    assertThat(connection.settings().get(ConnectionSettings.NAME).known()).isPresent();
  }

  @Test
  void a_setting_of_a_wrong_type_is_unreadable_and_the_rest_is_read() {
    SimulatedState state = SimulatedState.document();
    state.edit(
        root -> ((ObjectNode) root.at("/connections/3/get_connection_setting")).put("isSSE", "no"));

    LiveConnection connection = read(state, nas -> {}).live().connections().getFirst();
    assertThat(connection.settings().get(ConnectionSettings.IS_SSE))
        .isEqualTo(
            new Value.Unreadable<>("expected true or false but the NAS answered text \"no\""));
    assertThat(connection.settings().get(ConnectionSettings.NAME).known()).isPresent();
  }

  @Test
  void what_this_login_may_not_read_is_unreadable_and_the_rest_is_read() {
    Snapshot snapshot =
        read(
            SimulatedState.document(),
            nas ->
                nas.injectFaults(
                    refusing("connection_id", 3, "get_connection_setting", "list_sess")));

    LiveConnection withheld = snapshot.live().connections().getFirst();
    assertThat(withheld.settings().get(ConnectionSettings.NAME))
        .isEqualTo(
            new Value.Unreadable<>(
                "this login may not read it (get_connection_setting answers 105)"));
    assertThat(withheld.tasks()).isEmpty();
    assertThat(withheld.tasksUnreadable())
        .isEqualTo("this login may not read it (list_sess answers 105)");
    LiveConnection other = snapshot.live().connections().get(1);
    assertThat(other.settings().get(ConnectionSettings.NAME).known()).isPresent();
    assertThat(other.tasksUnreadable()).isNull();
    assertThat(JSON.readTree(WireJson.print(snapshot.raw().stateFile())).at("/connections/3"))
        .isEqualTo(
            JSON.createObjectNode()
                .set(
                    "get_property",
                    SimulatedState.document().toJson().at("/connections/3/get_property")));
  }

  @Test
  void a_property_that_the_nas_cannot_tell_hides_nothing_else() {
    LiveConnection dropbox =
        read(
                SimulatedState.document(),
                nas ->
                    nas.injectFaults(
                        new FaultInjector() {
                          @Override
                          public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
                            return call.method().equals("get_property")
                                ? new FaultSpec.ApiError(999)
                                : null;
                          }
                        }))
            .live()
            .connections()
            .getFirst();

    assertThat(dropbox.property().values()).isEmpty();
    assertThat(dropbox.settings().get(ConnectionSettings.NAME)).isEqualTo(known("Dropbox"));
  }

  @Test
  void a_login_that_is_no_administrator_has_no_view_of_all_connections() {
    SimulatorOptions options =
        SimulatorOptions.builder().nonAdministrators(Map.of("eve", "simulated")).build();
    try (SimulatedNas nas = SimulatedNas.start(SimulatedState.demo(), options);
        DsmSession session = open(nas, "eve")) {
      LiveState live = LiveStateReader.read(ReadGateway.over(session)).live();

      assertThat(live.adminView()).isFalse();
    }
  }

  @Test
  void a_nas_that_is_captured_and_simulated_reads_the_same() {
    for (SimulatedState state :
        ImmutableList.of(
            SimulatedState.document(), SimulatedState.demo(), SimulatedState.large(30, 120))) {
      Snapshot first = read(state, nas -> {});
      String file = WireJson.print(first.raw().stateFile());
      Snapshot second = read(SimulatedState.load(JSON.readTree(file)), nas -> {});

      assertThat(second.live()).isEqualTo(first.live());
      assertThat(second.raw()).isEqualTo(first.raw());
      assertThat(file).doesNotContain("get_conn_auth_info", "secret_key", "get_log");
    }
  }

  @Test
  void unknown_fields_are_ignored_and_captured() {
    SimulatedState state = SimulatedState.document();
    state.edit(root ->
        ((ObjectNode) root.at("/connections/3/get_connection_setting"))
            .putObject("brand_new")
            .put("x", 1.50));

    JsonNode file = JSON.readTree(WireJson.print(read(state, nas -> {}).raw().stateFile()));

    assertThat(file.at("/connections/3/get_connection_setting/brand_new/x").asDouble())
        .isEqualTo(1.5);
  }

  @Test
  void activity_is_captured_only_when_it_is_asked_for() {
    try (SimulatedNas nas = SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());
        DsmSession session = open(nas, "admin")) {
      ReadGateway gateway = ReadGateway.over(session);
      RawAnswers raw = LiveStateReader.withActivity(gateway, LiveStateReader.read(gateway).raw());

      JsonNode file = JSON.readTree(WireJson.print(raw.stateFile()));
      JsonNode expected = SimulatedState.demo().toJson();
      assertThat(file.at("/connections/1/get_log/total"))
          .isEqualTo(expected.at("/connections/1/get_log/total"));
      assertThat(file.at("/get_recently_change/history_items"))
          .isEqualTo(expected.at("/get_recently_change/history_items"));
    }
  }

  private static FaultInjector refusing(String idName, long id, String... methods) {
    return new FaultInjector() {
      @Override
      public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
        return List.of(methods).contains(call.method())
                && call.parameters().path(idName).asLong() == id
            ? new FaultSpec.ApiError(105)
            : null;
      }
    };
  }

  private static Snapshot read(SimulatedState state, Consumer<SimulatedNas> preparation) {
    try (SimulatedNas nas = SimulatedNas.start(state, SimulatorOptions.defaults())) {
      preparation.accept(nas);
      try (DsmSession session = open(nas, "admin")) {
        return LiveStateReader.read(ReadGateway.over(session));
      }
    }
  }

  private static DsmSession open(SimulatedNas nas, String user) {
    return CloudSyncApi.open(
        new DsmEndpoint("office", nas.url(), new NasTarget.Tls.SystemTrust()),
        new Credentials(user, new Secret("simulated"), "FileStation"));
  }

  private static <T> Value<T> known(T value) {
    return new Value.Known<>(value);
  }
}
