package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A plan that one command saves and another carries out. */
class SavedPlanTest {
  private static final String FASTER =
      """
      connections:
        - name: Dropbox
          settings: { max_upload_speed: 4096 }
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

  @Test
  void aSavedPlanIsCarriedOutWithoutAskingAgain() {
    String plan = saved();
    Shell.Result result = shell.run("apply", plan);
    assertThat(result.code()).as(result.out() + result.err()).isZero();
    assertThat(writes()).containsExactly("set_connection_setting");
  }

  @Test
  void itIsForItsOwnerAndHoldsNoSecret() throws IOException {
    Path plan = Path.of(saved());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(plan)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(plan))
        .doesNotContain("\"simulated\"")
        .contains("${env:NAS_PASSWORD}");
  }

  @Test
  void itIsShownAsItWas() {
    String plan = saved();
    assertThat(shell.run("show", plan).out())
        .startsWith("NAS office\n==========\n")
        .contains("max_upload_speed  2048 → 4096");
  }

  @Test
  void theJournalOfItsApplyHoldsItsChecksum() {
    String plan = saved();
    List<String> shown = shell.run("show", plan).out().lines().toList();
    String checksum = shown.getLast().strip();
    assertThat(shown.get(shown.size() - 2)).isEqualTo("SHA-256 of the plan of office:");
    assertThat(checksum).matches("[0-9a-f]{64}");
    assertThat(shell.run("apply", plan).code()).isZero();
    String run = shell.run("runs").out().split(" ", 2)[0];
    assertThat(shell.run("show", run).out()).contains("  plan     " + checksum + "\n");
  }

  @Test
  void aPlanThatWasEditedIsRefused() throws IOException {
    Path plan = Path.of(saved());
    Files.writeString(plan, Files.readString(plan).replace("4096", "9999"));
    Shell.Result result = shell.run("apply", plan.toString());
    assertThat(result.code()).isEqualTo(65);
    assertThat(result.err())
        .contains("error[plan-file-unusable]")
        .contains("it was changed after it was written");
    assertThat(writes()).isEmpty();
  }

  @Test
  void aPlanOfAnotherVersionIsRefused() throws IOException {
    Path plan = Path.of(saved());
    Files.writeString(plan, Files.readString(plan).replace("\"version\" : 4", "\"version\" : 3"));
    Shell.Result result = shell.run("apply", plan.toString());
    assertThat(result.code()).isEqualTo(65);
    assertThat(result.err()).contains("it is of version 3, this program knows version 4");
  }

  @Test
  void whatItMayDoToAnotherNasIsAskedForAlsoWhileThatOneIsAway() {
    String other;
    String office = shell.declare("office", nas, archive("/archive/2030")).toString();
    String plan = shell.file("office.plan").toString();
    try (SimulatedNas attic =
        SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults())) {
      other = shell.declare("attic", attic, archive("/archive/2031")).toString();
      Shell.Result planned = shell.run("plan", office, other, "--out", plan);
      assertThat(planned.code()).as(planned.out() + planned.err()).isZero();
      assertThat(planned.out()).contains("! data-loss: attic/");
    }

    Shell.Result applied = shell.run("apply", plan);

    assertThat(applied.code()).as(applied.out() + applied.err()).isEqualTo(3);
    assertThat(applied.err())
        .contains("attic: query: error[nas-connection-refused]")
        .contains(
            "error[risk-not-accepted]: office/Amazon S3/archive/2030:/shared: data-loss:"
                + " attic/Amazon S3/archive/2031:/shared writes to the same cloud folder")
        .contains("Nothing was changed on office.");
    assertThat(writes()).isEmpty();
  }

  @Test
  void whatAnotherNasProtectsIsProtectedAlsoWhileThatOneIsAway() {
    String office = shell.declare("office", nas, archive("/archive/2030")).toString();
    String plan = shell.file("office.plan").toString();
    try (SimulatedNas attic =
        SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults())) {
      String other =
          shell
              .declare("attic", attic, archive("/archive/2031") + "        protect: true\n")
              .toString();
      assertThat(shell.run("plan", office, other, "--out", plan).code()).isZero();
    }

    Shell.Result applied = shell.run("apply", plan, "--accept-risk", "data-loss:*");

    assertThat(applied.code()).as(applied.out() + applied.err()).isEqualTo(3);
    assertThat(applied.err()).contains("error[protected]: office/Amazon S3/archive/2030:/shared");
    assertThat(writes()).isEmpty();
  }

  private static String archive(String local) {
    return """
    connections:
      - name: Amazon S3
        tasks:
          - local_path: %s
            cloud_path: /shared
            sync_direction: BIDIRECTION
            consistency_check: true
            no_delete_on_cloud: true
            convert_gd: false
    """
        .formatted(local);
  }

  @Test
  void aNasThatMovedInWhatThePlanTouchesIsNotWritten() {
    String plan = saved();
    editDropbox("pull_event_period", 30);
    Shell.Result result = shell.run("apply", plan);
    assertThat(result.code()).isEqualTo(3);
    assertThat(after(result.out(), "Apply: 0 to create, 1 to change, 0 to remove.\n"))
        .isEqualTo(
            """

