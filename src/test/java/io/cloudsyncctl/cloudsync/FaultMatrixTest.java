package io.cloudsyncctl.cloudsync;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.dsm.Certainty;
import io.cloudsyncctl.dsm.DsmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method × every fault: how it ends, whether that is certain, that the state of the NAS has
 * changed once or not at all, and how often there was a login.
 */
@Tag("slow")
@Timeout(120)
class FaultMatrixTest {
  /** What each call gives where nothing goes wrong. */
  private static final Map<String, FaultRun> PLAIN = new ConcurrentHashMap<>();

  /** One cell of the matrix. */
  record Pair(FaultyCall call, WireFault fault) {
    boolean manyReads() {
      return call.compound() && call.kind() == FaultyCall.Kind.READ;
    }

    @Override
    public String toString() {
      return call + " × " + fault;
    }
  }

  /**
   * How it must end.
   *
   * @param code of the failure; null where it succeeds
   * @param certainty of the failure
   * @param changed whether the write took effect
   */
  record Ending(@Nullable DiagnosticCode code, @Nullable Certainty certainty, boolean changed) {
    static final Ending SUCCESS = new Ending(null, null, true);

    static Ending undone(DiagnosticCode code) {
      return new Ending(code, Certainty.DID_NOT_HAPPEN, false);
    }

    static Ending unknown(DiagnosticCode code) {
      return new Ending(code, Certainty.MAY_HAVE_HAPPENED, false);
    }
  }

  static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (FaultyCall call : FaultyCall.all()) {
      for (WireFault fault : WireFault.values()) {
        if (fault != WireFault.PARTLY_FAILED || call.compound()) {
          pairs.add(new Pair(call, fault));
        }
      }
    }
    return pairs;
  }

  static List<Pair> atOnce() {
    return pairs().stream().filter(pair -> !pair.fault().isLate()).toList();
  }

  private static Ending ending(Pair pair) {
    boolean repeatable = pair.call().kind() != FaultyCall.Kind.ONCE;
    return switch (pair.fault()) {
      case REFUSED, RESET_AFTER, LATE_AFTER, HTTP_502_AFTER, TRUNCATED -> Ending.SUCCESS;
      case CODE_106, CODE_107, CODE_119, PARTLY_FAILED -> Ending.SUCCESS;
      // What does not show may come to show: only what never reached the NAS certainly was not
      // done.
      case RESET_BEFORE ->
          repeatable ? Ending.SUCCESS : Ending.unknown(DiagnosticCode.NAS_CONNECTION_LOST);
      case HTTP_502, HTML ->
          repeatable ? Ending.SUCCESS : Ending.unknown(DiagnosticCode.BAD_ANSWER);
      case CODE_117 -> repeatable ? Ending.SUCCESS : Ending.unknown(DiagnosticCode.API_REFUSED);
      // What is refused of many reads together is read one by one.
      case CODE_105, CODE_120 ->
          pair.manyReads() ? Ending.SUCCESS : Ending.undone(DiagnosticCode.API_REFUSED);
      case LATE_BEFORE -> repeatable ? Ending.SUCCESS : Ending.unknown(DiagnosticCode.NAS_TIMEOUT);
    };
  }

  /** How often the request with the method goes out. */
  private static int requests(Pair pair) {
    boolean repeatable = pair.call().kind() != FaultyCall.Kind.ONCE;
    return switch (pair.fault()) {
      case REFUSED -> 1;
      case CODE_105, CODE_120 -> pair.manyReads() ? 2 : 1;
      case CODE_106, CODE_107, CODE_119 -> 2;
      case PARTLY_FAILED -> repeatable ? 2 : 1;
      case RESET_BEFORE,
          RESET_AFTER,
          LATE_BEFORE,
          LATE_AFTER,
          HTTP_502,
          HTTP_502_AFTER,
          HTML,
          TRUNCATED,
          CODE_117 ->
          repeatable ? 2 : 1;
    };
  }

  @ParameterizedTest
  @MethodSource("atOnce")
  void a_method_ends_as_it_must(Pair pair) {
    check(pair);
  }

  /** All at the same time, since each waits for a time-out. */
  @Test
  void a_method_whose_answer_comes_too_late_ends_as_it_must() throws Exception {
    List<Future<?>> checks = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Pair pair : pairs()) {
        if (pair.fault().isLate()) {
          checks.add(threads.submit(() -> check(pair)));
        }
      }
    }
    for (Future<?> one : checks) {
      one.get();
    }
    assertThat(checks).hasSize(2 * FaultyCall.all().size());
  }

  @AfterAll
  static void count() {
    ImmutableList<FaultyCall> calls = FaultyCall.all();
    System.out.println(
        "fault matrix of single methods: %d calls × %d faults, %d pairs; %d cannot occur: only a"
                .formatted(
                    calls.size(),
                    WireFault.values().length,
                    pairs().size(),
                    calls.size() * WireFault.values().length - pairs().size())
            + " compound can fail partly");
  }

  private static void check(Pair pair) {
    Ending expected = ending(pair);
    FaultRun plain = PLAIN.computeIfAbsent(pair.call().name(), _ -> FaultRun.of(pair.call(), null));
    FaultRun run = FaultRun.of(pair.call(), pair.fault());

    DsmException failure = run.failure();
    if (expected.code() == null) {
      assertThat(failure).as("%s", pair).isNull();
      assertThat(run.result()).as("%s", pair).isEqualTo(plain.result());
    } else {
      assertThat(failure).as("%s", pair).isNotNull();
      Objects.requireNonNull(failure);
      assertThat(failure.diagnostic().code()).as("%s", pair).isEqualTo(expected.code());
      if (pair.call().kind() != FaultyCall.Kind.READ) {
        assertThat(failure.certainty()).as("%s", pair).isEqualTo(expected.certainty());
      }
    }
    assertThat(run.state())
        .as("%s: what the NAS holds", pair)
        .isEqualTo(expected.changed() ? plain.state() : plain.stateBefore());
    assertThat(run.logins()).as("%s: logins", pair).isEqualTo(pair.fault().losesSession() ? 2 : 1);
    assertThat(run.requests()).as("%s: requests", pair).isEqualTo(requests(pair));
    assertThat(run.sessionsLeft()).as("%s: sessions left behind", pair).isZero();
  }
}
