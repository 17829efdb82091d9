package io.cloudsyncctl.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When rounds are, and for which NAS. */
class WatchLoopTest {
  private static final Duration INTERVAL = Duration.ofMinutes(15);
  private static final Pace STEADY = new Pace(INTERVAL, 0, Duration.ofHours(2));

  private final HandClock clock = new HandClock();
  private final Instant start = clock.instant();

  @TempDir private Path folder;

  /** A round that takes some time and writes down when it began. */
  private final class Rounds implements WatchLoop.Round {
    private final List<String> began = new ArrayList<>();
    private Duration takes = Duration.ZERO;
    private boolean outdated;
    private int waits;

    @Override
    public void run(boolean declaredAnew, Instant next) {
      began.add(
          Duration.between(start, clock.instant()).toMinutes() + (declaredAnew ? " anew" : ""));
      outdated = false;
      clock.pass(takes);
    }

    @Override
    public boolean isOutdated() {
      return outdated;
    }
  }

  private void run(Rounds rounds, Pace pace, int count, Runnable onWait) throws Exception {
    new WatchLoop(
            pace,
            clock,
            new Random(1),
            time -> {
              clock.pass(time);
              rounds.waits++;
              onWait.run();
            })
        .run(rounds, () -> rounds.began.size() < count);
  }

  @Test
  void roundsBeginAnIntervalAfterEachOther() throws Exception {
    Rounds rounds = new Rounds();
    rounds.takes = Duration.ofMinutes(4);
    run(rounds, STEADY, 4, () -> {});
    assertThat(rounds.began).containsExactly("0 anew", "15", "30", "45");
  }

  @Test
  void aLongRoundIsFollowedAtOnceAndNeverOverlapped() throws Exception {
    Rounds rounds = new Rounds();
    rounds.takes = Duration.ofMinutes(40);
    run(rounds, STEADY, 3, () -> {});
    assertThat(rounds.began).containsExactly("0 anew", "40", "80");
  }

  @Test
  void whatIsDeclaredAnewIsLookedAtAtOnce() throws Exception {
    Rounds rounds = new Rounds();
    run(
        rounds,
        STEADY,
        3,
        () -> {
          if (rounds.waits == 150) {
            rounds.outdated = true;
          }
        });
    assertThat(rounds.began).containsExactly("0 anew", "5 anew", "20");
  }

  @Test
  void aChangeDuringARoundIsNotLost() throws Exception {
    Rounds rounds = new Rounds();
    rounds.takes = Duration.ofMinutes(1);
    WatchLoop.Round changing =
        new WatchLoop.Round() {
          @Override
          public void run(boolean declaredAnew, Instant next) {
            rounds.run(declaredAnew, next);
            if (rounds.began.size() == 1) {
              rounds.outdated = true;
            }
          }

          @Override
          public boolean isOutdated() {
            return rounds.isOutdated();
          }
        };
    new WatchLoop(STEADY, clock, new Random(1), clock::pass)
        .run(changing, () -> rounds.began.size() < 3);
    assertThat(rounds.began).containsExactly("0 anew", "1 anew", "16");
  }

