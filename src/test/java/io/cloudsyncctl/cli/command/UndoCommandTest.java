package io.cloudsyncctl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.Shell;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Journals, what they show, and the way back. */
class UndoCommandTest {
  private static final String RUN = "20260301T120000Z";
  private static final String CHANGES =
      """
      package: { workers: 9 }
      connections:
        - name: Dropbox
          paused: true
          settings: { max_upload_speed: 4096 }
          schedule: { enabled: true, hours: { mon-fri: 0-8, others: all } }
          tasks:
            - local_path: /projects/Riverside School/Exchange
              cloud_path: /Riverside School
              filters: { filtered_extensions: [bak, dwl, dwl2, tmp, rvt] }
              accept_risk: [{ class: data-loss, reason: agreed }]
        - name: Amazon S3
          tasks:
            - local_path: /archive/2024
              cloud_path: /archive/2024
              sync_direction: ONLY_UPLOAD
              consistency_check: true
              no_delete_on_cloud: true
              convert_gd: false
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
  void undoRestoresTheReadableStateByteForByte() {
    JsonNode before = readable();
    String file = shell.declare("office", nas, CHANGES).toString();
    Shell.Result applied = shell.run("apply", "--yes", file);
    assertThat(applied.code()).as(applied.out() + applied.err()).isZero();
    assertThat(readable()).isNotEqualTo(before);

    Shell.Result refused = shell.run("undo", RUN, file, "--yes");
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err())
        .contains("disconnect: the task is removed")
        .contains("--accept-risk 'disconnect:office/Amazon S3/archive/2024:/archive/2024'");

    Shell.Result undone = shell.run("undo", RUN, file, "--yes", "--accept-risk", "disconnect:*");
    assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
    assertThat(readable()).isEqualTo(before);
  }

  @Test
  void undoIsRefusedWhereTheNasHasMovedSince() {
    String file = shell.declare("office", nas, "package: { workers: 9 }\n").toString();
    assertThat(shell.run("apply", "--yes", file).code()).isZero();
    nas.state().edit(state -> ((ObjectNode) state.path("get_config")).put("worker_count", 5));
    nas.clearRequests();
    Shell.Result result = shell.run("undo", RUN, file, "--yes");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err())
        .contains("error[nas-moved]: office/package: the NAS has changed since the run " + RUN);
    assertThat(writes()).isEmpty();
  }

  private static final String DIRECTION =
      """
      package: { workers: 9 }
      connections:
        - name: Microsoft OneDrive
          tasks:
            - local_path: /finance/Invoices
              cloud_path: /Invoices
              sync_direction: ONLY_DOWNLOAD
              consistency_check: true
              no_delete_on_cloud: true
              convert_gd: false
              filters: { max_upload_size: 1 MiB }
              accept_risk: [{ class: data-loss, reason: agreed }]
      """;

  @Test
  void whatCanBeUndoneIsAndTheRestIsListedWithItsReason() {
    nas.state().becomeOldPackage();
    String file = shell.declare("office", nas, DIRECTION).toString();
    assertThat(shell.run("apply", "--yes", file).code()).isZero();
    nas.clearRequests();
    Shell.Result undone = shell.typing("yes\n").run("undo", RUN, file, "--color", "never");
    assertThat(undone.code()).as(undone.err()).isEqualTo(6);
    assertThat(undone.out())
        .isEqualTo(
            """
            NAS office
            ==========

              office/package
                ~ change the package settings
                  workers  9 → 3                                    20260301T120000Z.jsonl:4

              office/Microsoft OneDrive/finance/Invoices:/Invoices
                ~ change the filters
                  max_upload_size  1048576 bytes (1 MiB) → 0 (no limit)
                                                                    20260301T120000Z.jsonl:3
                    ! data-loss: the size limit no longer covers some files: anything
                                 deleted on one side in the meantime may now be deleted on
                                 the other
                ! cannot be undone                                  20260301T120000Z.jsonl:5
                  what was before of consistency_check, no_delete_on_cloud, convert_gd was
                  never known, and the NAS takes the task settings only all at once: they
                  stay as the run left them
                   1. In DSM set sync_direction back as it was: ONLY_UPLOAD
                   2. Check in DSM that consistency_check, no_delete_on_cloud, convert_gd
                      are set as you want them
                   3. Or declare them all in the YAML, and apply it

