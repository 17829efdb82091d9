package io.cloudsyncctl.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.api.SimulatorOptions;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** SYNO.API.Auth and the sessions it opens (protocol note §1 and §2). */
class LoginTest extends SimulatorTestCase {
  private static final String[] LOGIN = {
    "api=SYNO.API.Auth", "method=login", "account=admin", "passwd=simulated"
  };

  private static Map<String, String> login(String... more) {
    Map<String, String> form = Wire.form(LOGIN);
    form.putAll(Wire.form(more));
    return form;
  }

  @ParameterizedTest(name = "version {0} logs in")
  @ValueSource(strings = {"3", "4", "5", "6", "7"})
  void everyVersionLogsInAtEntryCgi(String version) {
    SimulatedNas nas = startDemo();
    Wire wire = wire(nas);

    JsonNode data = wire.post("entry.cgi", login("version=" + version)).path("data");

    assertThat(data.path("sid").stringValue()).isNotEmpty();
    assertThat(data.path("is_portal_port").booleanValue()).isFalse();
    assertThat(data.has("synotoken")).isFalse();
    assertThat(nas.activeSessions()).isEqualTo(1);
  }

  @ParameterizedTest(name = "version {0} does not exist")
  @ValueSource(strings = {"2", "8", "six"})
  void otherVersionsAnswer104(String version) {
    JsonNode answer = wire(startDemo()).post("entry.cgi", login("version=" + version));

    assertThat(Wire.code(answer)).isEqualTo(104);
  }

  @Test
  void dsm6LogsInAtAuthCgiAndKnowsNoVersion7() {
    Wire wire = wire(start(SimulatorOptions.builder().dsmVersion(6)));

    JsonNode info =
        wire.get(
            "query.cgi",
            Wire.form("api=SYNO.API.Info", "version=1", "method=query", "query=SYNO.API.Auth"));

    assertThat(info.path("data").toString())
        .isEqualTo("{\"SYNO.API.Auth\":{\"maxVersion\":6,\"minVersion\":3,\"path\":\"auth.cgi\"}}");
    assertThat(wire.post("auth.cgi", login("version=6")).path("success").booleanValue()).isTrue();
    assertThat(Wire.code(wire.post("auth.cgi", login("version=7")))).isEqualTo(104);
  }

  @Test
  void aWrongPasswordAndAWrongAccountAnswer400() {
    Wire wire = wire(startDemo());

    assertThat(Wire.code(wire.post("entry.cgi", login("version=6", "passwd=wrong"))))
        .isEqualTo(400);
    assertThat(Wire.code(wire.post("entry.cgi", login("version=6", "account=root"))))
        .isEqualTo(400);
  }

  @Test
  void aLoginWithoutAPasswordAnswers114() {
    Map<String, String> form = login("version=6");
    form.remove("passwd");

    JsonNode answer = wire(startDemo()).post("entry.cgi", form);

    assertThat(Wire.code(answer)).isEqualTo(114);
    assertThat(answer.path("error").path("errors").path("name").asString()).isEqualTo("passwd");
  }

  @ParameterizedTest(name = "login answers {0} where that is asked for")
  @ValueSource(ints = {401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 449})
  void otherFailuresCanBeConfigured(int code) {
    Wire wire = wire(start(SimulatorOptions.builder().loginError(code)));

    JsonNode answer = wire.post("entry.cgi", login("version=6"));

    assertThat(Wire.code(answer)).isEqualTo(code);
    assertThat(answer.path("error").path("errors").isObject()).isEqualTo(code == 403);
  }

  @Test
  void aSecondFactorIsAskedForByAnObjectOfErrors() {
    Wire wire = wire(start(SimulatorOptions.builder().otpCode("123456")));

    JsonNode needed = wire.post("entry.cgi", login("version=6", "otp_code="));
    JsonNode wrong = wire.post("entry.cgi", login("version=6", "otp_code=000000"));
    JsonNode right = wire.post("entry.cgi", login("version=6", "otp_code=123456"));

    assertThat(Wire.code(needed)).isEqualTo(403);
    assertThat(needed.path("error").path("errors").path("token").stringValue()).isNotEmpty();
    assertThat(needed.path("error").path("errors").path("types"))
        .hasToString("[{\"type\":\"otp\"}]");
    assertThat(Wire.code(wrong)).isEqualTo(404);
    assertThat(right.path("success").booleanValue()).isTrue();
  }