            Changed on office since the plan was made:

              office/Dropbox
                settings.pull_event_period  60 s (1 min) → 30 s

            """);
    assertThat(result.err())
        .isEqualTo(
            """
            office: error[nas-moved]: the NAS has changed since the plan was made; above is the \
            plan as it is now, and what has changed
              hint: look at it, and save it with: cloudsyncctl plan FOLDER/office.yaml --out FOLDER/office.plan
            1 error
            """);
    assertThat(writes()).isEmpty();
  }

  @Test
  void whatNoLongerIsAsDeclaredIsShownAlthoughThePlanDidNotTouchIt() {
    String plan = saved("package: { workers: 3 }\n" + FASTER);
    nas.state().edit(state -> ((ObjectNode) state.path("get_config")).put("worker_count", 5));
    Shell.Result result = shell.run("apply", plan);
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out())
        .endsWith(
            """

            Changed on office since the plan was made:

              office/package
                workers  3 → 5

            """);
    assertThat(writes()).isEmpty();
  }

  @Test
  void whatHasGoneComeOrBeenMadeAnewIsShown() {
    String plan =
        saved(
            """
            connections:
              - name: Microsoft OneDrive
                state: absent
              - name: Amazon S3
                tasks:
                  - { local_path: /archive/2021, cloud_path: /archive/2021, state: absent }
                  - { local_path: /archive/2022, cloud_path: /archive/2022, state: absent }
            """);
    nas.state()
        .edit(state -> {
          ArrayNode oneDrive = (ArrayNode) state.at("/connections/2/list_sess/sess");
          ObjectNode added = ((ObjectNode) oneDrive.get(0)).deepCopy();
          ObjectNode tasks = (ObjectNode) state.path("tasks");
          tasks.set("99", tasks.path(added.path("sess_id").asString()).deepCopy());
          oneDrive.add(
              added
                  .put("sess_id", 99)
                  .put("local_sync_path", "/finance/\u001bTaxes")
                  .put("remote_sync_path", "/Taxes"));
          ArrayNode archive = (ArrayNode) state.at("/connections/5/list_sess/sess");
          tasks.set("98", tasks.remove(archive.get(0).path("sess_id").asString()));
          tasks.remove(archive.get(1).path("sess_id").asString());
          ((ObjectNode) archive.get(0)).put("sess_id", 98);
          archive.remove(1);
        });
    Shell.Result result = shell.run("apply", plan);
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out())
        .endsWith(
            """

            Changed on office since the plan was made:

              office/Amazon S3/archive/2021:/archive/2021
                was removed and made anew: it has another id

              office/Amazon S3/archive/2022:/archive/2022
                is no longer there

              office/Microsoft OneDrive/finance/\\u{1B}Taxes:/Taxes
                has appeared

            """);
    assertThat(writes()).isEmpty();
  }

  @Test
  void filtersAndSchedulesThatMovedAreShownEntryByEntryAndHourByHour() {
    String plan =
        saved(
            """
            connections:
              - name: Dropbox
                schedule: { enabled: true, hours: { mon-fri: 0-8, others: all } }
                tasks:
                  - local_path: /projects/Templates
                    cloud_path: /Office templates
                    filters: { filtered_extensions: [tmp] }
            """);
    nas.state()
        .edit(state -> {
          ((ObjectNode) state.at("/connections/1/get_connection_setting"))
              .put("schedule_info", "0".repeat(24) + "1".repeat(6 * 24));
          ((ObjectNode) state.at("/tasks/3/get_selective_sync_config"))
              .putArray("filtered_extensions")
              .add("dwl\u001b[31m")
              .add("bak");
        });
    Shell.Result result = shell.run("apply", plan);
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out())
        .endsWith(
            """

