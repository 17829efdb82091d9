package io.cloudsyncctl.dsm.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiRefusedException;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.ScriptedNas;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many reads in one request, and what happens where that does not work (protocol note §5). */
class CompoundTest {
  private static final String RESULT = "{\"success\":true,\"data\":{\"a\":1}}";

  @ParameterizedTest
  @ValueSource(ints = {102, 103, 104, 112, 113})
  void where_compounds_do_not_work_calls_go_one_by_one_for_the_rest_of_the_session(int code) {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("request", "{\"success\":false,\"error\":{\"code\":" + code + "}}");
      nas.answer("read", RESULT);

      assertThat(session.readAll(reads(3))).hasSize(3).allMatch(CompoundTest::succeeded);
      assertThat(session.readAll(reads(2))).hasSize(2).allMatch(CompoundTest::succeeded);

      assertThat(nas.requests("request")).hasSize(1);
      assertThat(nas.requests("read"))
          .extracting(request -> request.parameter("id"))
          .containsExactlyInAnyOrder("0", "1", "2", "0", "1");
    }
  }

  @Test
  void a_result_that_is_missing_null_or_passing_is_read_by_itself() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer(
          "request",
          "{\"success\":true,\"data\":{\"has_fail\":true,\"result\":["
              + "{\"success\":false,\"error\":{\"code\":105}},"
              + "null,"
              + "{\"success\":false,\"error\":{\"code\":117}},"
              + "{\"success\":true,\"data\":null}]}}");
      nas.answer("read", RESULT);

      assertThat(session.readAll(reads(5)))
          .containsExactly(
              new ApiResult.Refused(ApiError.of(105)),
              success(),
              success(),
              new ApiResult.Success(WireValue.Members.EMPTY),
              success());
      assertThat(nas.requests("read"))
          .extracting(request -> request.parameter("id"))
          .containsExactly("1", "2", "4");
    }
  }

  @Test
  void a_result_that_cannot_be_used_is_read_by_itself_and_spoils_no_other() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer(
          "request",
          "{\"success\":true,\"data\":{\"result\":[{\"success\":true,\"data\":7},"
              + RESULT
              + ",[]]}}");
      nas.answer("read", "{\"success\":true,\"data\":\"\"}", RESULT);

      List<ApiResult> results = session.readAll(reads(3));

      assertThat(results.get(0))
          .isInstanceOfSatisfying(
              ApiResult.Unusable.class,
              unusable ->
                  assertThat(unusable.failure().diagnostic().message())
                      .isEqualTo("field data: expected an object but the NAS answered text"));
      assertThat(results.subList(1, 3)).containsExactly(success(), success());
      assertThat(nas.requests("read"))
          .extracting(request -> request.parameter("id"))
          .containsExactly("0", "2");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"success\":false,\"error\":{\"code\":100}}",
        "{\"success\":false,\"error\":{\"code\":105}}",
        "{\"success\":true,\"data\":{\"result\":7}}",
        "{\"success\":true,\"data\":{\"result\":[{\"success\":tr"
      })
  void where_a_compound_as_a_whole_tells_nothing_its_calls_go_one_by_one(String answer) {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("request", answer);
      nas.answer("read", "{\"success\":false,\"error\":{\"code\":120}}", RESULT);

      assertThat(session.readAll(reads(3)))
          .containsExactly(new ApiResult.Refused(ApiError.of(120)), success(), success());
      assertThat(nas.requests("read")).hasSize(3);
    }
  }

  @Test
  void a_nas_that_stays_busy_is_not_asked_for_each_call() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("request", "{\"success\":false,\"error\":{\"code\":117}}");

      assertThatExceptionOfType(ApiRefusedException.class)
          .isThrownBy(() -> session.readAll(reads(3)))
          .withMessageContaining("code 117");
      assertThat(nas.requests("read")).isEmpty();
    }
  }

  @Test
  void the_outer_success_hides_no_inner_failure() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer(
          "request",
          "{\"success\":true,\"data\":{\"has_fail\":false,\"result\":["
              + "{\"success\":false,\"error\":{\"code\":120}},"
              + RESULT
              + "]}}");

      assertThat(session.callInOrder(reads(2)))
          .containsExactly(new ApiResult.Refused(ApiError.of(120)), success());
    }
  }

  @Test
  void a_write_goes_by_itself_only_where_the_compound_certainly_did_nothing() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = nas.open()) {
      nas.answer("read", RESULT);
      nas.answer("request", "{\"success\":false,\"error\":{\"code\":112}}");
      assertThat(session.callInOrder(reads(2)))
          .containsExactly(new ApiResult.Refused(ApiError.of(112)));
      assertThat(nas.requests("read")).isEmpty();

      nas.answer("request", "{\"success\":false,\"error\":{\"code\":103}}");
      assertThat(session.callInOrder(reads(2))).containsExactly(success(), success());
      assertThat(nas.requests("read")).hasSize(2);
    }
  }

  @Test
  void a_nas_without_compounds_is_read_call_by_call() {
    SimulatorOptions options = SimulatorOptions.builder().compoundSupported(false).build();
    try (SimulatedNas nas = SimulatedNas.start(SimulatedState.large(1, 20), options);
        DsmSession session = open(nas)) {
      assertThat(session.readAll(filters(20))).hasSize(20).allMatch(CompoundTest::succeeded);

      assertThat(nas.requests()).noneMatch(RecordedRequest::compound);
    }
  }

  @Test
  void a_nas_with_a_limit_that_nobody_knows_is_read_all_the_same() {
    SimulatorOptions options = SimulatorOptions.builder().maxCompound(10).build();
    try (SimulatedNas nas = SimulatedNas.start(SimulatedState.large(1, 120), options);
        DsmSession session = open(nas)) {
      assertThat(session.readAll(filters(120))).hasSize(120).allMatch(CompoundTest::succeeded);
      assertThat(session.readAll(filters(120))).hasSize(120).allMatch(CompoundTest::succeeded);

      assertThat(nas.requests().stream().filter(RecordedRequest::compound).count())
          .isLessThanOrEqualTo(3);
    }
  }

  private static DsmSession open(SimulatedNas nas) {
    return DsmSession.open(
        new DsmEndpoint("office", nas.url(), new NasTarget.Tls.SystemTrust()),
        new Credentials("admin", new Secret("simulated"), "FileStation"),
        SessionOptions.standard(),
        "SYNO.CloudSync");
  }

  private static List<ApiCall> filters(int tasks) {
    return IntStream.rangeClosed(1, tasks)
        .mapToObj(id ->
            new ApiCall(
                "SYNO.CloudSync",
                1,
                "get_selective_sync_config",
                ImmutableMap.of("session_id", WireValue.of(id))))
        .toList();
  }

  private static List<ApiCall> reads(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            id -> new ApiCall("SYNO.CloudSync", 1, "read", ImmutableMap.of("id", WireValue.of(id))))
        .toList();
  }

  private static ApiResult success() {
    return new ApiResult.Success(new WireValue.Members(ImmutableMap.of("a", WireValue.of(1))));
  }

  private static boolean succeeded(ApiResult result) {
    return result instanceof ApiResult.Success;
  }
}
