package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that work before there is any file: ping, export and capture. */
class TargetCommandsTest {
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
  void pingTakesThePasswordFromStandardInput() {
    Shell.Result result =
        shell
            .piping("simulated\n")
            .run("ping", "--url", nas.url().toString(), "--username", "admin", "--password-stdin");
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            nas: Cloud Sync answers; 4 connections of all users
              Dropbox (db, office@lindqvist-baum.example): uptodate
              Microsoft OneDrive (od_v1, finance@lindqvist-baum.example): syncing
              Google Drive (gd, photos@lindqvist-baum.example): pause
              Amazon S3 (az, lindqvist-baum-archive): uptodate
            """);
  }

  @Test
  void pingTakesUserAndPasswordFromTheEnvironment() {
    shell.environment("CLOUDSYNC_USERNAME", "admin").environment("CLOUDSYNC_PASSWORD", "simulated");
    assertThat(shell.run("ping", "--url", nas.url().toString()).code()).isZero();
  }

  @Test
  void withoutAPasswordItSaysWhereToPutOne() {
    Shell.Result result = shell.run("ping", "--url", nas.url().toString(), "--username", "admin");
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err()).contains("error[credentials-missing]").contains("--password-stdin");
    assertThat(nas.requests()).isEmpty();
  }

  @Test
  void anEmptyPasswordIsNoLoginAttempt() {
    String url = nas.url().toString();
    Shell.Result piped =
        shell.piping("\n").run("ping", "--url", url, "--username", "admin", "--password-stdin");
    assertThat(piped.code()).isEqualTo(64);
    assertThat(piped.err()).contains("error[credentials-missing]: there is no password");

    shell.environment("CLOUDSYNC_PASSWORD", "");
    Shell.Result variable = shell.run("ping", "--url", url, "--username", "admin");
    assertThat(variable.code()).isEqualTo(64);
    assertThat(variable.err()).contains("error[credentials-missing]: there is no password");

    Shell.Result user = shell.run("ping", "--url", url, "--username", "");
    assertThat(user.code()).isEqualTo(64);
    assertThat(user.err()).contains("error[credentials-missing]: there is no user name");
    assertThat(nas.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ping", "plan", "apply", "drift", "export"})
  void anEmptyPasswordOfAFileIsAnErrorWithItsPlace(String command) {
    shell.environment("NAS_PASSWORD", "");
    Path file = shell.declare("office", nas, "");
    Shell.Result result =
        shell.run(
            Stream.concat(
                    Stream.of(command, file.toString()),
                    command.equals("apply") ? Stream.of("--yes") : Stream.of())
                .toArray(String[]::new));
    assertThat(result.code()).isEqualTo(65);
    assertThat(result.err())
        .contains(
            """
            FOLDER/office.yaml:6:13: error[empty-credential]: password is empty, so no login is tried
              hint: is the variable set that it comes from, and is the file filled?
            """);
    assertThat(nas.requests()).isEmpty();
    assertThat(shell.run("validate", file.toString()).code()).isZero();
  }

  @Test
  void anEmptyPasswordFileIsAnErrorToo() {
    shell.write("empty.pw", "\n");
    Path file =
        shell.write(
            "office.yaml",
            """
            version: 1
            nas: { name: office, url: "%s", username: admin, password_file: empty.pw }
            """
                .formatted(nas.url()));
    Shell.Result result = shell.run("plan", file.toString());
    assertThat(result.code()).isEqualTo(65);
    assertThat(result.err()).contains("error[empty-credential]: password_file is empty");
    assertThat(nas.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--pin-sha256=0000000000000000000000000000000000000000000000000000000000000000, --pin-sha256",
    "--ca-file=ca.pem, --ca-file",
    "--insecure-skip-verify, --insecure-skip-verify",
    "--allow-http, --allow-http",
    "--name=office, --name",
    "--username=admin, --username",
    "--password-stdin, --password-stdin",
    "--session=FileStation, --session"
  })
  void noOptionForAnotherNasIsPassedOverInSilence(String argument, String option) {
    String file = shell.declare("office", nas, "").toString();
    for (String command : List.of("ping", "export", "capture")) {
      Shell.Result result = shell.run(command, file, argument);
      assertThat(result.code()).isEqualTo(64);
      assertThat(result.err())
          .contains(
              "error[bad-usage]: " + option + " is for the NAS of --url, and here files name it");
    }
    assertThat(nas.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:99999, bad-url, a port beyond 65535",
    "https://nas.example.lan:5001/?x=1, bad-url, is not like https://HOST:5001",
    "https://nas.example.lan:5001#x, bad-url, is not like https://HOST:5001",
    "https://me@nas.example.lan:5001, bad-url, holds a user name or password",
    "nas.example.lan:5001, bad-url, is not like https://HOST:5001",
    "ftp://nas.example.lan, bad-url, is not like https://HOST:5001",
    "'https://nas example.lan', bad-url, is not like https://HOST:5001",
    "http://nas.example.lan:5000, http-refused, in the clear"
  })
  void anAddressIsTakenWhereAFileTakesIt(String url, String code, String why) {
    Shell.Result option =
        shell.environment("CLOUDSYNC_PASSWORD", "x").run("ping", "--username=x", "--url", url);
    assertThat(option.code()).isEqualTo(64);
    assertThat(option.err()).contains("error[" + code + "]: --url").contains(why);
    Path file = shell.write("a.yaml", "version: 1\nnas: { name: a, url: '" + url + "' }\n");
    Shell.Result inFile = shell.run("validate", file.toString());
    assertThat(inFile.code()).isEqualTo(65);
  }

  @Test
  void theNameOfThisMachineMayBeWrittenInAnyCase() {
    shell.environment("CLOUDSYNC_PASSWORD", "simulated");
    String url = nas.url().toString().replace("127.0.0.1", "LOCALHOST");
    assertThat(shell.run("ping", "--username", "admin", "--url", url).code()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "--name=My NAS, '--name must be lower-case letters, digits and hyphens (such as office)'",
    "--pin-sha256=abc, '--pin-sha256 must be a SHA-256 fingerprint of 64 hexadecimal digits'",
  })
  void whatAFileWouldRefuseIsRefusedAsAnOption(String argument, String message) {
    Shell.Result result =
        shell
            .environment("CLOUDSYNC_PASSWORD", "simulated")
            .run("export", "--username=admin", "--url", nas.url().toString(), argument);
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err()).contains("error[bad-usage]: " + message);
    assertThat(nas.requests()).isEmpty();
  }

  @Test
  void theWaysToCheckACertificateExcludeEachOther() {
    Shell.Result result =
        shell.run("ping", "--url", nas.url().toString(), "--ca-file=a", "--insecure-skip-verify");
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err())
        .isEqualTo(
            """
            error[bad-usage]: --ca-file, --pin-sha256 and --insecure-skip-verify exclude each other
              hint: give the one by which the certificate is to be checked
            1 error
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port=99999",
        "--port=-1",
        "--connections=-1",
        "--tasks=-1",
        "--connections=0 --tasks=3",
        "--latency-ms=-1",
        "--tls-certificate=cert.pem"
      })
  void aSimulatedNasThatCannotBeIsBadUsage(String arguments) {
    Shell.Result result = shell.run(("simulate " + arguments).split(" "));
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err()).contains("error[bad-usage]: --");
  }

  @Test
  void anExportPlansToNothingAndHoldsNoSecret() throws IOException {
    export();
    String yaml = Files.readString(shell.file("nas.yaml"));
    assertThat(yaml).doesNotContain("simulated").contains("password: ${env:CLOUDSYNC_PASSWORD}");
    Shell.Result plan = shell.run("plan", "--detailed-exitcode", shell.file("nas.yaml").toString());
    assertThat(plan.code()).as(plan.out() + plan.err()).isZero();
    assertThat(plan.out()).contains("No changes. nas is as declared.");
  }

  @Test
  void aFileThatIsThereIsOnlyReplacedWithForce() throws IOException {
    Files.writeString(shell.file("nas.yaml"), "mine");
    Shell.Result result = export();
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err()).contains("error[file-exists]");
    assertThat(Files.readString(shell.file("nas.yaml"))).isEqualTo("mine");
    assertThat(export("--force").code()).isZero();
    assertThat(Files.readString(shell.file("nas.yaml"))).contains("version: 1");
  }

  @Test
  void aCaptureServesTheSameNasOffline() throws IOException {
    shell.environment("CLOUDSYNC_PASSWORD", "simulated");
    Path state = shell.file("nas.state.json");
    Shell.Result capture =
        shell.run(
            "capture",
            "--url",
            nas.url().toString(),
            "--username",
            "admin",
            "-o",
            state.toString());
    assertThat(capture.code()).as(capture.err()).isZero();
    assertThat(Files.readString(state))
        .doesNotContain("get_conn_auth_info")
        .doesNotContain("secret_key")
        .doesNotContain("get_log");
    Path file =
        shell.declare(
            "office",
            nas,
            """
            package: { workers: 9 }
            connections:
              - name: Dropbox
                settings: { max_upload_speed: 4096 }
            """);
    String online = shell.run("plan", file.toString()).out();
    String offline = shell.run("plan", file.toString(), "--simulate=" + state).out();
    assertThat(offline).isEqualTo(online).contains("max_upload_speed  2048 → 4096");
  }

  @Test
  void namesOfFilesAreOnlyCapturedWhereAskedFor() throws IOException {
    shell.environment("CLOUDSYNC_PASSWORD", "simulated");
    Path state = shell.file("all.json");
    Shell.Result result =
        shell.run(
            "capture",
            "--with-activity",
            "--url",
            nas.url().toString(),
            "--username",
            "admin",
            "-o",
            state.toString());
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(Files.readString(state)).contains("get_log").contains("get_recently_change");
  }

  @Test
  void anExportOfASimulatedNasShowsWhereTheAddressIsToStand() {
    String yaml = shell.run("export", "--simulate").out();
    assertThat(yaml)
        .contains("# The NAS was a simulated one: write the address of yours as url.\n")
        .contains("\n  name: nas\n  url: https://nas.example.lan:5001\n");
    assertThat(shell.run("export", "--simulate", "--url", "https://attic.example:5001").out())
        .doesNotContain("simulated")
        .contains("\n  name: attic\n  url: https://attic.example:5001\n");
    Path file = shell.write("nas.yaml", yaml);
    shell.environment("CLOUDSYNC_USERNAME", "admin").environment("CLOUDSYNC_PASSWORD", "x");
    assertThat(shell.run("validate", file.toString()).err()).isEmpty();
  }

  @Test
  void hintsSpeakOfTheOptionsWhereTheNasIsNamedByThem() {
    shell.environment("CLOUDSYNC_USERNAME", "admin").environment("CLOUDSYNC_PASSWORD", "wrong");
    Shell.Result refused = shell.run("ping", "--url", nas.url().toString());
    assertThat(refused.code()).isEqualTo(5);
    assertThat(refused.err())
        .contains("hint: check the user name and the password; the login is not tried again");
    Shell.Result nobody = shell.run("ping", "--url", "http://127.0.0.1:1");
    assertThat(nobody.code()).isEqualTo(5);
    assertThat(nobody.err()).contains("hint: is the NAS on? check --url: DSM listens on port 5000");
    Path file = shell.declare("office", nas, "");
    shell.environment("NAS_PASSWORD", "wrong");
    assertThat(shell.run("ping", file.toString()).err())
        .contains("hint: check nas.username and nas.password; the login is not tried again");
  }

  @Test
  void anUntrustedCertificateIsPinnedByTheOptionOrTheKey() {
    shell.environment("CLOUDSYNC_USERNAME", "admin").environment("CLOUDSYNC_PASSWORD", "simulated");
    try (SimulatedNas secure =
        SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.builder().tls(true).build())) {
      String url = secure.url().toString();
      assertThat(shell.run("ping", "--url", url).err())
          .contains("hint: name the authority that signed it in --ca-file, or, if SHA-256 ")
          .contains(" is what DSM shows for its own certificate, put that into --pin-sha256\n");
      Shell.Result insecure = shell.run("ping", "--url", url, "--insecure-skip-verify");
      assertThat(insecure.code()).isZero();
      assertThat(insecure.err())
          .isEqualTo(
              """
              warning[unverified-tls]: the server's certificate is not verified: anybody in \
              between can read the password
                hint: use --ca-file, or --pin-sha256 with the fingerprint of its certificate
              1 warning
              """);
      Path file = shell.declare("office", secure, "");
      assertThat(shell.run("ping", file.toString()).err()).contains("nas.tls.pin_sha256\n");
    }
  }

  private Shell.Result export(String... more) {
    shell.environment("CLOUDSYNC_USERNAME", "admin").environment("CLOUDSYNC_PASSWORD", "simulated");
    String[] arguments = {
      "export", "--url", nas.url().toString(), "-o", shell.file("nas.yaml").toString()
    };
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return shell.run(all);
  }
}
