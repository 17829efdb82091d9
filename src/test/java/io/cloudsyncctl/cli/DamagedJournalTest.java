package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Journals of which the end is cut off, or something in the middle is damaged. */
class DamagedJournalTest {
  private static final String RUN = "20260301T120000Z";
  private static final String FILTERS =
      """
      connections:
        - name: Dropbox
          tasks:
            - local_path: /projects/Harbour Offices/Exchange
              cloud_path: /Harbour Offices
              filters: { filtered_extensions: [bak, dwl, menü] }
      """;

  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));
  private String file = "";
  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());

  @BeforeEach
  void open() {
    shell = new Shell(folder);
    file = shell.declare("office", nas, FILTERS).toString();
  }

  @AfterEach
  void close() {
    assertThat(nas.activeSessions()).as("sessions that were not logged out").isZero();
    nas.close();
  }

  @Test
  void aLineThatIsCutOffMakesWayForTheNextOneWhereverItIsCut() throws IOException {
    cutShort();
    byte[] whole = Files.readAllBytes(journal());
    int lastLine = new String(whole, StandardCharsets.ISO_8859_1).trim().lastIndexOf('\n') + 1;
    for (int length = lastLine + 1; length < whole.length; length += 19) {
      Files.write(journal(), Arrays.copyOf(whole, length));
      settles(length);
    }
    Files.write(journal(), Arrays.copyOf(whole, whole.length - 1));
    settles(whole.length - 1);
  }

  @Test
  void itMayBeCutInTheMiddleOfACharacter() throws IOException {
    cutShort();
    byte[] whole = Files.readAllBytes(journal());
    int middle = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("\u00c3\u00bc") + 1;
    Files.write(journal(), Arrays.copyOf(whole, middle));
    settles(middle);
  }

  /** An apply of what is in sync says once that there was such a run, and no more. */
  private void settles(int length) throws IOException {
    assertThat(apply().err()).as("%d bytes", length).doesNotContain("warning", "error");
    Shell.Result again = apply();
    assertThat(again.err()).as("%d bytes", length).isEmpty();
    for (String line : Files.readAllLines(journal())) {
      assertThat(JsonMapper.shared().readTree(line).isObject()).as(line).isTrue();
    }
    assertThat(Files.readString(journal())).contains("\"settled\"").endsWith("}\n");
    assertThat(shell.run("runs").out()).contains(", finished by a later run\n");
  }

  @Test
  void aJournalWithoutItsFirstLineTellsOfNoRun() throws IOException {
    cutShort();
    byte[] whole = Files.readAllBytes(journal());
    for (int length : List.of(0, 1, 20)) {
      Files.write(journal(), Arrays.copyOf(whole, length));
      assertThat(apply().err()).isEmpty();
      assertThat(Files.size(journal())).isEqualTo(length);
      Shell.Result runs = shell.run("runs");
      assertThat(runs.code()).isZero();
      assertThat(runs.out() + runs.err()).isEqualTo("No runs.\n");
      assertThat(shell.run("record", file).code()).isZero();
      Shell.Result shown = shell.run("show", RUN);
      assertThat(shown.code()).isEqualTo(65);
      assertThat(shown.err()).contains("the run was cut short before its first line, so it did");
    }
  }

  @Test
  void damageInTheMiddleOfARunThatIsNotSettledIsToldByEveryPlanAndApply() throws IOException {
    cutShort();
    damage(journal());
    String warning =
        """
        %s:2:1: warning[journal-unreadable]: the journal cannot be used: the line is not JSON; \
        whether its run left anything undone, such as a connection that it paused, is not known
          hint: see in DSM whether a connection is paused that should not be, then move the file \
        out of its folder
        """
            .formatted(journal().toString().replace(folder.toString(), "FOLDER"));
    for (String command : List.of("plan", "apply", "drift")) {
      Shell.Result told = command.equals("apply") ? apply() : shell.run(command, file);
      assertThat(told.code()).isZero();
      assertThat(told.err()).startsWith(warning).containsOnlyOnce("journal-unreadable");
    }
    Files.move(journal(), folder.resolve("damaged"));
    assertThat(apply().err()).isEmpty();
  }

  @Test
  void damageInTheMiddleOfARunThatEndedWellIsNoMatterForTheNext() throws IOException {
    assertThat(apply().code()).isZero();
    damage(journal());
    assertThat(apply().err()).isEmpty();
    assertThat(shell.run("plan", file).err()).isEmpty();
    assertThat(shell.run("show", RUN).code()).isEqualTo(65);
  }

  @Test
  void oneDamagedJournalDoesNotHideTheOtherRuns() throws IOException {
    cutShort();
    damage(journal());
    shell.declare("office", nas, "package: { workers: 9 }\n");
    assertThat(apply().code()).isZero();
    Shell.Result runs = shell.run("runs");
    assertThat(runs.code()).isEqualTo(65);
    assertThat(runs.out()).isEqualTo(RUN + "-2  office  1 operation  applied\n");
    assertThat(runs.err())
        .contains("/" + RUN + ".jsonl:2:1: error[journal-unreadable]: the journal cannot be used")
        .contains("1 error");
  }

  @Test
  void aStatusThatNobodyWroteDoesNothingToTheTerminal() throws IOException {
    assertThat(apply().code()).isZero();
    String text = Files.readString(journal());
    Files.writeString(journal(), text.replace("\"applied\"", "\"applied\\u001b]0;owned\\u0007\""));

    assertThat(shell.run("runs").out()).endsWith("  applied\\u{1B}]0;owned\\u{7}\n");
    assertThat(shell.run("show", RUN).out()).contains("applied\\u{1B}]0;owned\\u{7}\n");
  }

  @Test
  void aNameThatIsNoFileNameIsNoReasonToFail() throws IOException {
    cutShort();
    String text = Files.readString(journal());
    Files.writeString(journal(), text.replace("\"nas\":\"office\"", "\"nas\":\"a\\u0000/../b\""));

    Shell.Result settled = shell.run("runs", "settle", journal().toString());

    assertThat(settled.code()).as(settled.err()).isZero();
    assertThat(settled.out()).endsWith("counts as dealt with.\n");
  }

  /** A run that wrote all that is declared, and died before it came to its end. */
  private void cutShort() throws IOException {
    nas.injectFaults(
        new FaultInjector() {
          private boolean written;

          @Override
          public synchronized FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            written |= call.method().equals("set_selective_sync_config");
            return written && call.method().equals("resume") ? new FaultSpec.ApiError(105) : null;
          }
        });
    assertThat(apply().code()).isEqualTo(4);
    nas.injectFaults(new FaultInjector() {});
    assertThat(apply().code()).isZero();
    Files.delete(journal().resolveSibling(RUN + "-2.jsonl"));
    List<String> lines = Files.readAllLines(journal());
    assertThat(lines.getLast()).contains("settled");
    assertThat(lines.get(lines.size() - 2)).contains("settled", "seen-active");
    assertThat(lines.get(lines.size() - 3)).contains("\"end\"");
    Files.write(journal(), lines.subList(0, lines.size() - 3));
  }

  private static void damage(Path journal) throws IOException {
    String text = Files.readString(journal);
    int second = text.indexOf('\n') + 1;
    Files.writeString(journal, text.substring(0, second) + text.substring(second + 9));
  }

  private Shell.Result apply() {
    return shell.run("apply", "--yes", "--accept-risk", "data-loss:*", file);
  }

  private Path journal() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(path -> path.endsWith(RUN + ".jsonl")).findFirst().orElseThrow();
    }
  }
}
