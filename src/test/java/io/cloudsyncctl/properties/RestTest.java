package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.InProcess;
import io.cloudsyncctl.simulator.api.RecordedCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * No write that may delete files is sent but between two looks at a connection that rests, while
 * somebody pauses, resumes and breaks connections at any moment.
 */
@Tag("slow")
class RestTest {
  private static final List<String> WORDS =
      List.of("syncing", "uptodate", "pause", "pause", "error", "suspended", "scanning", "unlink");
  private static final int LOOKS = 25;

  @TempDir Path folder;

  private final Map<Long, Long> connections = new HashMap<>();
  private int dangerous;
  private int broken;

  @Test
  void what_may_delete_files_is_written_at_rest_only() {
    Cases.forEach("dangerous writes at rest", 120, one -> check(one, 0));
    assertThat(dangerous).as("dangerous writes in all").isGreaterThan(100);
    assertThat(broken).as("rests that were broken").isZero();
  }

  @Test
  void also_while_somebody_wakes_connections_at_any_moment() {
    Cases.forEach("dangerous writes at rest, disturbed", 300, one -> check(one, 10));
    assertThat(dangerous).as("dangerous writes in all").isGreaterThan(100);
    assertThat(broken).as("rests that were broken").isGreaterThan(4);
  }

  @Test
  void also_where_a_nas_takes_its_time_or_does_not_listen() {
    Cases.forEach(
        "dangerous writes at rest, of an imperfect NAS",
        150,
        one -> check(one, 3, behaviours(one)));
    assertThat(dangerous).as("dangerous writes in all").isGreaterThan(50);
  }

  private void check(Case one, int disturbances) {
    check(one, disturbances, "");
  }

  private void check(Case one, int disturbances, String behaviours) {
    Dice dice = one.dice();
    ObjectNode state = LiveStates.of(dice);
    Wish wish = Wishes.over(state, dice, Wishes.Mood.ANYTHING);
    try (Site site = new Site(one, folder, state)) {
      Map<Integer, Runnable> events = events(one, site, disturbances);
      Timeline timeline = new Timeline(site.nas(), events::get);
      Path file = site.declare(wish);
      WriteJudge judge = new WriteJudge(site.state());
      connections.clear();
      Timeline.sessions(site.state(), connections);
      site.nas().injectFaults(timeline);
      site.nas().behaviours().set(behaviours);
      InProcess.Result applied = site.run(Site.applyOfAll(file, "--yes"));
      Timeline.sessions(site.state(), connections);
      List<String> lines = new ArrayList<>();
      one.note("what came", lines);
      boolean told = (applied.out() + applied.err()).contains("warning[busy-while-paused]");
      for (Timeline.Moment moment : timeline.moments()) {
        for (RecordedCall call : moment.request().calls()) {
          boolean mayDelete = mayDelete(judge, call);
          lines.add((mayDelete ? "DANGEROUS " : "") + call.method() + " " + call.parameters());
          if (mayDelete) {
            dangerous++;
            between(timeline, moment, connection(call), told);
          }
        }
      }
      resumed(timeline, applied);
      assertThat(applied.out() + applied.err()).doesNotContain("internal-error");
    }
  }

  /** One to three ways in which a NAS may pause and resume otherwise than it is asked to. */
  private static String behaviours(Case one) {
    Dice dice = one.dice();
    StringBuilder behaviours = new StringBuilder();
    for (int i = dice.below(3); i >= 0; i--) {
      behaviours
          .append(
              switch (dice.below(9)) {
                case 0 -> "pause-lag=" + dice.between(1, 200) + "s";
                case 1 -> "resume-lag=" + dice.between(1, 200) + "s";
                case 2 -> "tasks-lag=" + dice.between(1, 28) + "s";
                case 3 -> "newest-wins";
                case 4 -> "outlasts-pause=" + dice.of("error", "suspended", "syncing");
                case 5 -> "wake=" + dice.between(1, 20);
                case 6 -> "busy-tasks";
                case 7 -> "ignore=pause" + dice.of("", ":1", ":2");
                default -> "ignore=resume" + dice.of("", ":1", ":2");
              })
          .append(' ');
    }
    return one.note("behaviours", behaviours.toString());
  }

