package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The way back of filters: in the bytes of the NAS, whatever order and forms it has them in. */
class UndoneFiltersTest {
  private static final String PATHS =
      """
      connections:
        - name: Dropbox
          tasks:
            - local_path: /projects/Riverside School/Exchange
              cloud_path: /Riverside School
              filters: { filtered_paths: [/Kept, /New] }
              accept_risk: [{ class: data-loss, reason: agreed }]
      """;

  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));
  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  @AfterEach
  void close() {
    assertThat(nas.activeSessions()).as("sessions that were not logged out").isZero();
    nas.close();
  }

  /** The filters of the task that is declared, by its session id. */
  private JsonNode filters() {
    return nas.state().toJson().at("/tasks/" + session() + "/get_selective_sync_config");
  }

  private String session() {
    for (JsonNode connection : nas.state().toJson().path("connections")) {
      for (JsonNode task : connection.at("/list_sess/sess")) {
        if (List.of("/projects/Riverside School/Exchange", "/archive/2024")
            .contains(task.path("local_sync_path").asString())) {
          return task.path("sess_id").asString();
        }
      }
    }
    throw new AssertionError("no such task");
  }

  private void set(String list, String... entries) {
    String session = session();
    nas.state()
        .edit(state -> {
          ObjectNode filters =
              (ObjectNode) state.at("/tasks/" + session + "/get_selective_sync_config");
          ArrayNode array = filters.putArray(list);
          List.of(entries).forEach(array::add);
        });
  }

  private String apply(String yaml, String... more) {
    String file = shell.declare("office", nas, yaml).toString();
    String[] arguments = new String[more.length + 3];
    arguments[0] = "apply";
    arguments[1] = "--yes";
    arguments[2] = file;
    System.arraycopy(more, 0, arguments, 3, more.length);
    Shell.Result applied = shell.run(arguments);
    assertThat(applied.code()).as(applied.out() + applied.err()).isZero();
    return file;
  }

  private Shell.Result undo(String file) {
    String newest = shell.run("runs").out().split(" ", 2)[0];
    return shell.run("undo", newest, file, "--yes", "--accept-risk", "data-loss:*");
  }

  @Test
  void goBackByteForByteInTheirOrderAndInAllTheirForms() {
    set("filtered_paths", "/z", "/Bu\u0308ro", "/Kept/", "/B\u00fcro", "/z", "/a/");
    set("filtered_extensions", "JPG", "a", "jpg");
    set("user_defined_extensions", "JPG", "A");
    JsonNode before = filters();
    String file = apply(PATHS);
    assertThat(filters().path("filtered_paths").toString()).isEqualTo("[\"/Kept/\",\"/New\"]");

    Shell.Result undone = undo(file);

    assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
    assertThat(filters().toString()).isEqualTo(before.toString());
  }

  @Test
  void goBackAlsoWhereTheNasAnswersInAnotherOrderByThen() {
    set("filtered_paths", "/b", "/Kept", "/a");
    String file = apply(PATHS);
    set("filtered_paths", "/New", "/Kept", "/New");
    Shell.Result undone = undo(file);
    assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
    assertThat(filters().path("filtered_paths").toString()).isEqualTo("[\"/b\",\"/Kept\",\"/a\"]");
  }

  @Test
  void doNotGoBackOverAnEntryThatSomebodyHasInAnotherFormByThen() {
    set("filtered_paths", "/b", "/Kept");
    String file = apply(PATHS);
    set("filtered_paths", "/Kept/", "/New");
    Shell.Result undone = undo(file);
    assertThat(undone.code()).isEqualTo(3);
    assertThat(undone.err()).contains("error[nas-moved]");
    assertThat(filters().path("filtered_paths").toString()).isEqualTo("[\"/Kept/\",\"/New\"]");
  }

  @Test
  void ofATaskThatIsCreatedAgainGoBackWithWhatAPersonHadAddedToItsDialog() {
    String task =
        """
        connections:
          - name: Amazon S3
            tasks:
              - local_path: /archive/2024
                cloud_path: /archive/2024
                sync_direction: ONLY_UPLOAD
                consistency_check: true
                no_delete_on_cloud: true
                convert_gd: false
        """;
    apply(task);
    nas.state()
        .edit(state -> {
          // As if an older task had these paths, so that the demo's own is not found first.
          for (JsonNode connection : state.path("connections")) {
            for (JsonNode listed : connection.at("/list_sess/sess")) {
              if (listed
                  .path("local_sync_path")
                  .asString()
                  .equals("/projects/Riverside School/Exchange")) {
                ((ObjectNode) listed).put("local_sync_path", "/projects/Elsewhere");
              }
            }
          }
        });
    set("filtered_names", "Cafe\u0301", "x");
    set("filtered_extensions", "wbmp", "JPG");
    set("user_defined_names", "y");
    set("user_defined_extensions", "ISO", "JPG");
    JsonNode before = filters();
    String file = apply(task + "        state: absent\n", "--accept-risk", "disconnect:*");

    Shell.Result undone = undo(file);

    assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
    assertThat(filters().toString()).isEqualTo(before.toString());
  }
}
