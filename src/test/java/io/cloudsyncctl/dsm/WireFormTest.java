package io.cloudsyncctl.dsm;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.setting.WireValue;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What stands in a request, byte for byte (protocol note §1). */
class WireFormTest {
  private static final String OK = "{\"success\":true}";

  @Test
  void discovery_asks_for_just_the_names_needed() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      assertThat(session.nas()).isEqualTo("office");
      assertThat(nas.requests().getFirst())
          .isEqualTo(
              new ScriptedNas.Request(
                  "/webapi/query.cgi",
                  null,
                  "api=SYNO.API.Info&method=query&version=1"
                      + "&query=SYNO.API.Auth%2CSYNO.Entry.Request%2CSYNO.CloudSync"));
    }
  }

  @Test
  void the_login_is_a_post_with_bare_values_and_the_newest_version_that_the_nas_has() {
    try (ScriptedNas nas = ScriptedNas.start()) {
      nas.answer("query", ScriptedNas.DISCOVERY.replace("\"maxVersion\":7", "\"maxVersion\":6"));
      nas.open().close();

      assertThat(nas.requests("login"))
          .containsExactly(
              new ScriptedNas.Request(
                  "/webapi/entry.cgi",
                  null,
                  "api=SYNO.API.Auth&method=login&version=6&account=admin"
                      + "&passwd=correct+horse+%26+battery&session=FileStation&format=sid"
                      + "&enable_syno_token=yes"));
    }
  }

  @Test
  void the_login_goes_where_discovery_says() {
    try (ScriptedNas nas = ScriptedNas.start()) {
      nas.answer(
          "query",
          "{\"success\":true,\"data\":{\"SYNO.API.Auth\":{\"path\":\"auth.cgi\",\"minVersion\":1,"
              + "\"maxVersion\":6}}}");
      nas.open().close();

      assertThat(nas.requests("login").getFirst().path()).isEqualTo("/webapi/auth.cgi");
      assertThat(nas.requests("logout").getFirst())
          .isEqualTo(
              new ScriptedNas.Request(
                  "/webapi/auth.cgi",
                  ScriptedNas.TOKEN,
                  "api=SYNO.API.Auth&method=logout&version=6&session=FileStation&_sid="
                      + ScriptedNas.SID));
    }
  }

  @Test
  void every_parameter_of_a_call_is_json_so_that_a_name_of_digits_stays_a_name() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("do_it", OK);
      session.call(
          call(
              "do_it",
              ImmutableMap.<String, WireValue>builder()
                  .put("name", WireValue.of("123"))
                  .put("truth", WireValue.of("true"))
                  .put("empty", WireValue.of(""))
                  .put("quote", WireValue.of("a\"b\\c\nü€😀"))
                  .put("number", WireValue.of(-5))
                  .put("flag", WireValue.of(true))
                  .put("nothing", new WireValue.Null())
                  .put("list", WireValue.Items.ofTexts(ImmutableList.of("/a", "b c")))
                  .buildOrThrow()));

      ScriptedNas.Request request = nas.requests("do_it").getFirst();
      assertThat(request.path()).isEqualTo("/webapi/entry.cgi");
      assertThat(request.token()).isEqualTo(ScriptedNas.TOKEN);
      assertThat(request.body())
          .isEqualTo(
              "api=SYNO.CloudSync&method=do_it&version=1"
                  + "&name=%22123%22&truth=%22true%22&empty=%22%22"
                  + "&quote=%22a%5C%22b%5C%5Cc%5Cn%C3%BC%E2%82%AC%F0%9F%98%80%22"
                  + "&number=-5&flag=true&nothing=null"
                  + "&list=%5B%22%2Fa%22%2C%22b+c%22%5D&_sid="
                  + ScriptedNas.SID);
    }
  }

  @Test
  void a_compound_holds_native_json_and_the_clamped_versions() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer(
          "request",
          "{\"success\":true,\"data\":{\"has_fail\":false,\"result\":["
              + "{\"success\":true,\"data\":{\"a\":1}},{\"success\":true}]}}");
      ImmutableList<ApiResult> results =
          session.readAll(
              ImmutableList.of(
                  new ApiCall("SYNO.CloudSync", 9, "one", ImmutableMap.of()),
                  call("two", ImmutableMap.of("id", WireValue.of(7)))));

      assertThat(results)
          .containsExactly(
              new ApiResult.Success(new WireValue.Members(ImmutableMap.of("a", WireValue.of(1)))),
              new ApiResult.Success(WireValue.Members.EMPTY));
      ScriptedNas.Request request = nas.requests("request").getFirst();
      assertThat(request.parameter("api")).isEqualTo("SYNO.Entry.Request");
      assertThat(request.parameter("mode")).isEqualTo("\"sequential\"");
      assertThat(request.parameter("stop_when_error")).isEqualTo("false");
      assertThat(request.parameter("compound"))
          .isEqualTo(
              "[{\"api\":\"SYNO.CloudSync\",\"method\":\"one\",\"version\":1},"
                  + "{\"api\":\"SYNO.CloudSync\",\"method\":\"two\",\"version\":1,\"id\":7}]");
    }
  }

  @Test
  void a_session_without_a_token_sends_none() {
    try (ScriptedNas nas = ScriptedNas.start()) {
      nas.answer("login", "{\"success\":true,\"data\":{\"sid\":\"only-a-sid\"}}");
      nas.answer("do_it", OK);
      try (DsmSession session = nas.open()) {
        session.call(call("do_it", ImmutableMap.of()));
      }

      assertThat(nas.requests("do_it").getFirst().token()).isNull();
      assertThat(nas.requests("do_it").getFirst().parameter("_sid")).isEqualTo("only-a-sid");
    }
  }

  @Test
  void no_url_ever_holds_a_parameter() {
    try (ScriptedNas nas = ScriptedNas.start()) {
      nas.answer("do_it", OK);
      try (DsmSession session = nas.open()) {
        session.call(call("do_it", ImmutableMap.of("a", WireValue.of("b"))));
      }

      assertThat(nas.requests()).hasSize(4).noneMatch(request -> request.path().contains("?"));
    }
  }

  @Test
  void an_endpoint_below_a_path_keeps_it() {
    try (ScriptedNas nas = ScriptedNas.start()) {
      DsmEndpoint below =
          new DsmEndpoint("office", URI.create(nas.url() + "/dsm/"), nas.endpoint().tls());
      DsmSession.open(below, ScriptedNas.credentials(), SessionOptions.standard()).close();

      assertThat(nas.requests())
          .extracting(ScriptedNas.Request::path)
          .containsExactly(
              "/dsm/webapi/query.cgi", "/dsm/webapi/entry.cgi", "/dsm/webapi/entry.cgi");
    }
  }

  private static ApiCall call(String method, ImmutableMap<String, WireValue> parameters) {
    return new ApiCall("SYNO.CloudSync", 1, method, parameters);
  }
}