              office/Microsoft OneDrive is paused while the risky changes are applied, and
              then resumed: 2 tasks are paused during the change

              Remarks:
                office/Microsoft OneDrive/finance/Invoices:/Invoices
                  only a part of it goes back: see that what goes back and what stays do
                  well together

            Undo: 0 to create, 2 to change, 0 to remove, 1 that cannot be undone.
            Risks: 1 data-loss.
              done    office/Microsoft OneDrive: pause
              done    office/package: write the package settings
              done    office/Microsoft OneDrive/finance/Invoices:/Invoices: write the filters
              done    office/Microsoft OneDrive: resume

            Undo complete, as far as it can be undone: 4 operations. What is left has to be
            done by hand in DSM.
            """);
    assertThat(undone.err()).contains("Undo the run " + RUN + ", as far as it can be undone?");
    assertThat(writes()).doesNotContain("set_session_setting").contains("set_global_config");

    Shell.Result again = shell.run("undo", RUN, file, "--yes", "--color", "never");
    assertThat(again.code()).isEqualTo(6);
    assertThat(again.out()).contains("Undo: 0 to create, 0 to change, 0 to remove, 1 that cannot");
  }

  @Test
  void settingsThatAnOldPackageCannotReportAreUndoneWhereTheRecordKnewThem() {
    nas.state().becomeOldPackage();
    String first = shell.declare("office", nas, DIRECTION).toString();
    assertThat(shell.run("apply", "--yes", first).code()).isZero();
    String second =
        shell
            .declare(
                "office",
                nas,
                DIRECTION.replace("consistency_check: true", "consistency_check: false"))
            .toString();
    assertThat(shell.run("apply", "--yes", second).code()).isZero();
    Shell.Result undone = shell.run("undo", RUN + "-2", second, "--yes");
    assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
    assertThat(undone.out())
        .endsWith(
            "Undo complete: 1 operation. What the run changed on office is as it was before.\n");
    assertThat(shell.run("undo", RUN + "-2", second, "--yes").out())
        .isEqualTo(
            """
            NAS office
            ==========

            Nothing to undo. What the run changed on office is as it was before.
            """);

    // A later run has written other values by now: the record tells, although no getter does.
    assertThat(shell.run("apply", "--yes", second).code()).isZero();
    Shell.Result moved = shell.run("undo", RUN, second, "--yes");
    assertThat(moved.code()).isEqualTo(3);
    assertThat(moved.err()).contains("error[nas-moved]");
  }

  @Test
  void aTaskThatARunCreatedIsNotRemovedOnceSomebodyHasChangedIt() {
    String file = shell.declare("office", nas, CHANGES).toString();
    assertThat(shell.run("apply", "--yes", file).code()).isZero();
    nas.state()
        .edit(state -> {
          for (JsonNode task : state.at("/connections/5/list_sess/sess")) {
            if (task.path("local_sync_path").asString("").equals("/archive/2024")) {
              ((ObjectNode) task).put("sync_direction", "BIDIRECTION");
            }
          }
        });
    nas.clearRequests();
    Shell.Result result = shell.run("undo", RUN, file, "--yes", "--accept-risk", "disconnect:*");
    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err())
        .contains(RUN + ".jsonl:")
        .contains(
            "error[nas-moved]: office/Amazon S3/archive/2024:/archive/2024: the NAS has changed"
                + " since the run");
    assertThat(writes()).isEmpty();
  }

  @Test
  void aConnectionAndATaskThatWereRemovedAreListedAsWhatCannotBeUndone() {
    String file =
        shell
            .declare(
                "office",
                nas,
                """
                package: { workers: 9 }
                connections:
                  - name: Google Drive
                    state: absent
                  - name: Dropbox
                    tasks:
                      - { local_path: /projects/Templates, cloud_path: /Office templates, state: absent }
                """)
            .toString();
    assertThat(
            shell
                .run("apply", "--yes", file, "--accept-risk", "disconnect:*", "--max-removals", "9")
                .code())
        .isZero();
    Shell.Result undone = shell.run("undo", RUN, file, "--yes");
    assertThat(undone.code()).isEqualTo(6);
    assertThat(undone.out())
        .isEqualTo(
            """
            NAS office
            ==========

