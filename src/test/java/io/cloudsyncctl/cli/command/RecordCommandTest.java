package io.cloudsyncctl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.Shell;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.state.RunLock;
import io.cloudsyncctl.state.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code record}: makes a record from journals, and never a worse one than was there. */
class RecordCommandTest {
  private static final String INVOICES =
      """
      connections:
        - name: Microsoft OneDrive
          tasks:
            - local_path: /finance/Invoices
              cloud_path: /Invoices
              consistency_check: true
              no_delete_on_cloud: true
              convert_gd: false
      """;

  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));
  private Path record = Path.of(".");
  private String file = "";
  private final SimulatedNas nas =
      SimulatedNas.start(
          SimulatedState.demo(), SimulatorOptions.builder().oldPackage(true).build());

  @BeforeEach
  void open() {
    shell = new Shell(folder);
    record = shell.file("r.json");
    file = shell.declare("office", nas, INVOICES).toString();
  }

  @AfterEach
  void close() {
    nas.close();
  }

  @Test
  void withoutJournalsTheRecordStaysAsItIs() throws IOException {
    apply();
    String before = Files.readString(record);
    Shell.Result elsewhere =
        shell.run(
            "record",
            file,
            "--record",
            record.toString(),
            "--state-dir",
            shell.file("elsewhere").toString());
    assertThat(elsewhere.code()).isZero();
    assertThat(elsewhere.out()).startsWith("office: no run in ").contains(" stays as it is\n");
    assertThat(Files.readString(record)).isEqualTo(before);
  }

  @Test
  void whatWasWrittenLaterFromElsewhereStays() throws IOException {
    apply();
    edit("\"no_delete_on_cloud\" : true", "\"no_delete_on_cloud\" : false");
    edit("2026-03-01T12:00:00Z", "2026-03-02T08:00:00Z");
    String before = Files.readString(record);
    Shell.Result rebuilt = rebuild();
    assertThat(rebuilt.code()).isZero();
    assertThat(rebuilt.out())
        .startsWith("office: 1 task from 1 run and the record so far, written to ");
    assertThat(Files.readString(record)).isEqualTo(before);
    assertThat(shell.run("plan", file, "--record", record.toString()).out())
        .contains("no_delete_on_cloud  (unknown) → true");
  }

  @Test
  void whatTheJournalsKnowBetterIsPutRightAndWhatTheyDoNotKnowIsKept() throws IOException {
    apply();
    JsonNode whole = json();
    edit("\"no_delete_on_cloud\" : true", "\"no_delete_on_cloud\" : false");
    edit("\"written_at\" : \"2026-03-01T12:00:00Z\"", "\"written_at\" : \"2026-02-28T08:00:00Z\"");
    edit(
        "\n  \"tasks\" : [ {",
        "\n  \"tasks\" : [ %s, {".formatted(task(9, "/a", "2026-01-01T00:00:00Z")));
    edit(
        "\"declared\"",
        """
        "relink" : { "delete_from_cloud" : true, "written_at" : "2026-01-01T00:00:00Z" },
        "declared"\
        """);
    JsonNode declared = json().path("declared");
    Shell.Result rebuilt = rebuild();
    assertThat(rebuilt.out())
        .as(rebuilt.err())
        .startsWith("office: 2 tasks from 1 run and the record so far, ");
    assertThat(json().path("relink").path("delete_from_cloud").booleanValue()).isTrue();
    assertThat(json().path("declared")).isEqualTo(declared);
    assertThat(json().at("/tasks/0")).isEqualTo(whole.at("/tasks/0"));
    assertThat(json().at("/tasks/1/local_path").asString("")).isEqualTo("/a");
  }

  @Test
  void tasksThatWentWithTheirConnectionAreForgotten() throws IOException {
    apply();
    Path old = Files.copy(record, shell.file("old.json"));
    long session = json().at("/tasks/0/session_id").asLong(0);
    shell.declare("office", nas, "connections: [{ name: Microsoft OneDrive, state: absent }]\n");
    Shell.Result removed =
        shell.run(
            "apply",
            "--yes",
            file,
            "--record",
            record.toString(),
            "--accept-risk",
            "disconnect:*",
            "--max-removals",
            "9",
            "--max-removals-percent",
            "100");
    assertThat(removed.code()).as(removed.out() + removed.err()).isZero();
    assertThat(json().path("tasks")).isEmpty();
    assertThat(Files.readString(journal("20260301T120000Z-2.jsonl")))
        .contains("\"sessions\":[" + session);

    Files.delete(record);
    assertThat(rebuild().out()).startsWith("office: 0 tasks from 2 runs, written to ");
    assertThat(json().path("tasks")).isEmpty();

    Files.delete(journal("20260301T120000Z.jsonl"));
    Files.copy(old, record, StandardCopyOption.REPLACE_EXISTING);
    edit("\"written_at\" : \"2026-03-01T12:00:00Z\"", "\"written_at\" : \"2026-02-28T08:00:00Z\"");
    assertThat(rebuild().out())
        .startsWith("office: 0 tasks from 1 run and the record so far, 1 task forgotten, written");
    assertThat(json().path("tasks")).isEmpty();
  }

  @Test
  void runsBeforeADamagedJournalAreNotBelievedSinceItMayHaveWrittenOverThem() throws IOException {
    apply();
    Files.delete(record);
    Path damaged = journal("20260301T120000Z.jsonl").resolveSibling("20260301T120000Z-2.jsonl");
    Files.writeString(damaged, "{\"event\":\"sta\n{}\n");
    Shell.Result rebuilt = rebuild();
    assertThat(rebuilt.code()).isEqualTo(65);
    assertThat(rebuilt.out()).startsWith("office: no run in ");
    assertThat(rebuilt.err())
        .contains("-2.jsonl:1:1: error[journal-unreadable]: ")
        .contains("their journals are not used either");
    assertThat(record).doesNotExist();

    Files.delete(damaged);
    assertThat(rebuild().out()).startsWith("office: 1 task from 1 run, written to ");
  }

  @Test
  void aRecordThatCannotBeReadIsNotReplaced() throws IOException {
    apply();
    Files.writeString(record, "<<<<<<< HEAD\n");
    Shell.Result rebuilt = rebuild();
    assertThat(rebuilt.code()).isEqualTo(65);
    assertThat(rebuilt.err()).contains("error[record-unreadable]").contains("or delete it");
    assertThat(Files.readString(record)).isEqualTo("<<<<<<< HEAD\n");
  }

  @Test
  void itWaitsForNoApplyThatIsUnderWay() {
    apply();
    Path lock =
        StateFolder.lock(
            shell.file("home/.local/state/cloudsyncctl"), StateFolder.identity(nas.url()));
    try (RunLock _ = RunLock.take(lock, "office")) {
      Shell.Result rebuilt = rebuild();
      assertThat(rebuilt.code()).isEqualTo(3);
      assertThat(rebuilt.err()).contains("error[nas-locked]");
    }
  }

  @Test
  void whereItCannotBeWrittenTheFolderIsNamed() throws IOException {
    apply();
    Files.writeString(shell.file("file"), "");
    Shell.Result rebuilt = shell.run("record", file, "--record", shell.file("file/r.json") + "");
    assertThat(rebuilt.code()).isEqualTo(1);
    assertThat(rebuilt.err()).contains("error[state-unwritable]: the record FOLDER/file/r.json");
  }

  private static String task(long session, String local, String at) {
    return """
    { "session_id" : %d, "local_path" : "%s", "cloud_path" : "/b", "written_at" : "%s",
      "values" : { "convert_gd" : true } }\
    """
        .formatted(session, local, at);
  }

  private void apply() {
    Shell.Result applied = shell.run("apply", "--yes", file, "--record", record.toString());
    assertThat(applied.code()).as(applied.err()).isZero();
  }

  private Shell.Result rebuild() {
    return shell.run("record", file, "--record", record.toString());
  }

  private void edit(String before, String after) throws IOException {
    String text = Files.readString(record);
    assertThat(text).contains(before);
    Files.writeString(record, text.replace(before, after));
  }

  private JsonNode json() throws IOException {
    return JsonMapper.shared().readTree(Files.readString(record));
  }

  private Path journal(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
    }
  }
}