  @Test
  void aTrustedDeviceNeedsNoSecondFactorAnyMore() {
    Wire wire = wire(start(SimulatorOptions.builder().otpCode("123456")));
    String[] trust = {"otp_code=123456", "enable_device_token=yes", "device_name=ci"};
    Map<String, String> first = login("version=7");
    first.putAll(Wire.form(trust));
    Map<String, String> older = login("version=6");
    older.putAll(Wire.form(trust));

    String device = wire.post("entry.cgi", first).path("data").path("device_id").stringValue();
    String did = wire.post("entry.cgi", older).path("data").path("did").stringValue();

    assertThat(device).isNotEmpty().isNotEqualTo(did);
    assertThat(
            wire.post("entry.cgi", login("version=6", "device_id=" + did, "device_name=ci"))
                .path("success")
                .booleanValue())
        .isTrue();
    assertThat(
            Wire.code(
                wire.post("entry.cgi", login("version=6", "device_id=" + did, "device_name=x"))))
        .isEqualTo(403);
  }

  @Test
  void aRefusedSessionLabelAnswers402ToNonAdministratorsOnly() {
    Wire wire =
        wire(
            start(
                SimulatorOptions.builder()
                    .sessionLabels(Set.of("webui"))
                    .nonAdministrators(Map.of("miriam", "secret"))));
    String[] miriam = {"version=6", "account=miriam", "passwd=secret", "session=FileStation"};

    assertThat(Wire.code(wire.post("entry.cgi", login(miriam)))).isEqualTo(402);
    miriam[3] = "session=webui";
    assertThat(wire.post("entry.cgi", login(miriam)).path("success").booleanValue()).isTrue();
    assertThat(
            wire.post("entry.cgi", login("version=6", "session=FileStation"))
                .path("success")
                .booleanValue())
        .isTrue();
  }

  @Test
  void aSessionWithATokenAnswers119WithoutIt() {
    Wire wire = wire(startDemo());
    JsonNode data =
        wire.post("entry.cgi", login("version=6", "enable_syno_token=yes")).path("data");
    String sid = data.path("sid").stringValue();

    wire.use(sid, null);
    assertThat(wire.code("get_config")).isEqualTo(119);
    wire.use(sid, "something else");
    assertThat(wire.code("get_config")).isEqualTo(119);
    wire.use(sid, data.path("synotoken").stringValue());
    assertThat(wire.data("get_config").path("worker_count").intValue()).isEqualTo(3);
  }

  @Test
  void aSessionWithoutATokenNeedsNone() {
    Wire wire = wire(startDemo()).login();

    wire.use(wire.sid(), "not asked for");

    assertThat(wire.data("get_config").path("worker_count").intValue()).isEqualTo(3);
  }

  @Test
  void theSessionMayComeAsTheCookieThatTheLoginSet() {
    Wire wire = wire(startDemo());
    HttpResponse<String> login = wire.sendPost("entry.cgi", login("version=6", "format=cookie"));
    String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
    String sid = Wire.json(login).path("data").path("sid").stringValue();

    assertThat(cookie).startsWith("id=" + sid + ";");
    JsonNode answer =
        Wire.json(
            wire.send(
                wire.request("entry.cgi?api=SYNO.CloudSync&version=1&method=get_config")
                    .header("Cookie", "stay_login=1; id=" + sid)
                    .build()));
    assertThat(answer.path("success").booleanValue()).isTrue();
  }

  @Test
  void aLoginForASessionIdSetsNoCookie() {
    HttpResponse<String> login =
        wire(startDemo()).sendPost("entry.cgi", login("version=6", "format=sid"));

    assertThat(login.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void logoutEndsTheSession() {
    SimulatedNas nas = startDemo();
    Wire wire = wire(nas).login();

    JsonNode answer =
        wire.get("entry.cgi", Wire.form("api=SYNO.API.Auth", "version=6", "method=logout"));

    assertThat(answer).hasToString("{\"success\":true}");
    assertThat(nas.activeSessions()).isZero();
    assertThat(wire.code("get_config")).isEqualTo(119);
  }

  @Test
  void logoutWithoutASessionSucceeds() {
    SimulatedNas nas = startDemo();
    wire(nas).login();

    JsonNode answer =
        wire(nas).get("auth.cgi", Wire.form("api=SYNO.API.Auth", "version=6", "method=logout"));

    assertThat(answer).hasToString("{\"success\":true}");
    assertThat(nas.activeSessions()).isEqualTo(1);
  }

  @ParameterizedTest(name = "an ended session answers {0}")
  @ValueSource(ints = {106, 107, 119, 150})
  void sessionsCanBeEndedFromOutside(int code) {
    SimulatedNas nas = startDemo();
    Wire wire = wire(nas).login();

    nas.endSessions(code);

    assertThat(nas.activeSessions()).isZero();
    assertThat(wire.code("get_config")).isEqualTo(code);
    assertThat(wire.login().data("get_config").isObject()).isTrue();
  }

  @Test
  void aSessionTimesOutAfterItsNumberOfRequests() {
    Wire wire = wire(start(SimulatorOptions.builder().sessionRequestLimit(2))).login();

    wire.data("get_config");
    wire.data("get_config");

    assertThat(wire.code("get_config")).isEqualTo(106);
  }
}
