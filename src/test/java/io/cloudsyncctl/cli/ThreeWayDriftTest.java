package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.git.SomeRepository;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whose a difference is, in every combination of what is declared now (D), what was declared at the
 * baseline (B) and what the NAS has (L): a Git repository with two commits, a NAS that was set by
 * somebody else, and {@code drift}, once against the older commit and once against the record.
 */
class ThreeWayDriftTest {
  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));
  private SomeRepository repository = SomeRepository.notYet();
  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder);
    repository = SomeRepository.in(Files.createDirectory(folder.resolve("repository")));
  }

  @AfterEach
  void close() {
    nas.close();
  }

  /** A combination; null where nothing is declared. */
  record Three(@Nullable String now, @Nullable String then, String live) {
    /** By the words of the manual, not by the code: null where there is no difference. */
    @Nullable String whose() {
      if (now == null || now.equals(live)) {
        return null;
      }
      if (now.equals(then)) {
        return "drift";
      }
      return then == null || then.equals(live) ? "pending" : "both";
    }
  }

  static Stream<Three> values() {
    List<String> numbers = List.of("1024", "2048", "4096");
    return combinations(numbers, numbers);
  }

  static Stream<Three> flags() {
    return combinations(List.of("true", "false"), List.of("true", "false"));
  }

  static Stream<Three> presences() {
    return combinations(List.of("present", "absent"), List.of("present", "absent"));
  }

  private static Stream<Three> combinations(List<String> declared, List<String> live) {
    List<@Nullable String> orNothing = new ArrayList<>(declared);
    orNothing.add(null);
    return orNothing.stream()
        .flatMap(now ->
            orNothing.stream()
                .flatMap(then -> live.stream().map(value -> new Three(now, then, value))));
  }

  private static String speed(@Nullable String value) {
    return value == null
        ? "connections: [ { name: Dropbox } ]\n"
        : "connections: [ { name: Dropbox, settings: { max_upload_speed: " + value + " } } ]\n";
  }

  private static String paused(@Nullable String value) {
    return value == null
        ? "connections: [ { name: Dropbox } ]\n"
        : "connections: [ { name: Dropbox, paused: " + value + " } ]\n";
  }

  private static String task(@Nullable String state) {
    String others = "connections:\n  - name: Amazon S3\n    tasks:\n";
    return state == null
        ? "connections: [ { name: Amazon S3 } ]\n"
        : others
            + """
                  - local_path: /archive/2024
                    cloud_path: /archive/2024
                    state: %s
                    sync_direction: ONLY_UPLOAD
                    consistency_check: true
                    no_delete_on_cloud: true
                    convert_gd: false
            """
                .formatted(state);
  }

  @ParameterizedTest
  @MethodSource("values")
  void ofASetting(Three three) {
    check(three, ThreeWayDriftTest::speed, "office/Dropbox#settings.max_upload_speed");
  }

  @ParameterizedTest
  @MethodSource("flags")
  void ofPaused(Three three) {
    check(three, ThreeWayDriftTest::paused, "office/Dropbox#paused");
  }

  @ParameterizedTest
  @MethodSource("presences")
  void ofATask(Three three) {
    check(
        three,
        ThreeWayDriftTest::task,
        "office/Amazon S3/archive/2024:/archive/2024#"
            + ("absent".equals(three.now()) ? "absent" : "present"));
  }

  private interface Yaml {
    String of(@Nullable String value);
  }

  private static String cause(String attribution) {
    return switch (attribution) {
      case "drift" -> "changed on the NAS";
      case "pending" -> "not applied yet (YAML changed)";
      case "both" -> "changed on both sides";
      default -> throw new IllegalArgumentException(attribution);
    };
  }

  private void check(Three three, Yaml yaml, String key) {
    apply(yaml.of(three.then()), "theirs");
    apply(yaml.of(three.live()), "somebody-else");
    commit(yaml.of(three.then()));
    String file = commit(yaml.of(three.now()));
    String expected = three.whose();
    for (List<String> baseline :
        List.of(List.of("--baseline", "HEAD~1"), List.of("--state-dir", state("theirs")))) {
      Map<String, String> found = new java.util.TreeMap<>();
      Shell.Result result = drift(file, baseline);
      report()
          .at("/nas/0/findings")
          .forEach(finding ->
              found.put(finding.path("key").asString(), finding.path("attribution").asString()));
      assertThat(found)
          .as("%s by %s%n%s%s", three, baseline, result.out(), result.err())
          .isEqualTo(expected == null ? Map.of() : Map.of(key, expected));
      assertThat(result.code()).isEqualTo(expected == null ? 0 : 2);
      if (expected != null) {
        assertThat(result.out())
            .contains("cause: " + cause(expected) + "\n")
            .contains("\nCauses: 1 " + cause(expected) + ".\n");
      }
    }
  }

  @Test
  void withoutABaselineNobodyKnowsWhose() {
    String file = commit(speed("4096"));
    Shell.Result result = drift(file, List.of());
    assertThat(result.out())
        .endsWith(
            """

            Drift: 0 missing, 1 changed, 0 unexpected.
            Causes: 1 unknown (no baseline to compare with).
            """)
        .doesNotContain("Baseline:");
    assertThat(report().path("baseline").isMissingNode()).isTrue();
    assertThat(report().at("/nas/0/findings/0/attribution").asString()).isEqualTo("unattributed");
  }

  @Test
  void whatNobodyDeclaredCountsWhereItIsAskedForAndIsWhoseTheBaselineSays() {
    commit("connections: [ { name: Google Drive }, { name: Gone, state: absent } ]\n");
    String file = commit("connections: [ { name: Dropbox } ]\n");
    assertThat(drift(file, List.of("--baseline", "HEAD~1")).code()).isZero();
    Shell.Result result = drift(file, List.of("--baseline", "HEAD~1", "--unmanaged"));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out())
        .contains(
            """
              Not declared, but on the NAS:
                office/Amazon S3
                  cause: changed on the NAS
            """)
        .contains(
            """
                office/Google Drive
                  cause: not applied yet (YAML changed)
            """)
        .contains(
            "\nNot declared: 6.\nCauses: 5 changed on the NAS, 1 not applied yet (YAML changed).\n");
    assertThat(report().at("/nas/0/findings/0/aspect").asString()).isEqualTo("declared");
  }

  @Test
  void aFileThatTheRevisionDoesNotHaveIsAllNew() {
    repository.write("readme.txt", "empty so far");
    repository.commit();
    String file = commit(speed("4096"));
    Shell.Result result = drift(file, List.of("--baseline", "HEAD~1"));
    assertThat(result.out()).contains("cause: not applied yet (YAML changed)\n");
    assertThat(result.err())
        .isEqualTo(
            "note[baseline-without-file]: FOLDER/repository/office.yaml is not in HEAD~1: what it"
                + " declares is new since then\n1 note\n");
  }

  @Test
  void whatACloneDoesNotHoldOfARevisionIsUnknownAndNotNew() throws IOException {
    Files.createDirectories(repository.folder().resolve("nas"));
    Files.move(
        Path.of(commit(speed("4096"))), repository.folder().resolve("nas").resolve("office.yaml"));
    repository.commit();
    repository.write("readme.txt", "more");
    repository.commit();
    String nasFolder = repository.folder().resolve("nas").toString();
    assertThat(drift(nasFolder, List.of("--baseline", "HEAD~1")).out())
        .contains("cause: changed on the NAS\n");
    repository.write("nas/more.txt", "so that the folder is another one");
    repository.commit();
    repository.lose("HEAD~1:nas");
    Shell.Result result = drift(nasFolder, List.of("--baseline", "HEAD~1"));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).contains("\nCauses: 1 unknown.\n");
    assertThat(result.err())
        .isEqualTo(
            """
            warning[baseline-unusable]: not everything of HEAD~1 can be read: nas (its objects are \
            not in this clone), so nobody knows whose the differences of office are
              hint: use a clone with all its objects, and name the files of a submodule themselves
            1 warning
            """);
  }

  @Test
  void whatASubmoduleHeldIsUnknownAndNotNew() throws IOException {
    repository.write("nas/readme.txt", "empty so far");
    repository.commit();
    repository.commitSubmodule("nas/site");
    Files.createDirectories(repository.folder().resolve("nas/site"));
    Files.writeString(
        repository.folder().resolve("nas/site/office.yaml"),
        Files.readString(shell.declare("office", nas, speed("4096"))));
    String nasFolder = repository.folder().resolve("nas").toString();
    Shell.Result result = drift(nasFolder, List.of("--baseline", "HEAD"));
    assertThat(result.out()).contains("\nCauses: 1 unknown.\n");
    assertThat(result.err())
        .contains("not everything of HEAD can be read: nas/site (it is a submodule)");
  }

  @Test
  void aRevisionWhoseFilesAreWrongAttributesNothingAndSaysWhy() {
    repository.write("office.yaml", "version: 1\nnas: { nam: office }\n");
    repository.commit();
    String file = commit(speed("4096"));
    Shell.Result result = drift(file, List.of("--baseline", "HEAD~1"));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).contains("\nCauses: 1 unknown.\n");
    assertThat(result.err())
        .contains(
            "HEAD~1:FOLDER/repository/office.yaml:2:8: warning[unknown-key]: unknown key \"nam\"")
        .contains(
            """
            warning[baseline-unusable]: the files of HEAD~1 cannot be used, so nobody knows whose \
            the differences of office are
              hint: name a revision whose files are valid; above is what is wrong with these
            """);
  }

  @Test
  void aRevisionThatIsNotThereEndsTheRunAndTheReportSaysSo() {
    String file = commit(speed("4096"));
    Shell.Result result = drift(file, List.of("--baseline", "v9"));
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("error[baseline-not-found]: the Git repository knows no");
    assertThat(report().path("cut_short").asString())
        .isEqualTo("the Git repository knows no commit \"v9\"");
    assertThat(nas.requests()).as("nothing was asked of the NAS").isEmpty();
  }

  @Test
  void filesOutsideOfGitHaveNoRevision() {
    String file = shell.declare("office", nas, speed("4096")).toString();
    Shell.Result result = drift(file, List.of("--baseline", "HEAD"));
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err())
        .startsWith("error[baseline-not-in-git]: FOLDER/office.yaml is in no Git repository");
    assertThat(drift(file, List.of()).code()).isEqualTo(2);
    assertThat(report().path("git").isMissingNode()).isTrue();
  }

  @Test
  void aConnectionThatGitRenamedIsComparedWithItsOldSelf() {
    commit("connections: [ { name: Dropbox, settings: { max_upload_speed: 1024 } } ]\n");
    String file =
        commit(
            """
            connections:
              - name: Dropbox of the office
                renamed_from: Dropbox
                settings: { max_upload_speed: 1024 }
            """);
    assertThat(attributions(file))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "office/Dropbox of the office#name", "pending",
                "office/Dropbox of the office#settings.max_upload_speed", "drift"));
  }

  @Test
  void aNasThatIsAsDeclaredWithoutAnythingToDoIsABaselineToo() {
    String file = commit(speed("2048"));
    String state = state("theirs");
    assertThat(shell.run("apply", "--yes", file, "--state-dir", state).code()).isZero();
    apply(speed("1024"), "somebody-else");
    assertThat(drift(file, List.of("--state-dir", state)).out())
        .contains("Baseline: the record of the last apply (2026-03-01 12:00 UTC)\n")
        .contains("cause: changed on the NAS\n");
  }

  @Test
  void whatAnUndoPutsBackIsNotWhatWasDeclared() {
    String file = commit(speed("4096"));
    String state = state("theirs");
    assertThat(shell.run("apply", "--yes", file, "--state-dir", state).code()).isZero();
    Shell.Result undone =
        shell.run("undo", "--yes", "20260301T120000Z", file, "--state-dir", state);
    assertThat(undone.code()).as(undone.err()).isZero();
    assertThat(drift(file, List.of("--state-dir", state)).out())
        .contains("cause: changed on the NAS\n");
  }

  @Test
  void aWriteOnlySettingIsComparedWithWhatWasLastWritten() {
    String yaml =
        """
        connections:
          - name: Microsoft OneDrive
            tasks:
              - local_path: /finance/Invoices
                cloud_path: /Invoices
                consistency_check: true
                no_delete_on_cloud: %s
                convert_gd: false
        """;
    String file = commit(yaml.formatted("true"));
    String state = state("theirs");
    assertThat(shell.run("apply", "--yes", file, "--state-dir", state).code()).isZero();
    commit(yaml.formatted("false"));
    List<String> record = List.of("--state-dir", state);
    assertThat(drift(file, record).out()).contains("cause: not applied yet (YAML changed)\n");
    repository.commit();
    assertThat(
            drift(file, Stream.concat(record.stream(), Stream.of("--baseline", "HEAD")).toList())
                .out())
        .contains("cause: changed on the NAS\n");
  }

  @Test
  void planAndApplyReportWhoseEachDifferenceIsByTheRecord() {
    String file = commit(speed("4096"));
    String state = state("theirs");
    assertThat(shell.run("apply", "--yes", file, "--state-dir", state).code()).isZero();
    apply(speed("1024"), "somebody-else");
    shell.run("plan", file, "--state-dir", state, "--report", "json=" + file("report.json"));
    assertThat(report().at("/nas/0/findings/0/attribution").asString()).isEqualTo("drift");
    assertThat(report().path("baseline").asString())
        .isEqualTo("the record of the last apply (2026-03-01 12:00 UTC)");
    assertThat(report().at("/git/branch").asString()).isEqualTo("main");
  }

  private Map<String, String> attributions(String file) {
    drift(file, List.of("--baseline", "HEAD~1"));
    Map<String, String> found = new java.util.TreeMap<>();
    report()
        .at("/nas/0/findings")
        .forEach(finding ->
            found.put(finding.path("key").asString(), finding.path("attribution").asString()));
    return found;
  }

  private Shell.Result drift(String file, List<String> options) {
    List<String> arguments = new ArrayList<>(List.of("drift", file));
    arguments.addAll(options);
    arguments.addAll(List.of("--report", "json=" + file("report.json")));
    return shell.run(arguments.toArray(String[]::new));
  }

  private JsonNode report() {
    try {
      return JsonMapper.shared().readTree(Files.readString(folder.resolve("report.json")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private String state(String whose) {
    return folder.resolve(whose).toString();
  }

  /** Makes the NAS so, with a record and journals of its own. */
  private void apply(String yaml, String whose) {
    String file = shell.declare("office", nas, yaml).toString();
    Shell.Result result =
        shell.run(
            "apply", "--yes", file, "--accept-risk", "disconnect:*", "--state-dir", state(whose));
    assertThat(result.code()).as(result.err() + result.out()).isZero();
  }

  /** Declares it in Git. */
  private String commit(String yaml) {
    shell.declare("repository/office", nas, yaml);
    try {
      Path file = folder.resolve("repository/office.yaml");
      Files.writeString(
          file, Files.readString(file).replace("name: repository/office", "name: office"));
      repository.commit();
      return file.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
