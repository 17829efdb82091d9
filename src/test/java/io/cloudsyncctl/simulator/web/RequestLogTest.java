package io.cloudsyncctl.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.SimulatorTestCase;
import io.cloudsyncctl.simulator.Wire;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a test can ask about the requests that arrived. */
class RequestLogTest extends SimulatorTestCase {

  @Test
  void requestsStandInOrderWithTheirDecodedParameters() {
    SimulatedNas nas = startDemo();
    Wire wire = wire(nas).login();

    wire.call("list_conn", "is_tray=false", "group_by=group_by_user");
    wire.call("set_selective_sync_config", "session_id=1", "filtered_names=[\"a b\"]");

    List<RecordedRequest> requests = nas.requests();
    assertThat(requests).extracting(RecordedRequest::number).containsExactly(1, 2, 3);
    assertThat(requests)
        .extracting(request -> request.calls().getFirst().name())
        .containsExactly(
            "SYNO.API.Auth.login",
            "SYNO.CloudSync.list_conn",
            "SYNO.CloudSync.set_selective_sync_config");
    assertThat(requests.get(1).path()).isEqualTo("/webapi/entry.cgi");
    assertThat(requests.get(1).httpMethod()).isEqualTo("POST");
    assertThat(requests.get(1).queryNames()).isEmpty();
    assertThat(requests.get(1).calls().getFirst().parameters())
        .hasToString("{\"is_tray\":false,\"group_by\":\"group_by_user\",\"_sid\":\"[redacted]\"}");
    assertThat(requests.get(2).calls().getFirst().parameters().path("filtered_names"))
        .hasToString("[\"a b\"]");
  }

  @Test
  void parametersInTheUrlAreToldFromThoseInTheBody() {
    SimulatedNas nas = startDemo();

    wire(nas).login();

    RecordedRequest login = nas.requests().getFirst();
    assertThat(login.httpMethod()).isEqualTo("GET");
    assertThat(login.queryNames()).contains("account", "passwd");
  }

  @Test
  void passwordsCodesAndCloudCredentialsAreRedacted() {
    SimulatedNas nas = startDemo();
    Wire wire = wire(nas).login();
    wire.post(
        "entry.cgi",
        Wire.form(
            "api=SYNO.API.Auth",
            "version=6",
            "method=login",
            "account=admin",
            "passwd=hunter2",
            "otp_code=778899",
            "device_id=dev-1"));
    wire.compound(
        """
        [{"api":"SYNO.CloudSync","method":"test_task_setting","version":1,
          "conn_info":{"conn_id":5,"access_key":"AKIA","secret_key":"s3cret","access_token":"tok",
            "refresh_token":"","path":"/archive/2024"}}]
        """);

    String everything = nas.requests().toString();

    assertThat(everything)
        .doesNotContain("hunter2", "778899", "dev-1", "AKIA", "s3cret", "tok\"", wire.sid());
    assertThat(nas.requests().getLast().calls().getFirst().parameters().path("conn_info"))
        .hasToString(
            "{\"conn_id\":5,\"access_key\":\"[redacted]\",\"secret_key\":\"[redacted]\","
                + "\"access_token\":\"[redacted]\",\"refresh_token\":\"\",\"path\":\"/archive/2024\"}");
  }

  @Test
  void theCallsOfACompoundAreTheRequestsCalls() {
    SimulatedNas nas = startDemo();
    Wire wire = wire(nas).login();

    wire.compound(
        """
        [{"api":"SYNO.CloudSync","method":"get_config","version":1},
         {"api":"SYNO.CloudSync","method":"list_sess","version":1,"connection_id":5}]
        """);

    RecordedRequest request = nas.requests().getLast();
    assertThat(request.compound()).isTrue();
    assertThat(request.calls())
        .extracting(RecordedCall::name)
        .containsExactly("SYNO.CloudSync.get_config", "SYNO.CloudSync.list_sess");
    assertThat(request.calls().getLast().parameters()).hasToString("{\"connection_id\":5}");
  }

  @Test
  void clearingForgetsTheRequestsButGoesOnCounting() {
    SimulatedNas nas = startDemo();
    Wire wire = wire(nas).login();

    nas.clearRequests();
    wire.call("get_config");

    assertThat(nas.requests()).singleElement().extracting(RecordedRequest::number).isEqualTo(2);
  }
}
