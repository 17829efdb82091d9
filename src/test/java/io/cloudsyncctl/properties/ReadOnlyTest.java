package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ReadOnlyTest {
  /** Which round each method belongs to; a round needs the answers of the one before. */
  private static final Map<String, String> ROUNDS =
      Map.of(
          "query", "discovery",
          "login", "login",
          "get_config", "package",
          "list_conn", "package",
          "get_connection_setting", "connections",
          "get_property", "connections",
          "list_sess", "connections",
          "get_selective_sync_config", "tasks",
          "get_session_setting", "tasks",
          "logout", "logout");

  @TempDir Path folder;

  @Test
  void plan_drift_export_and_capture_only_read_in_a_fixed_number_of_rounds() {
    Cases.forEach(
        "commands that only read",
        60,
        one -> {
          ObjectNode state = LiveStates.withHiddenConnections(one.dice());
          Wish wish = Wishes.over(state, one.dice(), Wishes.Mood.PERHAPS_BLOCKED);
          try (Site site = new Site(one, folder, state)) {
            Path file = site.declare(wish);
            String before = site.state().toString();
            for (List<Object> command :
                List.<List<Object>>of(
                    List.of("plan", file),
                    List.of("drift", file, "--format", "json"),
                    List.of("export", file),
                    List.of("capture", file))) {
              site.run(command.toArray());
              assertThat(rounds(site.nas().requests()))
                  .as("%s", command)
                  .containsExactlyElementsOf(expectedRounds(state));
              assertThat(site.state().toString()).isEqualTo(before);
              assertThat(site.nas().activeSessions()).isZero();
            }
          }
        });
  }

  /** The rounds of what this login sees: nothing is asked of connections and tasks that are not. */
  private static List<String> expectedRounds(JsonNode state) {
    boolean all = state.path("get_config").path("admin_mode").stringValue().equals("enable");
    boolean connections = false;
    boolean tasks = false;
    for (JsonNode connection : state.path("connections")) {
      boolean seen = all || !connection.has("owner");
      connections |= seen;
      tasks |= seen && !connection.path("list_sess").path("sess").isEmpty();
    }
    List<String> rounds = new ArrayList<>(List.of("discovery", "login", "package"));
    if (connections) {
      rounds.add("connections");
    }
    if (tasks) {
      rounds.add("tasks");
    }
    rounds.add("logout");
    return rounds;
  }

  /** One for each request; several of one round that follow each other count once. */
  private static List<String> rounds(List<RecordedRequest> requests) {
    List<String> rounds = new ArrayList<>();
    for (RecordedRequest request : requests) {
      Set<String> own = new LinkedHashSet<>();
      for (RecordedCall call : request.calls()) {
        own.add(ROUNDS.getOrDefault(call.method(), "unexpected " + call.method()));
      }
      for (String round : own) {
        if (rounds.isEmpty() || !rounds.getLast().equals(round)) {
          rounds.add(round);
        }
      }
    }
    return rounds;
  }
}
