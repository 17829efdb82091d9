package io.cloudsyncctl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.Shell;
import io.cloudsyncctl.cli.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code simulate}, with what makes the NAS imperfect. */
@Timeout(60)
class SimulateCommandTest {
  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  @Test
  void aBehaviourThatThereIsNotIsBadUsageAndAllThatThereAreAreListed() {
    Shell.Result result = shell.run("simulate", "--behave", "reorder", "--behave", "be-nice");
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err())
        .startsWith(
            """
            error[bad-usage]: --behave "be-nice" is no behaviour
              hint: there are: pause-lag=TIME, resume-lag=TIME, tasks-lag=TIME, newest-wins, \
            """)
        .contains(", log-keeps=N; each may end in @ID\n");
  }

  @Test
  void aBehaviourThatIsWrittenWrongSaysHowItIsWritten() {
    Shell.Result result = shell.run("simulate", "--behave=pause-lag=soon");
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err())
        .startsWith(
            "error[bad-usage]: --behave \"pause-lag=soon\": \"soon\" is no time, such as 4s, 500ms"
                + " or 3looks; it is written pause-lag=TIME\n");
  }

  @Test
  void aLineOfAScriptThatIsNoneIsBadInputAtItsPlace() {
    Path script = shell.write("person.txt", "# first\nat 12: pause 3\nat 13: explode\n");
    Shell.Result result = shell.run("simulate", "--script", script.toString());
    assertThat(result.code()).isEqualTo(65);
    assertThat(result.err())
        .startsWith(
            "FOLDER/person.txt:3:1: error[script-unusable]: \"explode\" is nothing that a person"
                + " does here\n  hint: a person can: pause CONNECTION, resume CONNECTION, ");
  }

  @Test
  void aScriptThatIsNotThereIsBadInput() {
    Shell.Result result = shell.run("simulate", "--script", shell.file("nothing.txt").toString());
    assertThat(result.code()).isEqualTo(65);
    assertThat(result.err())
        .contains("error[script-unusable]: the script FOLDER/nothing.txt cannot be read: no such");
  }

  @Test
  void theNasBehavesSoAndThePersonComesAlong() throws IOException, InterruptedException {
    Path script = shell.write("person.txt", "before list_conn: rename 1 \"By a person\"\n");
    try (PipedInputStream read = new PipedInputStream();
        PrintStream out =
            new PrintStream(new PipedOutputStream(read), true, StandardCharsets.UTF_8);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(read, StandardCharsets.UTF_8))) {
      Thread serving =
          Thread.startVirtualThread(() ->
              new Terminal(Map.of(), folder.resolve("home"), Shell.NOW)
                  .run(
                      out,
                      new PrintStream(OutputStream.nullOutputStream()),
                      InputStream.nullInputStream(),
                      false,
                      "simulate",
                      "--behave=ignore=resume forget-connections=1@2",
                      "--behave",
                      "error-answers=list_sess:105@5",
                      "--script",
                      script.toString()));
      try {
        String url = lines.lines().findFirst().orElseThrow().replace("listening on ", "");
        shell.environment("CLOUDSYNC_PASSWORD", "simulated");
        String status = shell.run("status", "--url", url, "--username", "admin").out();
        assertThat(status).contains("By a person").doesNotContain("Microsoft OneDrive");
        assertThat(shell.run("status", "--url", url, "--username", "admin").out())
            .contains("Microsoft OneDrive");
      } finally {
        serving.interrupt();
        serving.join();
      }
    }
  }
}
