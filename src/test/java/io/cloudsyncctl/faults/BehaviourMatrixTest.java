package io.cloudsyncctl.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An apply that uses every kind of operation, in which the NAS becomes imperfect at one request or
 * a person does something, and then the same apply again: it converges or stops safely.
 */
@Tag("slow")
class BehaviourMatrixTest {
  private static final int AT_ONCE = 4;

  /** Where the stories of what went wrong are kept. */
  private static final Path STORIES = Path.of("target", "stories");

  @TempDir Path folder;

  /** What came of a pair. */
  private record Outcome(
      BehaviourPairs.Pair pair, BehaviourTrial.@Nullable Ends ends, String wrong) {}

  @Test
  void whateverANasDoesOrAPersonAtItAnApplyConvergesOrStopsSafely() throws Exception {
    BehaviourTrial.Plain plain = plain();
    List<BehaviourPairs.Pair> pairs = BehaviourPairs.of(plain.calls());
    List<Future<Outcome>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      pairs.forEach(pair -> running.add(threads.submit(() -> outcome(plain, pair))));
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Future<Outcome> one : running) {
      outcomes.add(one.get());
    }
    report(plain, outcomes);
    Map<String, String> failed = new LinkedHashMap<>();
    outcomes.stream()
        .filter(outcome -> !outcome.wrong().isEmpty())
        .forEach(outcome -> failed.put(outcome.pair().toString(), outcome.wrong()));
    assertThat(failed).as("stories are in " + STORIES.toAbsolutePath()).isEmpty();
  }

  private BehaviourTrial.Plain plain() throws IOException {
    try (BehaviourTrial trial = new BehaviourTrial(Files.createTempDirectory(folder, "plain"))) {
      return trial.plain();
    }
  }

  private Outcome outcome(BehaviourTrial.Plain plain, BehaviourPairs.Pair pair) throws IOException {
    try (BehaviourTrial trial = new BehaviourTrial(Files.createTempDirectory(folder, "pair"))) {
      return new Outcome(pair, trial.of(plain, pair), "");
    } catch (ViolationError e) {
      Files.createDirectories(STORIES);
      String name = pair.toString().replaceAll("[^\\w=.-]+", "_") + ".txt";
      Files.writeString(STORIES.resolve(name), pair + "\n" + e.getMessage() + "\n\n" + e.story());
      return new Outcome(pair, null, String.valueOf(e.getMessage()));
    } catch (RuntimeException | AssertionError e) {
      return new Outcome(pair, null, e.toString());
    }
  }

  private static void report(BehaviourTrial.Plain plain, List<Outcome> outcomes) {
    long held = outcomes.stream().filter(outcome -> outcome.ends() != null).count();
    System.out.printf(
        "imperfections in a whole apply of %d requests: %d of %d pairs held%n",
        plain.calls().size(), held, outcomes.size());
    Map<String, List<Outcome>> byWords = new LinkedHashMap<>();
    outcomes.forEach(outcome ->
        byWords
            .computeIfAbsent(outcome.pair().imperfection().words(), _ -> new ArrayList<>())
            .add(outcome));
    byWords.forEach((words, some) -> {
      Map<Integer, Integer> first = new TreeMap<>();
      Map<Integer, Integer> last = new TreeMap<>();
      for (Outcome outcome : some) {
        BehaviourTrial.Ends ends = outcome.ends();
        if (ends != null) {
          first.merge(ends.first(), 1, Integer::sum);
          last.merge(ends.last(), 1, Integer::sum);
        }
      }
      System.out.printf(
          "  %-58s %3d of %3d held; the first apply ended with %s, the last with %s%n",
          words, some.stream().filter(one -> one.ends() != null).count(), some.size(), first, last);
    });
  }
}