  @Test
  void jitterKeepsWithinItsShare() {
    Pace pace = new Pace(INTERVAL, 0.1, Duration.ofHours(2));
    Random random = new Random(42);
    List<Duration> times = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      times.add(pace.next(random));
    }
    assertThat(times)
        .allMatch(time -> time.compareTo(Duration.ofSeconds(810)) >= 0)
        .allMatch(time -> time.compareTo(Duration.ofSeconds(990)) <= 0)
        .anyMatch(time -> time.compareTo(Duration.ofSeconds(850)) < 0)
        .anyMatch(time -> time.compareTo(Duration.ofSeconds(950)) > 0);
  }

  @Test
  void aNasThatIsAwayIsLeftAloneForLongerAndLonger() {
    Outages outages = new Outages(STEADY);
    List<Long> tried = new ArrayList<>();
    for (int round = 0; round < 32; round++) {
      if (outages.isDue("branch", clock.instant())) {
        tried.add(Duration.between(start, clock.instant()).toMinutes());
        outages.tried("branch", Outages.Attempt.UNREACHABLE, clock.instant());
      }
      assertThat(outages.isDue("office", clock.instant())).isTrue();
      clock.pass(INTERVAL);
    }
    assertThat(tried).containsExactly(0L, 15L, 45L, 105L, 225L, 345L, 465L);
    assertThat(outages.resting(clock.instant())).isEqualTo(1);
    outages.tried("branch", Outages.Attempt.ANSWERED, clock.instant());
    assertThat(outages.isDue("branch", clock.instant())).isTrue();
    assertThat(outages.resting(clock.instant())).isZero();
  }

  @Test
  void aRefusedLoginIsNotTriedAgainSoon() {
    Outages outages = new Outages(STEADY);
    outages.tried("office", Outages.Attempt.LOGIN_REFUSED, clock.instant());
    clock.pass(Duration.ofMinutes(119));
    assertThat(outages.isDue("office", clock.instant())).isFalse();
    clock.pass(Duration.ofMinutes(1));
    assertThat(outages.isDue("office", clock.instant())).isTrue();
    outages.tried("office", Outages.Attempt.LOGIN_REFUSED, clock.instant());
    outages.forget();
    assertThat(outages.isDue("office", clock.instant())).as("other files, other login").isTrue();
  }

  @Test
  void everyChangeOfTheFilesShows() throws Exception {
    Path file = Files.writeString(folder.resolve("office.yaml"), "version: 1\n");
    Path other = folder.resolve("other.yml");
    WatchedFiles watched = new WatchedFiles();
    watched.begin(List.of(folder, folder.resolve("not there")));
    assertThat(watched.haveChanged()).isFalse();
    Files.writeString(folder.resolve("notes.txt"), "not YAML");
    assertThat(watched.haveChanged()).isFalse();
    Files.writeString(file, "version: 1\n# more\n");
    assertThat(watched.haveChanged()).isTrue();
    watched.begin(List.of(folder));
    assertThat(watched.haveChanged()).isFalse();
    Files.writeString(other, "version: 1\n");
    assertThat(watched.haveChanged()).isTrue();
    watched.begin(List.of(folder));
    Files.writeString(folder.resolve("not there"), "now it is");
    assertThat(watched.haveChanged()).isTrue();
  }

  @Test
  void whatTheRoundCameToIsWatchedFromThenOn() throws Exception {
    Path named = Files.writeString(folder.resolve("office.yaml"), "extends: [base.txt]\n");
    Path base = Files.writeString(folder.resolve("base.txt"), "a");
    WatchedFiles watched = new WatchedFiles();
    watched.begin(List.of(named));
    watched.add(base);
    assertThat(watched.haveChanged()).isFalse();
    Files.writeString(base, "another");
    assertThat(watched.haveChanged()).isTrue();
    watched.begin(List.of(named));
    assertThat(watched.haveChanged()).isFalse();
  }

  @Test
  void aLinkThatIsTurnedToAnotherFolderShows() throws Exception {
    Path one = Files.createDirectories(folder.resolve("one"));
    Path two = Files.createDirectories(folder.resolve("two"));
    for (Path each : List.of(one, two)) {
      Files.writeString(each.resolve("office.yaml"), "version: 1\n");
      Files.setLastModifiedTime(each.resolve("office.yaml"), FileTime.from(start));
    }
    Path link = Files.createSymbolicLink(folder.resolve("current"), one);
    WatchedFiles watched = new WatchedFiles();
    watched.begin(List.of(link.resolve("office.yaml")));
    Files.delete(link);
    Files.createSymbolicLink(link, two);
    assertThat(watched.haveChanged()).isTrue();
  }
}
