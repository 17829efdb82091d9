package io.cloudsyncctl.apply.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cloudsync.answer.LogEntry;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.read.CloudSyncReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class LogFollowerTest {
  private static final long BEGAN = 1_772_366_400;
  private static final int SEEDS = 40;

  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());
  private final DsmSession session =
      CloudSyncApi.open(
          new DsmEndpoint("office", nas.url(), new NasTarget.Tls.SystemTrust()),
          new Credentials("admin", new Secret("simulated"), NasTarget.DEFAULT_SESSION),
          SessionOptions.standard());
  private final CloudSyncReader reader = new CloudSyncReader(ReadGateway.over(session));

  /** The log of the NAS, newest first. */
  private final List<LogEntry> log = new ArrayList<>();

  @AfterEach
  void close() {
    session.close();
    nas.close();
  }

  @Test
  void whatWasThereBeforeIsNoNews() {
    add("before", 300, BEGAN + 1);
    LogFollower follower = follow();
    assertThat(follower.added()).isEmpty();
    assertThat(follower.added()).isEmpty();
  }

  @Test
  void whatComesIsToldOnceNewestFirst() {
    LogFollower follower = follow();
    add("a", 1, BEGAN);
    add("b", 1, BEGAN + 1);
    assertThat(follower.added()).extracting(LogEntry::path).containsExactly("/b 0", "/a 0");
    add("c", 1, BEGAN + 1);
    assertThat(follower.added()).extracting(LogEntry::path).containsExactly("/c 0");
    assertThat(follower.added()).isEmpty();
  }

  @Test
  void entriesOfOneSecondAreToldApartHoweverManyThereAre() {
    add("before", 450, BEGAN);
    LogFollower follower = follow();
    add("after", 3, BEGAN);
    assertThat(follower.added()).hasSize(3);
    add("after", 250, BEGAN);
    assertThat(follower.added()).hasSize(250);
    assertThat(follower.added()).isEmpty();
  }

  @Test
  void theSameAgainIsNews() {
    add("a", 1, BEGAN);
    LogFollower follower = follow();
    add("a", 1, BEGAN);
    assertThat(follower.added()).hasSize(1);
  }

  @Test
  void moreThanAPageIsReadToItsEnd() {
    add("before", 5, BEGAN);
    LogFollower follower = follow();
    add("after", 450, BEGAN + 2);
    assertThat(follower.added()).hasSize(450);
  }

  @Test
  void aLogThatForgetsItsOldestEntriesShowsTheNewOnesAllTheSame() {
    add("before", 300, BEGAN);
    LogFollower follower = follow();
    add("after", 250, BEGAN + 5);
    keep(300);
    assertThat(follower.added()).hasSize(250);
    add("more", 40, BEGAN + 6);
    keep(30);
    assertThat(follower.added()).hasSize(30);
    keep(0);
    assertThat(follower.added()).isEmpty();
  }

  @Test
  void aClockThatIsPutBackMeanwhileHidesNothing() {
    add("before", 300, BEGAN);
    LogFollower follower = follow();
    add("after", 2, BEGAN - 3600);
    assertThat(follower.added()).hasSize(2);
    add("later", 2, BEGAN - 3500);
    assertThat(follower.added()).hasSize(2);
  }

  @Test
  void aClockThatIsPutBackALittleHidesNothingWhereALogIsSortedByTime() {
    IntStream.range(0, 250).forEach(i -> add("before " + i, 1, BEGAN + i));
    LogFollower follower = follow();
    add("after", 2, BEGAN + 200);
    sortByTime();
    assertThat(follower.added()).hasSize(2);
  }

  @Test
  void whatComesWhileALogIsReadIsToldOnce() {
    IntStream.range(0, 300).forEach(i -> add("before " + i, 1, BEGAN + i));
    LogFollower follower = follow();
    add("after", 250, BEGAN + 400);
    AtomicInteger pages = new AtomicInteger();
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
            boolean second =
                request.calls().getFirst().method().equals("get_log")
                    && pages.incrementAndGet() == 2;
            return second
                ? new FaultSpec.Held(() -> add("meanwhile", 7, BEGAN + 500), () -> {})
                : null;
          }
        });
    assertThat(follower.added()).hasSize(250);
    assertThat(follower.added()).extracting(LogEntry::path).hasSize(7).contains("/meanwhile 6");
  }

  @Test
  void aQuietLogIsReadInOnePage() {
    add("before", 1, BEGAN - 1);
    add("before", 150, BEGAN);
    add("before", 150, BEGAN + 1);
    LogFollower follower = follow();
    nas.clearRequests();
    assertThat(follower.added()).isEmpty();
    assertThat(nas.requests()).hasSize(1);
  }

  @Test
  void aLogThatShowsWhatCameIsInNoDoubt() {
    add("before", 300, BEGAN);
    LogFollower follower = follow();
    add("after", 250, BEGAN + 5);
    keep(300);
    follower.added();
    add("by another worker", 1, BEGAN + 4);
    follower.added();
    assertThat(follower.doubt()).isEmpty();
  }

  @Test
  void aLogThatLostTheNewestEntryOfTheLookBeforeIsALowerBound() {
    add("before", 5, BEGAN);
    LogFollower follower = follow();
    add("after", 40, BEGAN + 6);
    keep(30);
    assertThat(follower.added()).hasSize(30);
    assertThat(follower.doubt()).contains("the newest entry of the look before is no longer in it");
    add("later", 1, BEGAN + 7);
    follower.added();
    assertThat(follower.doubt()).as("once lost, for good").isPresent();
  }

  @Test
  void aLogThatComesOldestFirstIsALowerBound() {
    IntStream.range(0, 300).forEach(i -> log.addLast(entry("/before " + i, BEGAN + i)));
    LogFollower follower = follow();
    log.addLast(entry("/after", BEGAN + 400));
    show();
    follower.added();
    assertThat(follower.doubt()).contains("it does not come newest first");
  }

  @Test
  void aClockThatIsSetBackMakesALowerBound() {
    add("before", 3, BEGAN);
    LogFollower follower = follow();
    add("after", 2, BEGAN - 3600);
    assertThat(follower.added()).hasSize(2);
    assertThat(follower.doubt()).contains("its times go back: the clock of the NAS was set");
  }

  @Test
  void aClockThatWasSetLongAgoIsNoDoubt() {
    add("before", 3, BEGAN);
    add("since", 3, BEGAN - 3600);
    LogFollower follower = follow();
    add("after", 2, BEGAN - 3500);
    assertThat(follower.added()).hasSize(2);
    assertThat(follower.doubt()).isEmpty();
  }

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  /** Whatever the pace, the ties, the size of the log, and the order within a second. */
  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsMissedAndNothingIsToldTwice(long seed) {
    Random random = new Random(seed);
    long limit = random.nextBoolean() ? Long.MAX_VALUE : 250 + random.nextInt(400);
    boolean shuffled = random.nextBoolean();
    long second = BEGAN;
    int number = 0;
    for (int i = random.nextInt(600); i > 0; i--) {
      second += random.nextInt(3) == 0 ? 1 : 0;
      log.addFirst(entry("/before " + number++, second));
    }
    keep(limit);
    LogFollower follower = follow();
    for (int look = 0; look < 6; look++) {
      List<LogEntry> came = new ArrayList<>();
      for (int i = random.nextInt(random.nextBoolean() ? 5 : 240); i > 0; i--) {
        second += random.nextInt(4) == 0 ? 1 : 0;
        LogEntry entry = entry("/after " + number++, second);
        came.add(entry);
        log.addFirst(entry);
      }
      if (shuffled) {
        Collections.shuffle(log, random);
        sortByTime();
      }
      keep(limit);
      assertThat(follower.added()).as("look " + look).containsExactlyInAnyOrderElementsOf(came);
    }
  }

  private LogFollower follow() {
    show();
    return LogFollower.from(reader, 1);
  }

  private void add(String name, int count, long time) {
    for (int i = 0; i < count; i++) {
      log.addFirst(entry("/" + name + " " + i, time));
    }
    show();
  }

  private static LogEntry entry(String path, long time) {
    return new LogEntry(0, 0, 0, path, 1, time);
  }

  private void keep(long newest) {
    while (log.size() > newest) {
      log.removeLast();
    }
    show();
  }

  private void sortByTime() {
    log.sort(Comparator.comparingLong(LogEntry::time).reversed());
    show();
  }

  private void show() {
    ImmutableList<LogEntry> entries = ImmutableList.copyOf(log);
    nas.state()
        .edit(state -> {
          ObjectNode node = ((ObjectNode) state.at("/connections/1")).putObject("get_log");
          ArrayNode items = node.putArray("items");
          for (LogEntry entry : entries) {
            items
                .addObject()
                .put("action", entry.action())
                .put("error_code", entry.errorCode())
                .put("file_name", "x")
                .put("file_type", "file")
                .put("log_level", entry.logLevel())
                .put("path", entry.path())
                .put("session_id", entry.sessionId())
                .put("time", entry.time());
          }
          node.put("total", items.size());
        });
  }
}
