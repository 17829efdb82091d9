package io.cloudsyncctl.dsm.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.base.Ticker;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiError;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import io.cloudsyncctl.dsm.ScriptedNas;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Deadlines run on a clock that only the pauses of these tests move. */
class DeadlinesTest {
  private static final String BUSY = "{\"success\":false,\"error\":{\"code\":117}}";
  private static final String OK = "{\"success\":true}";

  private final AtomicLong now = new AtomicLong();
  private final List<Duration> pauses = new ArrayList<>();
  private final Ticker ticker =
      new Ticker() {
        @Override
        public long read() {
          return now.get();
        }
      };

  private DsmSession open(ScriptedNas nas, Deadlines deadlines) {
    RetryPolicy retries =
        new RetryPolicy(
            100,
            Duration.ofSeconds(1),
            pause -> {
              pauses.add(pause);
              now.addAndGet(pause.toNanos());
            },
            new Random(7));
    return DsmSession.open(
        nas.endpoint(),
        ScriptedNas.credentials(),
        SessionOptions.standard().withRetries(retries).withDeadlines(deadlines));
  }

  @Test
  void a_call_with_its_repeats_ends_before_its_deadline() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = open(nas, new Deadlines(Duration.ofSeconds(20), null, ticker))) {
      nas.answer("read", BUSY);

      assertThat(session.readAll(ImmutableList.of(call("read"))))
          .containsExactly(new ApiResult.Refused(ApiError.of(117)));

      assertThat(now).hasValueLessThan(Duration.ofSeconds(20).toNanos());
      assertThat(pauses).hasSizeBetween(4, 5);
      assertThat(nas.requests("read")).hasSize(pauses.size() + 1);
    }
  }

  @Test
  void the_next_call_has_a_deadline_of_its_own() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = open(nas, new Deadlines(Duration.ofSeconds(20), null, ticker))) {
      nas.answer("read", BUSY);
      session.readAll(ImmutableList.of(call("read")));
      nas.answer("read", BUSY, OK);

      assertThat(session.readAll(ImmutableList.of(call("read"))))
          .allMatch(ApiResult.Success.class::isInstance);
    }
  }

  @Test
  void nothing_is_sent_after_the_deadline_of_the_session_but_the_logout() {
    try (ScriptedNas nas = ScriptedNas.start()) {
      Deadlines deadlines =
          new Deadlines(Duration.ofMinutes(2), null, ticker)
              .withSession(Duration.ofMinutes(10), Duration.ZERO);
      try (DsmSession session = open(nas, deadlines)) {
        nas.answer("write", OK);
        now.set(Duration.ofMinutes(10).minusSeconds(1).toNanos());
        assertThat(session.call(call("write"))).isInstanceOf(ApiResult.Success.class);
        now.set(Duration.ofMinutes(10).toNanos());

        DsmException failure =
            catchThrowableOfType(DsmException.class, () -> session.call(call("write")));

        assertThat(failure)
            .hasMessage(
                "office: write: error[nas-timeout]: the time for all work on this NAS, 10 min, is"
                    + " over\n  hint: the NAS may be busy or waking its disks: try again, or allow"
                    + " more time with --timeout");
        assertThat(failure.certainty()).isEqualTo(Certainty.DID_NOT_HAPPEN);
      }
      assertThat(nas.requests("write")).hasSize(1);
      assertThat(nas.requests("logout")).hasSize(1);
    }
  }

  @Test
  void a_compound_and_what_it_left_open_share_one_deadline() {
    try (ScriptedNas nas = ScriptedNas.start();
        DsmSession session = open(nas, new Deadlines(Duration.ofSeconds(20), null, ticker))) {
      nas.answer("request", "{\"success\":true,\"data\":{\"result\":[" + BUSY + "," + BUSY + "]}}");
      nas.answer("read", BUSY);

      DsmException failure =
          catchThrowableOfType(
              DsmException.class,
              () -> {
                List<ApiResult> results =
                    session.readAll(ImmutableList.of(call("read"), call("read")));
                assertThat(results).hasSize(2);
              });

      assertThat(failure).isNull();
      assertThat(now).hasValueLessThan(Duration.ofSeconds(20).toNanos());
    }
  }

  @Test
  void the_standard_is_two_minutes_for_a_call_and_no_limit_for_a_session() {
    Deadlines standard = Deadlines.standard();

    assertThat(standard.call()).isEqualTo(Duration.ofMinutes(2));
    assertThat(standard.session()).isNull();
  }

  private static ApiCall call(String method) {
    return new ApiCall("SYNO.CloudSync", 1, method, ImmutableMap.of());
  }
}
