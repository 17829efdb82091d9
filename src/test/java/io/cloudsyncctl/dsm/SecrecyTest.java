package io.cloudsyncctl.dsm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.dsm.transport.Wire;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.model.setting.WireValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Secrets stand in no text that anybody sees. */
class SecrecyTest {
  private static final String PASSWORD = "hunter2-hunter2";

  @Test
  void nothing_that_holds_a_secret_prints_it() {
    ApiCall call =
        new ApiCall("SYNO.CloudSync", 1, "m", ImmutableMap.of("key", WireValue.of(PASSWORD)), true);
    ApiError error =
        new ApiError(120, new WireValue.Members(ImmutableMap.of("reason", WireValue.of(PASSWORD))));
    List<Object> holders =
        List.of(
            new Credentials("admin", new Secret(PASSWORD), "FileStation"),
            call,
            error,
            new ApiResult.Refused(error),
            new ApiResult.Success(
                new WireValue.Members(ImmutableMap.of("key", WireValue.of(PASSWORD)))),
            new Wire.Session(new Secret(PASSWORD), new Secret(PASSWORD)),
            new ApiRefusedException("office", call, "connection 3", error));

    assertThat(holders).noneMatch(holder -> holder.toString().contains(PASSWORD));
  }

  @Test
  void a_refusal_of_a_confidential_call_names_the_parameter_but_no_value() {
    WireValue info =
        new WireValue.Members(
            ImmutableMap.of(
                "secret_key", WireValue.of(PASSWORD), "path", WireValue.of("/archive/x")));
    ApiCall call = new ApiCall("SYNO.CloudSync", 1, "m", ImmutableMap.of("conn_info", info), true);

    assertThat(message(call, "conn_info.path", "already used"))
        .isEqualTo("the NAS refused with code 120: a parameter is wrong (path: already used)");
    assertThat(message(call, "conn_info.path", PASSWORD))
        .isEqualTo("the NAS refused with code 120: a parameter is wrong (path)");
    assertThat(message(call, PASSWORD, "already used"))
        .isEqualTo("the NAS refused with code 120: a parameter is wrong");
    assertThat(message(call, PASSWORD + ".path", "type"))
        .isEqualTo("the NAS refused with code 120: a parameter is wrong (path: type)");
  }

  private static String message(ApiCall call, String name, String reason) {
    WireValue errors =
        new WireValue.Members(
            ImmutableMap.of("name", WireValue.of(name), "reason", WireValue.of(reason)));
    return new ApiRefusedException("office", call, null, new ApiError(120, errors))
        .diagnostic()
        .message();
  }

  @Test
  void even_with_every_log_turned_on_no_password_session_or_token_is_logged()
      throws IOException, InterruptedException {
    try (ScriptedNas nas = ScriptedNas.start()) {
      nas.answer("write", "{\"success\":true}");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace",
                  "-Dorg.slf4j.simpleLogger.log.org.apache.hc=trace",
                  "-Dorg.slf4j.simpleLogger.log.org.apache.hc.client5.http.wire=trace",
                  "-Dorg.slf4j.simpleLogger.log.org.apache.hc.client5.http.headers=trace",
                  "-Dorg.slf4j.simpleLogger.showShortLogName=false",
                  "-cp",
                  System.getProperty("java.class.path"),
                  LoggedSession.class.getName(),
                  nas.url().toString())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().write((PASSWORD + "\n").getBytes(UTF_8));
      process.getOutputStream().close();
      String log = new String(process.getInputStream().readAllBytes(), UTF_8);

      assertThat(process.waitFor()).as(log).isZero();
      assertThat(nas.requests("login").getFirst().parameter("passwd")).isEqualTo(PASSWORD);
      assertThat(nas.requests("write").getFirst().token()).isEqualTo(ScriptedNas.TOKEN);
      assertThat(log)
          .contains("org.apache.hc.client5")
          .doesNotContain(PASSWORD, ScriptedNas.SID, ScriptedNas.TOKEN, "passwd");
    }
  }

  /** A program of its own, so that its log can be turned on before it starts. */
  static final class LoggedSession {
    private LoggedSession() {}

    public static void main(String[] arguments) throws IOException {
      String password = new String(System.in.readAllBytes(), UTF_8).strip();
      DsmEndpoint endpoint =
          new DsmEndpoint("office", URI.create(arguments[0]), new NasTarget.Tls.SystemTrust());
      try (DsmSession session =
          DsmSession.open(
              endpoint,
              new Credentials("admin", new Secret(password), "webui"),
              SessionOptions.standard())) {
        session.call(
            new ApiCall(
                "SYNO.CloudSync", 1, "write", ImmutableMap.of("key", WireValue.of(password))));
      }
    }
  }
}
