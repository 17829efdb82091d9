package io.cloudsyncctl.cloudsync.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.cloudsync.method.Getters;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ScriptedNas;
import io.cloudsyncctl.dsm.session.DsmSession;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadGatewayTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "set_global_config",
        "set_personal_config",
        "set_connection_setting",
        "set_schedule_setting",
        "set_session_setting",
        "set_selective_sync_config",
        "pause",
        "resume",
        "unlink_connection",
        "unlink_session",
        "test_task_setting",
        "create_session",
        "anything_else"
      })
  void nothing_but_a_getter_passes_and_nothing_is_sent(String method) {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      ReadGateway gateway = ReadGateway.over(session);
      ApiCall write = new ApiCall("SYNO.CloudSync", 1, method, ImmutableMap.of());

      assertThatThrownBy(() -> gateway.readAll(ImmutableList.of(Getters.config(), write)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("SYNO.CloudSync " + method + " v1 is no getter");
      assertThat(nas.requests())
          .extracting(request -> request.parameter("method"))
          .containsExactly("query", "login");
    }
  }

  @Test
  void a_getter_s_name_in_another_api_does_not_pass() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      ReadGateway gateway = ReadGateway.over(session);
      List<ApiCall> calls =
          ImmutableList.of(new ApiCall("SYNO.Core.User", 1, "get_config", ImmutableMap.of()));

      assertThatThrownBy(() -> gateway.readAll(calls)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
