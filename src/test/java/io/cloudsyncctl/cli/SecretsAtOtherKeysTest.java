package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody who may change a file can have a password printed in a plan. */
class SecretsAtOtherKeysTest {
  private static final String SECRET = "simulated";

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
    nas.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package: { pkg_volume: \"${env:NAS_PASSWORD}\" }\n",
        "package: { pkg_volume: \"/a/${env:NAS_PASSWORD:-b}\" }\n",
        "package: { pkg_volume: \"${env:CLOUDSYNC_PASSWORD:-/volume1}\" }\n",
        "vars: { a: \"${env:NAS_PASSWORD}\", b: \"${var:a}\" }\n"
            + "package: { pkg_volume: \"${var:b}\" }\n",
        "defaults: { connection: { provider: \"${env:NAS_PASSWORD}\" } }\n"
            + "connections: [{ name: x }]\n",
        "connections: [{ name: \"${env:NAS_PASSWORD}\" }]\n",
      })
  void theVariableOfAPasswordFillsNothingElse(String yaml) throws IOException {
    Path file = shell.declare("office", nas, yaml);
    Path out = folder.resolve("plan.json");
    Shell.Result plan = shell.run("plan", file.toString(), "--out", out.toString());
    assertThat(plan.code()).isEqualTo(65);
    assertThat(plan.err()).contains("FOLDER/office.yaml:").contains("error[secret-shown]: ");
    assertThat(plan.out() + plan.err()).doesNotContain(SECRET);
    assertThat(Files.exists(out)).isFalse();
    assertThat(shell.run("validate", file.toString()).code()).isEqualTo(65);
    assertThat(nas.requests()).isEmpty();
  }

  @Test
  void norDoesItsFileByWhateverNameItIsReached() throws IOException {
    shell.write("secrets/pw", SECRET);
    Files.createSymbolicLink(folder.resolve("other"), folder.resolve("secrets/pw"));
    for (String password :
        new String[] {"password_file: secrets/pw", "password: \"${file:secrets/pw}\""}) {
      for (String path : new String[] {"secrets/pw", "secrets/../secrets/pw", "other"}) {
        Path file =
            shell.write(
                "office.yaml",
                """
                version: 1
                nas: { name: office, url: "%s", username: admin, %s }
                package: { pkg_volume: "/${file:%s}" }
                """
                    .formatted(nas.url(), password, path));
        Shell.Result plan = shell.run("plan", file.toString());
        assertThat(plan.code()).isEqualTo(65);
        assertThat(plan.err())
            .isEqualTo(
                """
                FOLDER/office.yaml:3:24: error[secret-shown]: pkg_volume uses what a secret of a \
                NAS is filled with, and would show it in plans and reports
                  hint: use another variable or file here
                1 error
                """);
      }
    }
  }

  @Test
  void norDoesThatOfAnotherNas() {
    shell.write(
        "a.yaml",
        """
        version: 1
        nas: { name: a, url: "%s", username: admin, password: "${env:OF_A}" }
        package: { pkg_volume: "${env:OF_B}" }
        """
            .formatted(nas.url()));
    shell.write(
        "b.yaml",
        """
        version: 1
        nas: { name: b, url: "%s", username: admin, password: "${var:of_b}" }
        vars: { of_b: "${env:OF_B}" }
        """
            .formatted(nas.url()));
    Shell.Result plan =
        shell
            .environment("OF_A", SECRET)
            .environment("OF_B", SECRET)
            .run("plan", folder.resolve("a.yaml").toString(), folder.resolve("b.yaml").toString());
    assertThat(plan.code()).isEqualTo(65);
    assertThat(plan.err()).contains("a.yaml:3:24: error[secret-shown]: pkg_volume uses");
    assertThat(plan.out() + plan.err()).doesNotContain(SECRET);
  }

  @Test
  void norDoesAVariableOfTheCommandLine() {
    Path file =
        shell.write(
            "office.yaml",
            """
            version: 1
            nas: { name: office, url: "%s", username: admin, password: "${var:pw}" }
            package: { pkg_volume: "${var:pw}" }
            """
                .formatted(nas.url()));
    Shell.Result plan = shell.run("plan", file.toString(), "--var", "pw=" + SECRET);
    assertThat(plan.code()).isEqualTo(65);
    assertThat(plan.err()).contains("error[secret-shown]: pkg_volume uses").doesNotContain(SECRET);
  }

  @Test
  void otherVariablesAndFilesFillWhateverTheyLike() {
    shell.write("volume", "/volume2\n");
    Path file = shell.declare("office", nas, "package: { pkg_volume: \"${file:volume}\" }\n");
    Shell.Result plan = shell.run("plan", file.toString());
    assertThat(plan.code()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("/volume1 → /volume2");
  }
}