              office/package
                ~ change the package settings
                  workers  9 → 3                                    20260301T120000Z.jsonl:4

              office/Dropbox/projects/Templates:/Office templates
                ! cannot be undone                                  20260301T120000Z.jsonl:2
                  the run removed the task, and tasks of provider db cannot be created
                  through the API
                   1. In DSM open Cloud Sync, select "Dropbox", Task List, Create
                   2. Choose the local folder /projects/Templates and the cloud folder
                      /Office templates
                   3. Declare its settings, and apply

              office/Google Drive
                ! cannot be undone                                  20260301T120000Z.jsonl:3
                  the run removed the connection, and accounts can only be linked in a
                  browser
                   1. In DSM open Cloud Sync, choose +, pick the cloud and log in to the
                      account
                   2. Name the connection exactly "Google Drive" and set up its tasks
                   3. Declare their settings, and apply

            Undo: 0 to create, 1 to change, 0 to remove, 2 that cannot be undone.
              done    office/package: write the package settings

            Undo complete, as far as it can be undone: 1 operation. What is left has to be
            done by hand in DSM.
            """);
    assertThat(nas.state().toJson().at("/get_config/worker_count").asInt()).isEqualTo(3);
  }

  @Test
  void aRemovedS3TaskIsCreatedAgainWhereEverythingIsKnown() {
    String file =
        shell
            .declare(
                "office",
                nas,
                """
                connections:
                  - name: Amazon S3
                    tasks:
                      - local_path: /archive/2021
                        cloud_path: /archive/2021
                        sync_direction: ONLY_UPLOAD
                        consistency_check: true
                        no_delete_on_cloud: true
                        convert_gd: false
                """)
            .toString();
    assertThat(shell.run("apply", "--yes", file).code()).isZero();
    String gone =
        shell
            .declare(
                "office",
                nas,
                """
                connections:
                  - name: Amazon S3
                    tasks:
                      - { local_path: /archive/2021, cloud_path: /archive/2021, state: absent }
                """)
            .toString();
    assertThat(shell.run("apply", "--yes", gone, "--accept-risk", "disconnect:*").code()).isZero();
    Shell.Result undone = shell.run("undo", RUN + "-2", gone, "--yes");
    assertThat(undone.code()).as(undone.out() + undone.err()).isZero();
    assertThat(nas.state().toJson().at("/connections/5/list_sess").toString())
        .contains("/archive/2021");
  }

  @Test
  void theJournalIsForItsOwnerAndHoldsNoSecret() throws IOException {
    String file = shell.declare("office", nas, CHANGES).toString();
    assertThat(shell.run("apply", "--yes", file).code()).isZero();
    Path journal = journal();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(journal))
        .doesNotContain("simulated\"")
        .doesNotContain("secret_key")
        .contains("\"event\":\"before\"")
        .contains("\"event\":\"end\"");
  }

  @Test
  void runsAreListedAndShown() {
    String file = shell.declare("office", nas, "package: { workers: 9 }\n").toString();
    assertThat(shell.run("runs").out()).isEqualTo("No runs.\n");
    assertThat(shell.run("apply", "--yes", file).code()).isZero();
    assertThat(shell.run("runs").out()).isEqualTo(RUN + "  office  1 operation  applied\n");
    assertThat(shell.run("show", RUN).out().replaceFirst(" {2}plan {5}[0-9a-f]{64}\\n", ""))
        .isEqualTo(
            """
            Run %s
              NAS      office at %s
              started  2026-03-01 12:00 UTC
              ended    applied

