package io.cloudsyncctl.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class UsageTest {
  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));

  @BeforeEach
  void open() {
    shell = new Shell(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validate",
        "plan",
        "apply",
        "drift",
        "export",
        "capture",
        "ping",
        "simulate",
        "schema",
        "completion"
      })
  void everyCommandHasAHelpOfEightyColumns(String command) {
    Shell.Result result = shell.run(command, "--help");
    assertThat(result.code()).isZero();
    assertThat(result.out()).startsWith("Usage: cloudsyncctl " + command + " [OPTIONS]");
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(result.out().lines().filter(line -> line.contains("DEFAULT"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"apply", "watch", "plan", "validate"})
  void noHelpTearsTheEndingOfAFileApart(String command) {
    assertThat(shell.run(command, "--help").out()).doesNotContainPattern("\\.\n +ya?ml");
  }

  @Test
  void whatIsNoYamlIsNoQuestionOfConsent() {
    Shell.Result result = shell.run("apply", shell.write("README.md", "# A\n\n`x`\n").toString());
    assertThat(result.code()).isEqualTo(65);
    assertThat(result.err()).contains("error[").doesNotContain("consent-needed");
  }

  @Test
  void aFileThatIsNoRunIsSaidToBeNone() {
    String file = shell.write("home.yaml", "version: 1\n").toString();
    for (String[] command : new String[][] {{"show", file}, {"undo", file, file, "--yes"}}) {
      Shell.Result result = shell.run(command);
      assertThat(result.code()).isEqualTo(65);
      assertThat(result.err())
          .contains(
              "error[not-a-run]: the file FOLDER/home.yaml is neither a saved plan nor the journal"
                  + " of a run");
    }
    assertThat(shell.run("show", "20260101T000000Z").code()).isEqualTo(64);
  }

  @Test
  void aFolderOfExamplesIsValidWithWhatIsSomebodyElses() {
    shell.write("all/action.yml", "name: x\nruns: { using: composite }\n");
    shell.write(
        "all/office.yaml", "version: 1\nnas: { name: office, url: 'https://nas.example.lan' }\n");
    Shell.Result result = shell.run("validate", shell.file("all").toString());
    assertThat(result.code()).isZero();
    assertThat(result.err()).contains("all/action.yml:1:1: note[not-a-declaration]: ");
    assertThat(shell.run("validate", shell.file("all/action.yml").toString()).code()).isEqualTo(65);
  }

  @Test
  void theProgramListsItsCommandsAndExitCodes() {
    Shell.Result result = shell.run("--help");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("validate", "plan", "apply", "drift", "65 bad input");
  }

  @Test
  void theVersionIsOneLine() {
    assertThat(shell.run("--version").out()).matches("cloudsyncctl \\S+\\R");
  }

  @Test
  void withoutACommandItSaysSo() {
    Shell.Result result = shell.run();
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err())
        .isEqualTo(
            """
            error[bad-usage]: a command is missing
              hint: see cloudsyncctl --help
            1 error
            """);
  }

  @Test
  void aMistypedCommandGetsASuggestion() {
    Shell.Result result = shell.run("plann");
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err())
        .isEqualTo(
            """
            error[bad-usage]: there is no command 'plann'
              hint: did you mean plan? see cloudsyncctl --help
            1 error
            """);
  }

  @Test
  void aWrongValueNamesTheRightOnes() {
    Shell.Result result = shell.run("completion", "fish");
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err()).contains("(SHELL): expected bash or zsh, not 'fish'");
  }

  @Test
  void theSchemasAreTheCommittedOnes() throws IOException {
    assertThat(shell.run("schema").out())
        .isEqualTo(Files.readString(Path.of("schemas/cloudsync-v1.schema.json")));
    assertThat(shell.run("schema", "plan").out())
        .isEqualTo(Files.readString(Path.of("schemas/plan-v1.schema.json")));
    assertThat(JsonMapper.shared().readTree(shell.run("schema").out()).isObject()).isTrue();
  }

  @Test
  void theCompletionScriptIsGoodBash() throws IOException, InterruptedException {
    Path script = shell.write("completion.sh", shell.run("completion", "bash").out());
    Process bash = new ProcessBuilder("bash", "-n", script.toString()).start();
    assertThat(bash.waitFor()).isZero();
    assertThat(shell.run("completion", "zsh").out()).startsWith("autoload -U +X bashcompinit");
  }

  @Test
  void validationNeedsNoSecretsAndNoNas() {
    Path file =
        shell.write(
            "office.yaml",
            """
            version: 1
            nas:
              name: office
              url: https://nas.example.lan:5001
              username: ${env:NOBODY_SET_THIS}
              password: ${env:NOR_THIS}
            """);
    Shell.Result result = shell.run("validate", file.toString());
    assertThat(result.code()).isZero();
    assertThat(result.out()).isEqualTo("office: valid, 0 connections\n");
    assertThat(shell.run("plan", file.toString()).code()).isEqualTo(65);
  }
}