  /** Before some reading of the connections, one of them and its tasks come to another status. */
  private static Map<Integer, Runnable> events(Case one, Site site, int most) {
    Map<Integer, Runnable> events = new HashMap<>();
    List<Long> ids = new ArrayList<>();
    site.state().path("list_conn").path("conn").forEach(c -> ids.add(c.path("id").asLong()));
    int count = ids.isEmpty() || most == 0 ? 0 : one.dice().below(most + 1);
    for (int i = 0; i < count; i++) {
      int look = (int) one.dice().between(3, one.dice().coin() ? 12 : LOOKS);
      long connection = one.dice().of(ids);
      String status = one.dice().of(WORDS);
      String ofTasks = one.dice().oneIn(3) ? one.dice().of(WORDS) : status;
      one.note("look " + look, connection + " " + status + ", tasks " + ofTasks);
      events.put(look, () -> set(site, connection, status, ofTasks));
    }
    return events;
  }

  private static void set(Site site, long connection, String status, String ofTasks) {
    site.nas()
        .state()
        .edit(state -> {
          for (JsonNode listed : state.path("list_conn").path("conn")) {
            if (listed.path("id").asLong() == connection) {
              ((ObjectNode) listed).put("status", status);
            }
          }
          for (JsonNode task :
              state.path("connections").path("" + connection).path("list_sess").path("sess")) {
            ((ObjectNode) task).put("sync_status", ofTasks);
          }
        });
  }

  /** By what the NAS holds; of a task that is new just now everything counts. */
  private static boolean mayDelete(WriteJudge judge, RecordedCall call) {
    WriteJudge.Verdict verdict = judge.judge(call);
    return switch (call.method()) {
      case "set_session_setting" ->
          verdict == WriteJudge.Verdict.RELEASES || !judge.knows(session(call));
      case "set_selective_sync_config" ->
          verdict != WriteJudge.Verdict.NEITHER || !judge.knows(session(call));
      default -> false;
    };
  }

  private static long session(RecordedCall call) {
    return call.parameters().path("session_id").asLong(-1);
  }

  private long connection(RecordedCall call) {
    return Objects.requireNonNull(connections.get(session(call)));
  }

  private void between(Timeline timeline, Timeline.Moment write, long connection, boolean told) {
    Optional<Timeline.Moment> before =
        timeline.before(write).stream().filter(moment -> moment.looksAt(connection)).findFirst();
    assertThat(before).as("a look before %s", write.request()).isPresent();
    assertRests(before.get(), connection, told);
    assertThat(
            timeline.before(write).stream()
                .takeWhile(moment -> moment != before.get())
                .anyMatch(moment -> moment.call("resume") != null))
        .as("a resume since that look")
        .isFalse();
    Optional<Timeline.Moment> after =
        timeline.after(write).stream().filter(moment -> moment.looksAt(connection)).findFirst();
    assertThat(after).as("a look after %s", write.request()).isPresent();
    if (after.get().saysRest(connection)) {
      return;
    }
    broken++;
    List<Timeline.Moment> rest = timeline.after(after.get());
    assertThat(rest).as("it is paused again").anyMatch(moment -> pauses(moment, connection));
    assertThat(rest)
        .as("nothing more is written to it")
        .noneMatch(moment ->
            moment.request().calls().stream()
                .filter(call -> call.method().startsWith("set_se"))
                .anyMatch(call -> connection(call) == connection));
  }

  /** A task may say that it works only where that was told. */
  private static void assertRests(Timeline.Moment look, long connection, boolean told) {
    assertThat(told ? look.saysRest(connection) : look.rests(connection))
        .as("rest of %d in the look before, which was %s", connection, look.status(connection))
        .isTrue();
  }

  private static boolean pauses(Timeline.Moment moment, long connection) {
    RecordedCall pause = moment.call("pause");
    return pause != null && pause.parameters().path("connection_id").asLong() == connection;
  }

  /** What ends well has seen each of its resumes. */
  private static void resumed(Timeline timeline, InProcess.Result applied) {
    if (applied.exitCode() != 0 && applied.exitCode() != 6) {
      return;
    }
    for (Timeline.Moment moment : timeline.moments()) {
      RecordedCall resume = moment.call("resume");
      if (resume == null) {
        continue;
      }
      long connection = resume.parameters().path("connection_id").asLong();
      List<Timeline.Moment> looks =
          timeline.after(moment).stream().filter(one -> one.looksAt(connection)).toList();
      assertThat(looks).as("looks after the resume of %d", connection).isNotEmpty();
      assertThat(looks.getLast().status(connection)).isNotEqualTo("pause");
    }
  }
}