              done       office/package: write the package settings
            """
                .formatted(RUN, nas.url()));
    Shell.Result unknown = shell.run("show", "nosuch");
    assertThat(unknown.code()).isEqualTo(64);
    assertThat(unknown.err()).contains("error[run-not-found]");
  }

  @ParameterizedTest
  @CsvSource({"false, 0 tasks", "true, 1 task"})
  void aLostRecordIsMadeAnewFromTheJournals(boolean oldPackage, String tasks) throws IOException {
    if (oldPackage) {
      nas.state().becomeOldPackage();
    }
    Path record = shell.file("office.record.json");
    String file = shell.declare("office", nas, CHANGES).toString();
    assertThat(shell.run("apply", "--yes", file, "--record", record.toString()).code()).isZero();
    JsonNode before = JsonMapper.shared().readTree(Files.readString(record));
    Files.delete(record);
    Shell.Result rebuilt = shell.run("record", file, "--record", record.toString());
    assertThat(rebuilt.code()).as(rebuilt.err()).isZero();
    assertThat(rebuilt.out()).startsWith("office: " + tasks + " from 1 run, written to ");
    assertThat(JsonMapper.shared().readTree(Files.readString(record))).isEqualTo(before);
  }

  @Test
  void anApplyThatHasNothingToDoLeavesNoJournal() {
    String file = shell.declare("office", nas, "package: { workers: 3 }\n").toString();
    assertThat(shell.run("apply", "--yes", file).code()).isZero();
    assertThat(shell.run("runs").out()).isEqualTo("No runs.\n");
  }

  @Test
  void aPauseThatAFailedRunLeftBehindIsTakenBackByTheNext() {
    String file =
        shell
            .declare(
                "office",
                nas,
                CHANGES
                    .substring(CHANGES.indexOf("  - name: Amazon S3"))
                    .indent(0)
                    .transform(text -> "connections:\n" + text))
            .toString();
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            return call.method().equals("set_session_setting") ? new FaultSpec.ApiError(105) : null;
          }
        });
    Shell.Result failed = shell.run("apply", "--yes", file);
    assertThat(failed.code()).isEqualTo(4);
    assertThat(failed.out()).contains("left-paused");
    assertThat(status("Amazon S3")).isEqualTo("pause");

    nas.injectFaults(new FaultInjector() {});
    Shell.Result next = shell.run("apply", "--yes", file);
    assertThat(next.code()).as(next.out() + next.err()).isZero();
    assertThat(next.err()).contains("note[run-unfinished]");
    assertThat(status("Amazon S3")).isEqualTo("uptodate");
    nas.clearRequests();
    assertThat(shell.run("apply", "--yes", file).code()).isZero();
    assertThat(writes()).isEmpty();
  }

  @Test
  void twoAppliesToOneNasDoNotRunAtOnce() throws IOException {
    String file = shell.declare("office", nas, "package: { workers: 9 }\n").toString();
    nas.injectFaults(
        new FaultInjector() {
          private boolean inside;

          @Override
          public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            if (call.method().equals("set_global_config") && !inside) {
              inside = true;
              Shell.Result second = new Shell(folder).run("apply", "--yes", file);
              assertThat(second.code()).isEqualTo(3);
              assertThat(second.err()).contains("error[nas-locked]");
            }
            return null;
          }
        });
    assertThat(shell.run("apply", "--yes", file).code()).isZero();
  }

  private Path journal() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything that a getter answers. */
  private JsonNode readable() {
    ObjectNode state = (ObjectNode) nas.state().toJson();
    for (JsonNode task : state.path("tasks")) {
      ((ObjectNode) task).remove("write_only");
    }
    return state;
  }

  private String status(String connection) {
    for (JsonNode entry : nas.state().toJson().at("/list_conn/conn")) {
      if (entry.path("task_name").asString("").equals(connection)) {
        return entry.path("status").asString("");
      }
    }
    return "not there";
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
