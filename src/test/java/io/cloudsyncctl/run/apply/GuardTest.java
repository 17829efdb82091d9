package io.cloudsyncctl.run.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.Shell;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused, in which words, and what lets it through. The day is 2026-03-01. */
class GuardTest {
  private static final String FILTER =
      """
      connections:
        - name: Dropbox
          tasks:
            - local_path: /projects/Templates
              cloud_path: /Office templates
              filters: { filtered_extensions: [tmp] }
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
    nas.close();
  }

  @Test
  void aRiskIsAcceptedByClassAndAddressOnTheCommandLine() {
    assertThat(apply(FILTER).err())
        .isEqualTo(
            """
            FOLDER/office.yaml:12:20: error[risk-not-accepted]: \
            office/Dropbox/projects/Templates:/Office templates: data-loss: the filter starts to \
            cover extensions that may be synced: they are no longer synced, and may be deleted \
            on one side
              hint: if that is what you want, add --accept-risk \
            'data-loss:office/Dropbox/projects/Templates:/Office templates'
            1 error
            Nothing was changed on office.
            """);
    assertThat(apply(FILTER, "--accept-risk", "disconnect:*").code()).isEqualTo(3);
    assertThat(apply(FILTER, "--accept-risk", "data-loss:office/Amazon*").code()).isEqualTo(3);
    assertThat(writes()).isEmpty();
    assertThat(
            apply(
                    FILTER,
                    "--accept-risk",
                    "data-loss:office/Dropbox/projects/Templates:/Office templates")
                .code())
        .isZero();
  }

  @Test
  void aRiskIsAcceptedInTheYamlUntilItExpires() {
    String accepting =
        FILTER
            + "        accept_risk: [{ setting: filters, class: data-loss, reason: agreed,"
            + " expires: %s }]\n";
    Shell.Result expired = apply(accepting.formatted("2026-02-28"));
    assertThat(expired.code()).isEqualTo(3);
    assertThat(expired.err()).contains("(it was accepted until 2026-02-28)");
    assertThat(apply(accepting.formatted("2026-03-01")).code()).isZero();
  }

  @Test
  void anAcceptanceOfOneSettingIsNoneOfAnother() {
    assertThat(
            apply(
                    FILTER
                        + "        accept_risk: [{ setting: sync_direction, class: data-loss,"
                        + " reason: agreed }]\n")
                .code())
        .isEqualTo(3);
  }

  @Test
  void aClassThatNeedsNoAcceptanceIsNoClassToAccept() {
    Shell.Result result = apply(FILTER, "--accept-risk", "traffic:*");
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err())
        .contains("the class must be disconnect, data-loss or not-at-rest, not 'traffic'");
  }

  @Test
  void moreRemovalsThanAreAllowedAreRefusedAlthoughEachIsAccepted() {
    String both =
        """
        connections:
          - name: Amazon S3
            tasks:
              - { local_path: /archive/2021, cloud_path: /archive/2021, state: absent }
              - { local_path: /archive/2022, cloud_path: /archive/2022, state: absent }
        """;
    Shell.Result refused = apply(both, "--accept-risk", "disconnect:*");
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err())
        .contains(
            "office: error[too-many-removals]: 2 tasks of office would be removed, more than 1\n"
                + "  hint: if that is what you want, add --max-removals 2\n");
    assertThat(writes()).isEmpty();
    assertThat(apply(both, "--accept-risk", "disconnect:*", "--max-removals", "2").code()).isZero();
    assertThat(writes()).containsExactly("unlink_session", "unlink_session");
  }

  @Test
  void pruningListsWhatItWouldRemoveAndNeedsTheSameAcceptance() {
    String most = declareAllBut("/projects/Templates");
    Shell.Result plan = shell.run("plan", "--prune", most);
    assertThat(plan.out())
        .contains("office/Dropbox/projects/Templates:/Office templates")
        .contains("disconnect: nobody declared it, and it is pruned");
    Shell.Result refused = shell.run("apply", "--yes", "--prune", most);
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err())
        .contains(
            """
            office/Dropbox/projects/Templates:/Office templates: disconnect: the task is removed: \
            these folders no longer sync; files stay on both sides; nobody declared it, and it is \
            pruned
              hint: if that is what you want, add --accept-risk \
            'disconnect:office/Dropbox/projects/Templates:/Office templates'
            1 error
            Nothing was changed on office.
            """);
    assertThat(writes()).isEmpty();
    assertThat(shell.run("apply", "--yes", "--prune", most, "--accept-risk", "disconnect:*").code())
        .isZero();
    assertThat(writes()).containsExactly("unlink_session");
  }

  @Test
  void anEmptyDeclarationNeverPrunes() {
    String empty = shell.declare("office", nas, "").toString();
    Shell.Result result =
        shell.run(
            "apply",
            "--yes",
            "--prune",
            empty,
            "--accept-risk",
            "disconnect:*",
            "--max-removals",
            "99",
            "--max-removals-run",
            "99",
            "--max-removals-percent",
            "100");
    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("nothing is pruned: 11 of 11 tasks are not declared");
    assertThat(writes()).isEmpty();
  }

  @Test
  void twoNasThatWriteToOneCloudFolderAreSeen() {
    try (SimulatedNas other =
        SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults())) {
      String task =
          """
          connections:
            - name: Amazon S3
              tasks:
                - local_path: /archive/%s
                  cloud_path: /shared/projects
                  sync_direction: BIDIRECTION
                  consistency_check: true
                  no_delete_on_cloud: true
                  convert_gd: false
          """;
      String office = shell.declare("office", nas, task.formatted("one")).toString();
      String attic = shell.declare("attic", other, task.formatted("two")).toString();
      assertThat(shell.run("plan", office).out()).doesNotContain("data-loss");
      Shell.Result together = shell.run("plan", office, attic);
      String words = together.out().replaceAll("\\s+", " ");
      assertThat(words)
          .contains(
              "data-loss: attic/Amazon S3/archive/two:/shared/projects writes to the same cloud"
                  + " folder: each may delete what the other has put there");
      Shell.Result refused = shell.run("apply", "--yes", office, attic);
      assertThat(refused.code()).isEqualTo(3);
      assertThat(writes()).isEmpty();
    }
  }

  @Test
  void aNasThatWasNotReachedIsNotChecked() {
    String office = shell.declare("office", nas, FILTER).toString();
    Path attic =
        shell.write(
            "attic.yaml",
            """
            version: 1
            nas: { name: attic, url: "http://127.0.0.1:1", username: admin, password: x }
            """);
    Shell.Result result = shell.run("plan", office, attic.toString());
    assertThat(result.code()).isEqualTo(5);
    assertThat(result.out().replaceAll("\\s+", " "))
        .contains("not checked against the tasks of attic, of which nothing is known");
  }

  /** Everything that the demo holds, but for one task. */
  private String declareAllBut(String localPath) {
    Shell.Result export =
        shell
            .environment("CLOUDSYNC_USERNAME", "admin")
            .environment("CLOUDSYNC_PASSWORD", "simulated")
            .run("export", "--url", nas.url().toString(), "--name", "office");
    String yaml = export.out();
    int start = yaml.indexOf("      - local_path: " + localPath);
    int end = yaml.indexOf("\n\n", start);
    nas.clearRequests();
    return shell.write("all.yaml", yaml.substring(0, start) + yaml.substring(end + 1)).toString();
  }

  private Shell.Result apply(String yaml, String... more) {
    String file = shell.declare("office", nas, yaml).toString();
    String[] arguments = new String[more.length + 3];
    arguments[0] = "apply";
    arguments[1] = "--yes";
    arguments[2] = file;
    System.arraycopy(more, 0, arguments, 3, more.length);
    return shell.run(arguments);
  }

  private List<String> writes() {
    return nas.requests().stream()
        .flatMap(request -> request.calls().stream())
        .filter(call -> call.api().equals("SYNO.CloudSync"))
        .map(RecordedCall::method)
        .filter(method -> !method.startsWith("get_") && !method.startsWith("list_"))
        .filter(method -> !method.equals("pause") && !method.equals("resume"))
        .toList();
  }
}
