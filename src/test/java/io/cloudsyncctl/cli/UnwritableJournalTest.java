package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.state.JournalStore;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Journals that cannot be written: what was done is told all the same, and the next run converges.
 */
class UnwritableJournalTest {
  private static final String NO_JOURNAL_NO_WRITE = "nothing is written to a NAS without";
  private static final String DECLARED =
      """
      package: { workers: 9 }
      connections:
        - name: Dropbox
          tasks:
            - local_path: /projects/Harbour Offices/Exchange
              cloud_path: /Harbour Offices
              filters: { filtered_extensions: [bak, dwl] }
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

  @Test
  void whateverLineDoesNotFitOnTheDiskTheResultIsToldAndTheNextRunConverges() throws IOException {
    FailingJournals enough = new FailingJournals(Integer.MAX_VALUE);
    JsonNode converged;
    try (Trial trial = new Trial("enough")) {
      assertThat(trial.apply(enough).code()).isZero();
      converged = trial.state();
    }
    assertThat(enough.lines()).isGreaterThan(30);
    List<Integer> codes = new ArrayList<>();
    for (int line = 1; line <= enough.lines(); line++) {
      try (Trial trial = new Trial("line-" + line)) {
        codes.add(trial.fails(new FailingJournals(line)));
        trial.converges(converged);
      }
    }
    assertThat(codes.stream().distinct()).containsExactly(1, 4, 0);
  }

  @Test
  void anEarlierJournalThatMayNotBeTouchedFailsNoApply() throws IOException {
    JournalStore closed =
        new JournalStore() {
          @Override
          public Lines create(Path path) throws IOException {
            return JournalStore.DISK.create(path);
          }

          @Override
          public Lines append(Path path) throws IOException {
            throw new FileSystemException(path.toString(), null, "Operation not permitted");
          }
        };
    try (Trial trial = new Trial("closed")) {
      Shell.Result applied = trial.apply(closed);
      assertThat(applied.code()).as(applied.err()).isZero();
      assertThat(applied.out()).contains("Apply complete: ");
      assertThat(applied.err())
          .contains(
              "office: warning[run-not-settled]: what the run 20260301T120000Z left is dealt with,"
                  + " but the journal FOLDER/home/.local/state/cloudsyncctl/journals/")
          .contains(".jsonl cannot be written: Operation not permitted\n  hint: every plan and")
          .doesNotContain(NO_JOURNAL_NO_WRITE);

      Shell.Result nothingToDo = trial.apply(closed);
      assertThat(nothingToDo.code()).isZero();
      assertThat(nothingToDo.err()).contains("warning[run-not-settled]");
      trial.converges(trial.state());
    }
  }

  /** One NAS with a run behind it that was cut short. */
  private final class Trial implements AutoCloseable {
    private final Path place;
    private final String file;
    private final SimulatedNas nas =
        SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());

    Trial(String name) throws IOException {
      this.place = Files.createDirectories(folder.resolve(name));
      this.file = new Shell(place).declare("office", nas, DECLARED).toString();
      nas.injectFaults(
          new FaultInjector() {
            @Override
            public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
              return call.method().equals("test_task_setting") ? new FaultSpec.ApiError(105) : null;
            }
          });
      assertThat(apply(JournalStore.DISK).code()).isEqualTo(4);
      nas.injectFaults(new FaultInjector() {});
    }

    /** What an apply ends with whose journal cannot be written any more at some line. */
    int fails(FailingJournals journals) {
      JsonNode before = state();
      Shell.Result failed = apply(journals);
      String told = failed.out() + failed.err();
      assertThat(told)
          .contains(".jsonl cannot be written: No space left on device")
          .doesNotContain("internal-error");
      if (state().equals(before)) {
        assertThat(failed.code()).as(told).isEqualTo(1);
        assertThat(told).contains("error[state-unwritable]", NO_JOURNAL_NO_WRITE);
      } else if (failed.code() == 0) {
        assertThat(told).contains("Apply complete: ", "warning[").doesNotContain("error[");
      } else {
        assertThat(failed.code()).as(told).isEqualTo(4);
        assertThat(told)
            .contains("Apply incomplete: ", "so nothing more was written to the NAS")
            .doesNotContain(NO_JOURNAL_NO_WRITE);
        assertThat(failed.out().contains("[left-paused]")).as(told).isEqualTo(rests());
      }
      return failed.code();
    }

    void converges(JsonNode converged) {
      Shell.Result next = apply(JournalStore.DISK);
      assertThat(next.code()).as(next.out() + next.err()).isZero();
      assertThat(state()).isEqualTo(converged);
      Shell.Result runs = new Shell(place).run("runs");
      assertThat(runs.code()).as(runs.err()).isZero();
      assertThat(runs.out()).doesNotContain("interrupted\n", "partly applied\n");
    }

    private boolean rests() {
      return state()
          .at("/list_conn/conn")
          .valueStream()
          .filter(connection -> !connection.path("task_name").asString("").equals("Google Drive"))
          .anyMatch(connection -> connection.path("status").asString("").equals("pause"));
    }

    JsonNode state() {
      return nas.state().toJson();
    }

    Shell.Result apply(JournalStore journals) {
      return new Shell(place)
          .journals(journals)
          .run("apply", "--yes", "--accept-risk", "data-loss:*", file);
    }

    @Override
    public void close() {
      assertThat(nas.activeSessions()).as("sessions that were not logged out").isZero();
      nas.close();
    }
  }
}