            Changed on office since the plan was made:

              office/Dropbox
                schedule.hours  every hour of the week → 144 hours a week
                      0  3  6  9  12 15 18 21
                  Sun ------------------------  off 0-24
                  Mon ########################
                  Tue ########################
                  Wed ########################
                  Thu ########################
                  Fri ########################
                  Sat ########################
                      + turns on  - turns off  # stays on  . stays off

              office/Dropbox/projects/Templates:/Office templates
                filters.filtered_extensions  + bak  + dwl\\u{1B}[31m

            """);
  }

  @Test
  void aVariableThatDeclaresSomethingElseIsNoticed() {
    shell.environment("SPEED", "4096");
    String plan = saved(FASTER.replace("4096", "\"${env:SPEED}\""));
    shell.environment("SPEED", "8192");
    Shell.Result result = shell.run("apply", plan);
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.out())
        .isEqualTo(
            """

            Declared otherwise for office than when the plan was made:

              office/Dropbox
                settings.max_upload_speed  4096 → 8192

            """);
    assertThat(result.err())
        .isEqualTo(
            """
            office: error[plan-stale]: the same files declare something else than when the plan \
            was saved: variables or the environment differ
              hint: give apply the same --var and environment as plan had; or plan again, and \
            look at the new plan
            1 error
            """);
    assertThat(writes()).isEmpty();
    shell.environment("SPEED", "4096");
    assertThat(shell.run("apply", plan).code()).isZero();
  }

  @Test
  void whatIsDeclaredHasOneDigestHoweverItIsWritten() throws IOException {
    String plan = saved(FASTER + "package: { workers: 9 }\n");
    String first = digest(plan);
    assertThat(
            digest(
                saved(
                    """
                    # The same in another order.
                    package:
                      workers: 9
                    connections:
                      - settings:
                          max_upload_speed: 4096
                        name: Dropbox
                    """)))
        .isEqualTo(first)
        .hasSize(64);
    assertThat(digest(saved(FASTER + "package: { workers: 8 }\n"))).isNotEqualTo(first);
  }

  @Test
  void aNasThatMovedElsewhereIsNoReasonToRefuse() {
    String plan = saved();
    nas.state().edit(state -> ((ObjectNode) state.path("get_config")).put("worker_count", 5));
    assertThat(shell.run("apply", plan).code()).isZero();
    assertThat(nas.state().toJson().at("/get_config/worker_count").asInt()).isEqualTo(5);
  }

  @Test
  void aFileThatChangedSinceIsRefused() {
    String plan = saved();
    shell.declare("office", nas, FASTER.replace("4096", "8192"));
    Shell.Result result = shell.run("apply", plan);
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err()).contains("error[plan-stale]");
    assertThat(writes()).isEmpty();
  }

  @Test
  void aPlanOfAnotherNasIsRefused() throws IOException {
    String plan = saved();
    try (SimulatedNas other =
        SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults())) {
      Path file = shell.file("office.yaml");
      String before = Files.readString(file);
      shell.declare("office", other, FASTER);
      assertThat(shell.run("apply", plan).code()).isEqualTo(3);
      Files.writeString(file, before);
    }
    assertThat(writes()).isEmpty();
  }

  private static String digest(String plan) throws IOException {
    return JsonMapper.shared()
        .readTree(Files.readString(Path.of(plan)))
        .at("/plans/0/desired")
        .asString();
  }

  private static String after(String text, String start) {
    return text.substring(text.indexOf(start) + start.length());
  }

  private String saved() {
    return saved(FASTER);
  }

  private String saved(String yaml) {
    Path file = shell.declare("office", nas, yaml);
    Path plan = shell.file("office.plan");
    Shell.Result result = shell.run("plan", file.toString(), "--out", plan.toString());
    assertThat(result.code()).as(result.err()).isZero();
    nas.clearRequests();
    return plan.toString();
  }

  private void editDropbox(String field, int value) {
    nas.state()
        .edit(state ->
            ((ObjectNode) state.at("/connections/1/get_connection_setting")).put(field, value));
  }

  private List<String> writes() {
    return nas.requests().stream()
        .flatMap(request -> request.calls().stream())
        .filter(call -> call.api().equals("SYNO.CloudSync"))
        .map(RecordedCall::method)
        .filter(method -> !method.startsWith("get_") && !method.startsWith("list_"))
        .toList();
  }
}
