package io.cloudsyncctl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An apply that uses every kind of operation, in which one thing goes wrong, and then the same
 * apply again: whatever went wrong, wherever, the second one ends as if nothing had.
 */
@Tag("slow")
class FaultMatrixTest {
  /** Many, since an answer that never comes is waited for without work. */
  private static final int AT_ONCE = 24;

  private static final int REQUIRED = 400;

  @TempDir Path folder;

  /** What came of a pair. */
  private record Outcome(Pairs.Pair pair, int code, @Nullable Throwable failure) {}

  @Test
  void everyKindOfOperationIsUsed() throws IOException {
    assertThat(plain().calls().stream().flatMap(call -> call.methods().stream()).distinct())
        .containsAll(Scenario.WRITES);
  }

  @Test
  void whateverGoesWrongWhereverTheNextApplyEndsAsIfNothingHad() throws Exception {
    Trial.Plain plain = plain();
    Pairs pairs = new Pairs(plain.calls());
    List<Outcome> outcomes = run(plain, pairs.once());
    report("one fault in a whole apply of " + plain.calls().size() + " requests", outcomes, pairs);
    pairs
        .impossible()
        .forEach((why, count) -> System.out.println("  " + count + " cannot occur: " + why));
    assertAllHeld(outcomes);
    assertThat(outcomes).hasSizeGreaterThanOrEqualTo(REQUIRED);
  }

  @Test
  void whateverGoesWrongAndStaysSoTheNextApplyEndsAsIfNothingHad() throws Exception {
    Trial.Plain plain = plain();
    Pairs pairs = new Pairs(plain.calls());
    List<Outcome> outcomes = run(plain, pairs.fromThenOn());
    report("a fault that lasts until the apply has ended", outcomes, pairs);
    assertAllHeld(outcomes);
  }

  private Trial.Plain plain() throws IOException {
    try (Trial trial = new Trial(Files.createTempDirectory(folder, "plain"))) {
      return trial.plain();
    }
  }

  private List<Outcome> run(Trial.Plain plain, List<Pairs.Pair> pairs) throws Exception {
    List<Future<Outcome>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      pairs.forEach(pair -> running.add(threads.submit(() -> outcome(plain, pair))));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Future<Outcome> one : running) {
      outcomes.add(one.get());
    }
    return outcomes;
  }

  private Outcome outcome(Trial.Plain plain, Pairs.Pair pair) {
    try {
      Path place = Files.createTempDirectory(folder, "pair");
      try (Trial trial = new Trial(place)) {
        return new Outcome(
            pair, trial.code(plain, pair.where(), pair.fault(), pair.lasting()), null);
      }
    } catch (IOException | RuntimeException | AssertionError e) {
      return new Outcome(pair, -1, e);
    }
  }

  private static void report(String title, List<Outcome> outcomes, Pairs pairs) {
    long held = outcomes.stream().filter(outcome -> outcome.failure() == null).count();
    System.out.printf("%s: %d of %d pairs held%n", title, held, outcomes.size());
    for (Fault fault : Fault.values()) {
      Map<Integer, Integer> codes = new TreeMap<>();
      outcomes.stream()
          .filter(outcome -> outcome.pair().fault() == fault && outcome.failure() == null)
          .forEach(outcome -> codes.merge(outcome.code(), 1, Integer::sum));
      int count = codes.values().stream().mapToInt(Integer::intValue).sum();
      if (count > 0) {
        System.out.printf(
            "  %-34s %3d held, %3d cannot occur; the first apply ended with %s%n",
            fault.words(), count, pairs.impossible(fault), codes);
      }
    }
  }

  private static void assertAllHeld(List<Outcome> outcomes) {
    Map<String, String> failed = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      if (outcome.failure() != null) {
        failed.put(outcome.pair().toString(), Objects.requireNonNull(outcome.failure()).toString());
      }
    }
    assertThat(failed).isEmpty();
  }
}
