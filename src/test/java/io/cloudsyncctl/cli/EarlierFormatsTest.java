package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.apply.journal.JournaledRun;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.state.RecordFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One file of every format that earlier versions wrote. What they lack is told, and what hangs on
 * it is not done.
 */
class EarlierFormatsTest {
  private static final String DECLARED =
      """
      version: 1
      nas: { name: office, url: "http://127.0.0.1:5000" }
      """;

  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aSavedPlanOfAnEarlierVersionIsRefused(int version) throws IOException {
    Path plan = file("plan-" + version + ".json");

    Shell.Result result = shell.run("apply", plan.toString(), "--simulate=demo");

    assertThat(result.code()).isEqualTo(65);
    assertThat(result.err())
        .contains("error[plan-file-unusable]")
        .contains("it is of version " + version + ", this program knows version 4")
        .contains("make a new one with: cloudsyncctl plan --out");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aRecordOfAnEarlierVersionIsReadAndItsEntriesAreIncomplete(int version) throws IOException {
    SettingsRecord record =
        new RecordFile(file("record-" + version + ".json")).load("https://nas.example.lan:5001");

    assertThat(record.tasks()).hasSize(1);
    assertThat(record.tasks().values()).allMatch(SettingsRecord.Entry::isIncomplete);
    assertThat(record.known()).isEmpty();
    assertThat(record.declared().isPresent()).isEqualTo(version == 2);
  }

  @Test
  void aJournalOfVersion1IsReadAndShown() throws IOException {
    Path journal = file("journal-1.jsonl");

    JournaledRun run = JournaledRun.read(journal);

    assertThat(run.steps()).hasSize(10);
    assertThat(run.known()).isEmpty();
    assertThat(shell.run("show", journal.toString()).code()).isZero();
  }

  @Test
  void whatHangsOnTheIdsOfAJournalOfVersion1IsUndoneByHand() throws IOException {
    Path journal = file("journal-1.jsonl");
    Path state = file("office.json", "/golden/states/office.json");
    String yaml = shell.write("office.yaml", DECLARED).toString();

    Shell.Result result =
        shell.run("undo", "--yes", journal.toString(), yaml, "--simulate=" + state);

    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(6);
    assertThat(result.out())
        .contains("2 that cannot be undone")
        .contains("what the run did (create the task) stays: the journal was written by an")
        .contains("what the run did (write the filters) stays: the journal was written by an");
  }

  private Path file(String name) throws IOException {
    return file(name, "/formats/" + name);
  }

  private Path file(String name, String resource) throws IOException {
    try (InputStream in = EarlierFormatsTest.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      Files.write(folder.resolve(name), in.readAllBytes());
    }
    return folder.resolve(name);
  }
}
