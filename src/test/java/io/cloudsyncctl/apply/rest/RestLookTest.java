package io.cloudsyncctl.apply.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.cloudsync.answer.ConnectionEntry;
import io.cloudsyncctl.cloudsync.answer.TaskEntry;
import io.cloudsyncctl.cloudsync.read.ConnectionActivity;
import io.cloudsyncctl.model.identity.TaskPaths;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which words of a connection and its tasks are rest. */
class RestLookTest {
  private static final List<String> WORDS =
      List.of(
          "uptodate",
          "syncing",
          "processing",
          "scanning",
          "connecting",
          "pause",
          "suspended",
          "error",
          "unlink",
          "defragmenting",
          "Pause",
          "");
  private static final Set<String> RESTING = Set.of("pause", "unlink");
  private static final Set<String> IDLE =
      Set.of("uptodate", "pause", "suspended", "error", "unlink");

  static Stream<Arguments> words() {
    return WORDS.stream().flatMap(own -> WORDS.stream().map(ofTask -> Arguments.of(own, ofTask)));
  }

  @ParameterizedTest(name = "connection {0}, task {1}")
  @MethodSource("words")
  void itRestsByItsOwnWordWhereNoTaskOfItWorks(String own, String ofTask) {
    boolean rests = RESTING.contains(own) && IDLE.contains(ofTask);
    assertThat(look(own, false, "uptodate", ofTask).rests()).isEqualTo(rests);
    assertThat(look(own, false, ofTask).rests()).isEqualTo(rests);
    assertThat(look(own, true, ofTask).rests()).as("everything paused").isEqualTo(rests);
    assertThat(look(own, false, ofTask).stuck())
        .isEqualTo(Set.of("error", "suspended").contains(own) && IDLE.contains(ofTask));
  }

  static Stream<String> ownWords() {
    return WORDS.stream();
  }

  @ParameterizedTest
  @MethodSource("ownWords")
  void withoutTasksOnlyItsOwnWordCounts(String own) {
    assertThat(look(own, false).rests()).isEqualTo(RESTING.contains(own));
    assertThat(look(own, true).rests()).isEqualTo(RESTING.contains(own));
  }

  @Test
  void oneThatIsNoLongerListedDoesNotRest() {
    RestLook look = RestLook.of(new ConnectionActivity(Optional.empty(), true, ImmutableList.of()));
    assertThat(look.rests()).isFalse();
    assertThat(look.saysPause()).isFalse();
    assertThat(look.stuck()).isFalse();
    assertThat(look.words()).isEqualTo("the NAS no longer lists it");
  }

  @Test
  void itIsToldAsTheNasSaysIt() {
    assertThat(look("syncing", true, "syncing").words()).isEqualTo("its status is syncing");
    assertThat(look("", false, "pause").words()).isEqualTo("it tells no status");
    assertThat(look("pause", false, "pause", "scanning").words())
        .isEqualTo("its status is pause, but its task /share/1:/cloud/1 says scanning");
    assertThat(look("pause", false, "", "scanning", "syncing").words())
        .isEqualTo(
            "its status is pause, but its task /share/0:/cloud/0 tells no status, and 2 more are at"
                + " work");
  }

  private static RestLook look(String own, boolean allPaused, String... ofTasks) {
    ImmutableList.Builder<TaskEntry> tasks = ImmutableList.builder();
    for (int i = 0; i < ofTasks.length; i++) {
      tasks.add(
          new TaskEntry(
              i,
              1,
              new TaskPaths("/share/" + i, "/cloud/" + i),
              "",
              "BIDIRECTION",
              ofTasks[i],
              0,
              ""));
    }
    return RestLook.of(
        new ConnectionActivity(
            Optional.of(new ConnectionEntry(1, "Dropbox", "db", own, "", "", 0)),
            allPaused,
            tasks.build()));
  }
}
