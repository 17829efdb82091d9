package io.cloudsyncctl.cloudsync.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.BadAnswerException;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.ScriptedNas;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
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

    assertThat(live.volumes()).isEqualTo(known(ImmutableList.of("/volume1", "/volume2")));

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
    assertThat(task.settings().get(TaskSettings.CONSISTENCY_CHECK)).isEqualTo(known(true));
    assertThat(task.settings().get(TaskSettings.NO_DELETE_ON_CLOUD)).isEqualTo(known(false));
    assertThat(task.settings().get(TaskSettings.CONVERT_GD)).isEqualTo(known(false));
  }

  @Test
  void an_old_package_does_not_report_three_settings_of_a_task() {
    SimulatedState state = SimulatedState.document();
    state.becomeOldPackage();

    LiveTask task = read(state, nas -> {}).live().connections().getFirst().tasks().getFirst();

    assertThat(task.settings().get(TaskSettings.SYNC_DIRECTION))
        .isEqualTo(known(SyncDirection.ONLY_DOWNLOAD));
    for (var setting : TaskSettings.OPTIONS) {
      assertThat(task.settings().get(setting))
          .isEqualTo(new Value.Unreadable<>("no getter answers it"));
    }
  }

  @Test
  void a_task_setting_that_is_missing_or_of_another_type_is_unreadable_alone() {
    SimulatedState state = SimulatedState.document();
    state.edit(root -> {
      ObjectNode settings = (ObjectNode) root.at("/tasks/4/get_session_setting");
      settings.remove("no_delete");
      settings.put("google_drive_convert_online_doc", "false");
    });

    LiveTask task = read(state, nas -> {}).live().connections().getFirst().tasks().getFirst();

    assertThat(task.settings().get(TaskSettings.CONSISTENCY_CHECK)).isEqualTo(known(true));
    assertThat(task.settings().get(TaskSettings.NO_DELETE_ON_CLOUD))
        .isEqualTo(new Value.Unreadable<>("the NAS did not answer no_delete"));
    assertThat(task.settings().get(TaskSettings.CONVERT_GD)).isInstanceOf(Value.Unreadable.class);
  }

  @Test
  void a_direction_on_which_the_two_getters_disagree_is_unreadable() {
    String both = "list_sess and get_session_setting report different directions";
    assertThat(direction("\"ONLY_UPLOAD\"", "\"BIDIRECTION\""))
        .isEqualTo(new Value.Unreadable<>(both));
    assertThat(direction("\"SIDEWAYS\"", "\"BIDIRECTION\""))
        .isEqualTo(new Value.Unreadable<>(both));
    assertThat(direction("\"ONLY_UPLOAD\"", "\"ONLY_UPLOAD\""))
        .isEqualTo(known(SyncDirection.ONLY_UPLOAD));
    assertThat(direction("\"ONLY_UPLOAD\"", "7")).isEqualTo(known(SyncDirection.ONLY_UPLOAD));
    assertThat(direction(null, "\"ONLY_UPLOAD\"")).isEqualTo(known(SyncDirection.ONLY_UPLOAD));
  }

  /** The direction of a task of which the two getters answer these. */
  private static Value<SyncDirection> direction(@Nullable String listed, String own) {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      scripted(nas, "");
      String direction = listed == null ? "" : ",\"sync_direction\":" + listed;
      nas.answer(
          "list_sess",
          data("{\"sess\":[" + TASK.replace("}", direction + "}") + "],\"total\":1}"),
          data("{\"sess\":[],\"total\":0}"));
      nas.answer("get_session_setting", data("{\"sync_direction\":" + own + "}"));
      return LiveStateReader.read(ReadGateway.over(session)).live().connections().stream()
          .flatMap(connection -> connection.tasks().stream())
          .map(task -> task.settings().get(TaskSettings.SYNC_DIRECTION))
          .findFirst()
          .orElseThrow();
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
  void volumes_that_the_nas_does_not_list_are_not_known() {
    for (String volumes : List.of("null", "7", "[{}]", "[\"/volume1\"]")) {
      SimulatedState state = SimulatedState.document();
      state.edit(
          root -> ((ObjectNode) root.at("/get_config")).set("volume_list", JSON.readTree(volumes)));

      LiveState live = read(state, nas -> {}).live();

      assertThat(live.volumes()).as(volumes).isInstanceOf(Value.Unreadable.class);
      assertThat(live.packageSettings().get(PackageSettings.PKG_VOLUME))
          .isEqualTo(known("/volume2"));
    }
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

  @ParameterizedTest
  @ValueSource(ints = {100, 101, 102, 103, 104, 114, 117, 120, 150, 160, 401, 999})
  void what_the_nas_refuses_of_one_connection_is_unreadable_and_the_rest_is_read(int code) {
    for (boolean compounds : new boolean[] {true, false}) {
      try (SimulatedNas nas =
              SimulatedNas.start(
                  SimulatedState.document(),
                  SimulatorOptions.builder().compoundSupported(compounds).build());
          DsmSession session = impatient(nas)) {
        nas.injectFaults(refusing("connection_id", 3, code, "get_connection_setting", "list_sess"));

        LiveState live = LiveStateReader.read(ReadGateway.over(session)).live();

        LiveConnection refused = live.connections().getFirst();
        assertThat(refused.settings().get(ConnectionSettings.PART_SIZE))
            .isInstanceOfSatisfying(
                Value.Unreadable.class,
                value ->
                    assertThat(value.why())
                        .startsWith(
                            "the NAS refused get_connection_setting with code " + code + ": "));
        assertThat(refused.tasksUnreadable())
            .startsWith("the NAS refused list_sess with code " + code + ": ");
        assertThat(live.connections().get(1).tasksUnreadable()).isNull();
        assertThat(live.packageSettings().get(PackageSettings.WORKERS).known()).isPresent();
      }
    }
  }

  @Test
  void what_the_nas_refuses_of_a_task_or_the_package_is_unreadable_alone() {
    LiveState live =
        read(
                SimulatedState.document(),
                nas ->
                    nas.injectFaults(
                        refusing("", 0, 100, "get_config", "get_selective_sync_config")))
            .live();

    assertThat(live.packageSettings().get(PackageSettings.WORKERS))
        .isEqualTo(
            new Value.Unreadable<>("the NAS refused get_config with code 100: unknown error"));
    LiveTask task = live.connections().getFirst().tasks().getFirst();
    assertThat(task.settings().get(TaskSettings.FILTERED_PATHS))
        .isEqualTo(
            new Value.Unreadable<>(
                "the NAS refused get_selective_sync_config with code 100: unknown error"));
    assertThat(task.settings().get(TaskSettings.SYNC_DIRECTION).known()).isPresent();
  }

  @Test
  void without_the_list_of_connections_nothing_is_read() {
    assertThatExceptionOfType(ApiRefusedException.class)
        .isThrownBy(() ->
            read(
                SimulatedState.document(),
                nas -> nas.injectFaults(refusing("", 0, 100, "list_conn"))))
        .withMessageContaining("list_conn: error[api-refused]: the NAS refused with code 100");
  }

  static Stream<Arguments> listsOfTasks() {
    return Stream.of(
        Arguments.of("/total", "4", "list_sess says 4 tasks but lists 1"),
        Arguments.of("/total", "0", "list_sess says 0 tasks but lists 1"),
        Arguments.of("/sess/0/conn_id", "2", "list_sess lists task 4 of connection 2"),
        Arguments.of(
            "/sess/0/conn_id",
            "\"3\"",
            "list_sess: field sess[0].conn_id: expected a whole number but the NAS answered text"),
        Arguments.of(
            "/sess/0/remote_sync_path",
            "null",
            "list_sess: field sess[0].remote_sync_path: expected text but the NAS answered nothing"));
  }

  @ParameterizedTest
  @MethodSource("listsOfTasks")
  void a_list_that_is_not_all_tasks_of_its_connection_says_nothing(
      String at, String value, String why) {
    SimulatedState state = SimulatedState.document();
    state.edit(root -> {
      JsonPointer pointer = JsonPointer.compile("/connections/3/list_sess" + at);
      ((ObjectNode) root.at(pointer.head()))
          .set(pointer.last().getMatchingProperty(), JSON.readTree(value));
    });

    Snapshot snapshot = read(state, nas -> {});

    LiveConnection dropbox = snapshot.live().connections().getFirst();
    assertThat(dropbox.tasks()).isEmpty();
    assertThat(dropbox.tasksUnreadable()).isEqualTo(why);
    assertThat(dropbox.settings().get(ConnectionSettings.NAME).known()).isPresent();
    assertThat(snapshot.live().connections().get(1).tasksUnreadable()).isNull();
  }

  @Test
  void a_task_that_two_connections_list_is_of_neither() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      scripted(nas, "");
      nas.answer("list_sess", data("{\"sess\":[" + TASK + "]}"));

      LiveState live = LiveStateReader.read(ReadGateway.over(session)).live();

      assertThat(live.connections())
          .hasSize(2)
          .allSatisfy(connection ->
              assertThat(connection.tasksUnreadable())
                  .isEqualTo("list_sess lists task 4 for the connections 1 and 2"));
    }
  }

  @Test
  void a_list_that_names_a_task_twice_says_nothing() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      scripted(nas, "");
      nas.answer(
          "list_sess",
          data("{\"sess\":[" + TASK + "," + TASK + "],\"total\":2}"),
          data("{\"sess\":[],\"total\":0}"));

      assertThat(LiveStateReader.read(ReadGateway.over(session)).live().connections())
          .extracting(LiveConnection::tasksUnreadable)
          .containsExactlyInAnyOrder("list_sess lists task 4 twice", null);
    }
  }

  @Test
  void an_answer_that_is_no_json_is_one_that_cannot_be_used() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      scripted(nas, "");
      nas.answer("list_sess", "{\"success\":true,\"data\":{\"sess\":[oops");

      assertThat(LiveStateReader.read(ReadGateway.over(session)).live().connections())
          .hasSize(2)
          .allSatisfy(connection ->
              assertThat(connection.tasksUnreadable())
                  .startsWith("list_sess: the NAS answered what is no JSON"));
    }
  }

  @Test
  void a_connection_that_is_missing_from_the_list_may_be_there() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      scripted(nas, ",\"total\":3,\"is_admin_mode\":true");
      nas.answer("list_sess", data("{\"sess\":[]}"));

      LiveState live = LiveStateReader.read(ReadGateway.over(session)).live();

      assertThat(live.incomplete()).isEqualTo("list_conn says 3 connections but lists 2");
      assertThat(live.seesAll()).isFalse();
      assertThatExceptionOfType(BadAnswerException.class)
          .isThrownBy(() -> new CloudSyncReader(ReadGateway.over(session)).connections())
          .withMessageContaining("list_conn says 3 connections but lists 2");
    }
  }

  @Test
  void a_login_that_sees_only_its_own_may_be_told_of_more() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      scripted(nas, ",\"total\":3,\"is_admin_mode\":false");
      nas.answer("list_sess", data("{\"sess\":[]}"));

      assertThat(LiveStateReader.read(ReadGateway.over(session)).live().incomplete()).isNull();
    }
  }

  @Test
  void what_was_refused_is_captured_and_refused_by_the_simulated_nas() {
    Snapshot first =
        read(
            SimulatedState.document(),
            nas ->
                nas.injectFaults(
                    refusing(
                        "",
                        0,
                        120,
                        "get_config",
                        "get_property",
                        "list_sess",
                        "get_selective_sync_config")));

    JsonNode file = JSON.readTree(WireJson.print(first.raw().stateFile()));
    Snapshot second = read(SimulatedState.load(file), nas -> {});

    assertThat(file.at("/refused/get_config").intValue()).isEqualTo(120);
    assertThat(file.at("/refused/connections/3/list_sess").intValue()).isEqualTo(120);
    assertThat(second.live()).isEqualTo(first.live());
    assertThat(second.raw()).isEqualTo(first.raw());
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

  private static final String TASK =
      "{\"sess_id\":4,\"local_sync_path\":\"/a/b\",\"remote_sync_path\":\"/c\"}";

  /** Two connections, of which each answers the same. */
  private static void scripted(ScriptedNas nas, String more) {
    nas.answer("get_config", data("{}"));
    nas.answer(
        "list_conn",
        data(
            "{\"conn\":[{\"id\":1,\"task_name\":\"a\",\"type\":\"db\",\"status\":\"uptodate\"},"
                + "{\"id\":2,\"task_name\":\"b\",\"type\":\"db\",\"status\":\"uptodate\"}]"
                + more
                + "}"));
    nas.answer("get_connection_setting", data("{}"));
    nas.answer("get_property", data("{}"));
    nas.answer("get_selective_sync_config", data("{}"));
    nas.answer("get_session_setting", data("{}"));
  }

  private static String data(String data) {
    return "{\"success\":true,\"data\":" + data + "}";
  }

  private static FaultInjector refusing(String idName, long id, String... methods) {
    return refusing(idName, id, 105, methods);
  }

  /**
   * Refuses methods.
   *
   * @param idName the parameter that says of what; empty for of everything
   */
  private static FaultInjector refusing(String idName, long id, int code, String... methods) {
    return new FaultInjector() {
      @Override
      public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
        return List.of(methods).contains(call.method())
                && (idName.isEmpty() || call.parameters().path(idName).asLong() == id)
            ? new FaultSpec.ApiError(code)
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
        new Credentials(user, new Secret("simulated"), "FileStation"),
        SessionOptions.standard());
  }

  private static DsmSession impatient(SimulatedNas nas) {
    return CloudSyncApi.open(
        new DsmEndpoint("office", nas.url(), new NasTarget.Tls.SystemTrust()),
        new Credentials("admin", new Secret("simulated"), "FileStation"),
        SessionOptions.standard().withRetries(ScriptedNas.impatient()));
  }

  private static <T> Value<T> known(T value) {
    return new Value.Known<>(value);
  }
}
