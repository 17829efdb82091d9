package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a login sees that is no administrator's, or while admin_mode is off. */
class LimitedLoginTest extends SimulatorTestCase {

  private SimulatedNas startShared() {
    SimulatedState state = SimulatedState.demo();
    state.edit(root -> ((ObjectNode) root.path("connections").path("4")).put("owner", "miriam"));
    return start(
        state, SimulatorOptions.builder().nonAdministrators(Map.of("miriam", "secret", "jo", "x")));
  }

  private static String ids(JsonNode list) {
    return String.join(
        ",", list.path("conn").valueStream().map(entry -> entry.path("id").toString()).toList());
  }

  @Test
  void aNonAdministratorSeesOnlyTheirOwnConnections() {
    SimulatedNas nas = startShared();
    JsonNode miriam = wire(nas).login("miriam", "secret").data("list_conn");
    JsonNode jo = wire(nas).login("jo", "x").data("list_conn");

    assertThat(ids(miriam)).isEqualTo("4");
    assertThat(miriam.path("total").intValue()).isEqualTo(1);
    assertThat(miriam.path("is_admin_mode").booleanValue()).isFalse();
    assertThat(ids(jo)).isEmpty();
    assertThat(ids(wire(nas).login().data("list_conn"))).isEqualTo("1,2,4,5");
  }

  @Test
  void whatIsHiddenAnswers105() {
    Wire miriam = wire(startShared()).login("miriam", "secret");

    assertThat(miriam.code("get_connection_setting", "connection_id=1")).isEqualTo(105);
    assertThat(miriam.code("get_conn_auth_info", "connection_id=1")).isEqualTo(105);
    assertThat(miriam.code("get_selective_sync_config", "session_id=1")).isEqualTo(105);
    assertThat(miriam.code("unlink_connection", "connection_id=1")).isEqualTo(105);
    assertThat(miriam.data("list_sess", "connection_id=4").path("total").intValue()).isEqualTo(2);
  }

  @Test
  void thePackageIsForAdministrators() {
    Wire miriam = wire(startShared()).login("miriam", "secret");

    assertThat(
            miriam.code(
                "set_global_config",
                "repo_vol_path=\"/volume1\"",
                "log_count=1",
                "worker_count=1",
                "admin_mode=\"enable\""))
        .isEqualTo(105);
  }

  @Test
  void withoutAdministratorModeEvenTheAdministratorSeesTheirOwnOnly() {
    Wire admin = wire(startShared()).login();
    String[] rest = {"repo_vol_path=\"/volume1\"", "log_count=20000", "worker_count=3"};

    admin.data("set_global_config", rest[0], rest[1], rest[2], "admin_mode=\"disable\"");
    JsonNode off = admin.data("list_conn");
    admin.data("set_global_config", rest[0], rest[1], rest[2], "admin_mode=\"enable\"");
    JsonNode on = admin.data("list_conn");

    assertThat(ids(off)).isEqualTo("1,2,5");
    assertThat(off.path("is_admin_mode").booleanValue()).isFalse();
    assertThat(ids(on)).isEqualTo("1,2,4,5");
    assertThat(on.path("is_admin_mode").booleanValue()).isTrue();
  }

  @Test
  void pausingAllPausesWhatTheCallerSees() {
    SimulatedNas nas = startShared();
    Wire admin = wire(nas).login();
    admin.data("resume");

    wire(nas).login("miriam", "secret").data("pause");

    assertThat(listed(admin, 4).path("status").asString()).isEqualTo("pause");
    assertThat(listed(admin, 1).path("status").asString()).isEqualTo("uptodate");
  }

  @Test
  void theRelinkBehaviourIsEachUsersOwn() {
    SimulatedNas nas = startShared();
    Wire miriam = wire(nas).login("miriam", "secret");

    miriam.data("set_personal_config", "sync_mode=true");

    assertThat(miriam.data("get_config").path("sync_mode").booleanValue()).isTrue();
    assertThat(wire(nas).login().data("get_config").path("sync_mode").booleanValue()).isFalse();
  }
}
