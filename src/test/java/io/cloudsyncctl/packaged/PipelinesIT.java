package io.cloudsyncctl.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.packaged.GitHubHost.Event;
import io.cloudsyncctl.packaged.PackagedProgram.Result;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The pipelines of {@code examples/ci}, as people copy them: in a repository with a bare remote,
 * through the packaged program, against a simulated NAS.
 */
class PipelinesIT {
  private static final Path EXAMPLES = Path.of("examples").toAbsolutePath();
  private static final String YAML = "nas/office.yaml";
  private static final String UPLOAD = "max_upload_speed";
  private static final String DOWNLOAD = "max_download_speed";
  private static final String MARK = "<!-- cloudsyncctl plan -->\n";

  @TempDir private Path folder;
  private final Office office = Office.open();
  private Shells shells;
  private Repository repository;

  @BeforeEach
  void setUp() throws Exception {
    Path tools = Files.createDirectories(folder.resolve("tools"));
    Files.createSymbolicLink(
        tools.resolve("cloudsyncctl"), PackagedProgram.ofThisBuild().launcher());
    Path gh = Path.of("src", "test", "resources", "pipelines", "gh");
    Files.writeString(tools.resolve("gh"), Files.readString(gh));
    assertThat(tools.resolve("gh").toFile().setExecutable(true)).isTrue();
    shells = new Shells(tools, Files.createDirectories(folder.resolve("home")));
    repository = Repository.create(shells, folder);
    office.change(DOWNLOAD, 100);
    repository.write(YAML, office.declared(office.speed(UPLOAD), 100));
  }

  @AfterEach
  void tearDown() throws IOException {
    office.close();
    Files.delete(folder.resolve("tools/cloudsyncctl"));
  }

  /** A branch that declares other speeds. */
  private void propose(String branch, int upload, int download) throws Exception {
    repository.checkOut(Repository.MAIN);
    amend(branch, upload, download);
  }

  private void amend(String branch, int upload, int download) throws Exception {
    repository.write(YAML, office.declared(upload, download));
    repository.push(branch, "Upload at " + upload + ", download at " + download);
  }

  @Test
  void gitHubAppliesWhatAPullRequestShowedAndKeepsOneCommentAndOneIssue() throws Exception {
    repository.copy(EXAMPLES.resolve("action.yml"), ".github/actions/cloudsyncctl/action.yml");
    repository.copy(EXAMPLES.resolve("ci/steps"), ".github/actions/cloudsyncctl/ci/steps");
    repository.copy(EXAMPLES.resolve("ci/github"), "");
    repository.push(Repository.MAIN, "Declare the office");
    GitHubHost host =
        new GitHubHost(
            shells, repository, Files.createDirectories(folder.resolve("github")), Office.LOGIN);

    // A pull request: planned, commented on; amended: planned again, the same comment.
    propose("faster", 4096, 100);
    GitHubHost.Ended planned = pull(host, "faster", 1);
    assertThat(planned.failed()).as(planned.log()).isFalse();
    assertThat(comment(host, 1)).startsWith(MARK).contains("Dropbox").contains("4096");
    assertThat(planned.summary()).isEqualTo(comment(host, 1));
    assertThat(planned.log()).contains("::notice file=nas/office.yaml,line=");
    assertAllReports(planned.kept().resolve("cloudsync-reports"), "plan");
    amend("faster", 8192, 100);
    assertThat(pull(host, "faster", 1).failed()).isFalse();
    assertThat(comment(host, 1)).contains("8192").doesNotContain("4096");
    assertThat(office.writes()).isZero();

    // A pull request from a fork does not run at all.
    assertThat(
            host.run("cloudsync-plan", Event.pullRequest(test("faster", 1), 1, "else/nas")).ran())
        .isFalse();

    // The merge applies it; what has to be kept lies on a branch of its own.
    GitHubHost.Ended applied = push(host, repository.squash("faster"));
    assertThat(applied.failed()).as(applied.log()).isFalse();
    assertThat(office.speed(UPLOAD)).isEqualTo(8192);
    assertThat(repository.files("cloudsync-state"))
        .containsPattern(
            "applied-commit\njournals/office-\\w+/\\S+\\.jsonl\nrecords/office\\.record\\.json");
    assertAllReports(applied.kept().resolve("cloudsync-reports"), "apply");

    // At night all is well; the record that the apply left is used.
    GitHubHost.Ended night = night(host);
    assertThat(night.failed()).as(night.log()).isFalse();
    assertThat(night.log()).contains("last written");
    assertThat(host.data().resolve("issue-open")).doesNotExist();

    // Somebody changes the NAS: one issue, updated, then closed.
    office.change(UPLOAD, 77);
    night = night(host);
    assertThat(night.failed()).as(night.log()).isFalse();
    assertThat(host.data().resolve("issue-open")).content().contains("Dropbox").contains("77");
    assertAllReports(night.kept().resolve("cloudsync-reports"), "drift");
    office.change(UPLOAD, 78);
    assertThat(night(host).failed()).isFalse();
    assertThat(host.data().resolve("issue-open")).content().contains("78");
    office.change(UPLOAD, 8192);
    assertThat(night(host).failed()).isFalse();
    assertThat(host.data().resolve("issue-open")).doesNotExist();
    assertThat(repository.files("cloudsync-state")).contains("reports/").contains("records/");

    // The NAS moves between the plan and the merge: refused, nothing written, said in the job.
    propose("slower", 512, 100);
    assertThat(pull(host, "slower", 2).failed()).isFalse();
    office.change(DOWNLOAD, 55);
    long writes = office.writes();
    GitHubHost.Ended refused = push(host, repository.merge("slower"));
    assertThat(refused.failed()).isTrue();
    assertThat(refused.log())
        .contains("error[nas-moved]")
        .contains("::error title=Cloud Sync::Refused");
    assertThat(refused.summary()).contains("refused");
    assertThat(office.writes()).isEqualTo(writes);

    // Planned anew by hand, looked at, applied by hand.
    Event byHand = Event.onMain("workflow_dispatch", repository.commit(Repository.MAIN));
    assertThat(host.run("cloudsync-plan", byHand).failed()).isFalse();
    GitHubHost.Ended again = host.run("cloudsync-apply", byHand);
    assertThat(again.failed()).as(again.log()).isFalse();
    assertThat(List.of(office.speed(UPLOAD), office.speed(DOWNLOAD))).containsExactly(512, 100);

    // What nobody has planned is not applied.
    propose("unseen", 1, 100);
    GitHubHost.Ended unseen = push(host, repository.merge("unseen"));
    assertThat(unseen.failed()).isTrue();
    assertThat(unseen.log()).contains("nobody has looked at a plan");
    assertThat(office.speed(UPLOAD)).isEqualTo(512);
    assertNoSecretIn(folder.resolve("github"));
  }

  private String test(String branch, int number) throws Exception {
    return repository.testMerge(branch, number);
  }

  private GitHubHost.Ended pull(GitHubHost host, String branch, int number) throws Exception {
    return host.run(
        "cloudsync-plan", Event.pullRequest(test(branch, number), number, GitHubHost.NAME));
  }

  private static GitHubHost.Ended push(GitHubHost host, String commit) throws Exception {
    return host.run("cloudsync-apply", Event.onMain("push", commit));
  }

  private GitHubHost.Ended night(GitHubHost host) throws Exception {
    return host.run(
        "cloudsync-drift", Event.onMain("schedule", repository.commit(Repository.MAIN)));
  }

  private static String comment(GitHubHost host, int number) throws IOException {
    return Files.readString(host.data().resolve("comment-" + number));
  }

  @Test
  void gitLabAppliesWhatAMergeRequestShowedAndKeepsItsStateInCaches() throws Exception {
    repository.copy(EXAMPLES.resolve("ci/gitlab"), "");
    repository.copy(EXAMPLES.resolve("ci/steps"), "ci/steps");
    repository.push(Repository.MAIN, "Declare the office");
    Path place = Files.createDirectories(folder.resolve("gitlab"));
    GitLabHost host = new GitLabHost(shells, repository, place, Office.LOGIN);

    propose("faster", 8192, 100);
    GitLabHost.Ended planned = job(host, "faster", "merge_request_event", "", "plan");
    assertThat(planned.exit()).as(planned.log()).isZero();
    assertThat(planned.tree().resolve("cloudsync-out/reports/plan.gitlab.json"))
        .content()
        .isEqualToIgnoringWhitespace("{\"create\":0,\"update\":2,\"delete\":0}");
    assertAllReports(planned.tree().resolve("cloudsync-out/reports"), "plan");
    assertThat(office.writes()).isZero();

    repository.merge("faster");
    GitLabHost.Ended applied = onMain(host, "push", "apply");
    assertThat(applied.exit()).as(applied.log()).isZero();
    assertThat(office.speed(UPLOAD)).isEqualTo(8192);
    assertThat(names(place.resolve("cache/cloudsync-state/cloudsync-state")))
        .anyMatch(name -> name.startsWith("records/"))
        .anyMatch(name -> name.startsWith("journals/"));

    GitLabHost.Ended night = onMain(host, "schedule", "drift");
    assertThat(night.exit()).as(night.log()).isZero();
    assertThat(night.log()).contains("last written");
    office.change(UPLOAD, 77);
    night = onMain(host, "schedule", "drift");
    assertThat(night.exit()).as(night.log()).isEqualTo(2);
    assertThat(night.allowedToFail()).isTrue();
    assertAllReports(night.tree().resolve("cloudsync-out/reports"), "drift");
    office.change(UPLOAD, 8192);

    propose("slower", 512, 100);
    assertThat(job(host, "slower", "merge_request_event", "", "plan").exit()).isZero();
    office.change(DOWNLOAD, 55);
    long writes = office.writes();
    repository.merge("slower");
    GitLabHost.Ended refused = onMain(host, "push", "apply");
    assertThat(refused.exit()).as(refused.log()).isEqualTo(3);
    assertThat(refused.log()).contains("error[nas-moved]").contains("error: Refused");
    assertThat(office.writes()).isEqualTo(writes);

    // At night, what was not applied is told from what somebody changed.
    night = onMain(host, "schedule", "drift");
    assertThat(night.exit()).as(night.log()).isEqualTo(2);
    assertThat(attributions(night.tree().resolve("cloudsync-out/reports/drift.json")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("settings.max_upload_speed", "pending", "settings.max_download_speed", "drift"));

    // By hand: the plan runs at once, the apply when somebody has looked at it.
    String main = repository.commit(Repository.MAIN);
    List<GitLabHost.Ended> byHand = host.pipeline(main, "web", Repository.MAIN, List.of("apply"));
    assertThat(byHand).extracting(GitLabHost.Ended::name).containsExactly("plan", "apply");
    assertThat(byHand).extracting(GitLabHost.Ended::exit).containsOnly(0);
    assertThat(List.of(office.speed(UPLOAD), office.speed(DOWNLOAD))).containsExactly(512, 100);
    assertNoSecretIn(place);
  }

  private GitLabHost.Ended job(
      GitLabHost host, String revision, String source, String branch, String name)
      throws Exception {
    List<GitLabHost.Ended> ended =
        host.pipeline(repository.commit(revision), source, branch, List.of());
    assertThat(ended).extracting(GitLabHost.Ended::name).containsExactly(name);
    return ended.getFirst();
  }

  private GitLabHost.Ended onMain(GitLabHost host, String source, String name) throws Exception {
    return job(host, Repository.MAIN, source, Repository.MAIN, name);
  }

  @Test
  void timersApplyWhatWasPlannedBeforeItsMergeAndTellSomebody() throws Exception {
    repository.push(Repository.MAIN, "Declare the office");
    Path home = folder.resolve("var");
    Path told = folder.resolve("told");
    Path notify =
        Files.writeString(folder.resolve("notify"), "#!/bin/sh\necho \"$1 $2\" >>" + told);
    assertThat(notify.toFile().setExecutable(true)).isTrue();
    configure(home, notify);

    propose("faster", 8192, 100);
    Result planned = script("cloudsync-plan.sh", "faster");
    assertThat(planned.exit()).as(planned.toString()).isZero();
    assertThat(home.resolve("out/reports/plan.md")).content().startsWith(MARK).contains("8192");
    assertAllReports(home.resolve("out/reports"), "plan");
    assertThat(office.writes()).isZero();

    repository.fastForward("faster");
    Result applied = script("cloudsync-apply.sh");
    assertThat(applied.exit()).as(applied.toString()).isZero();
    assertThat(office.speed(UPLOAD)).isEqualTo(8192);
    assertThat(names(home.resolve("state")))
        .anyMatch(name -> name.startsWith("records/"))
        .anyMatch(name -> name.startsWith("journals/"));
    int requests = office.nas().requests().size();
    assertThat(script("cloudsync-apply.sh").exit()).isZero();
    assertThat(office.nas().requests()).as("nothing new is declared").hasSize(requests);

    assertThat(script("cloudsync-drift.sh").exit()).isZero();
    office.change(UPLOAD, 77);
    Result night = script("cloudsync-drift.sh");
    assertThat(night.exit()).as(night.toString()).isEqualTo(2);
    assertThat(home.resolve("out/reports/drift.md")).content().contains("77");
    office.change(UPLOAD, 8192);

    propose("slower", 512, 100);
    assertThat(script("cloudsync-plan.sh", "slower").exit()).isZero();
    office.change(DOWNLOAD, 55);
    long writes = office.writes();
    repository.fastForward("slower");
    Result refused = script("cloudsync-apply.sh");
    assertThat(refused.exit()).as(refused.toString()).isEqualTo(3);
    assertThat(refused.error()).contains("error[nas-moved]").contains("error: Refused");
    assertThat(script("cloudsync-apply.sh").exit()).isEqualTo(3);
    assertThat(office.writes()).isEqualTo(writes);

    assertThat(script("cloudsync-plan.sh", Repository.MAIN).exit()).isZero();
    assertThat(script("cloudsync-apply.sh").exit()).isZero();
    assertThat(List.of(office.speed(UPLOAD), office.speed(DOWNLOAD))).containsExactly(512, 100);
    assertThat(told)
        .hasContent("plan 0\napplied 0\nclean 0\ndrift 2\nplan 0\nrefused 3\nplan 0\napplied 0");
    assertNoSecretIn(home);
  }

  private void configure(Path home, Path notify) throws IOException {
    String configuration =
        Files.readString(EXAMPLES.resolve("ci/shell/cloudsync.conf"))
            .replaceAll("(?m)^CLOUDSYNC_REPOSITORY=.*", "CLOUDSYNC_REPOSITORY=" + repository.bare())
            .replaceAll("(?m)^CLOUDSYNCCTL=.*", "CLOUDSYNCCTL=cloudsyncctl")
            .replaceAll("(?m)^CLOUDSYNC_HOME=.*", "CLOUDSYNC_HOME=" + home)
            .replaceAll("(?m)^CLOUDSYNC_NOTIFY=.*", "CLOUDSYNC_NOTIFY=" + notify);
    Files.writeString(folder.resolve("cloudsync.conf"), configuration);
  }

  @Test
  void anApplyThatWasDoneInPartIsNotTakenForTheOneBeforeOnceItIsReverted() throws Exception {
    repository.push(Repository.MAIN, "Declare the office");
    Path home = folder.resolve("var");
    Path told = folder.resolve("told");
    Path notify =
        Files.writeString(folder.resolve("notify"), "#!/bin/sh\ncat \"$3\" >" + told + "\n");
    assertThat(notify.toFile().setExecutable(true)).isTrue();
    configure(home, notify);
    Path applied = home.resolve("state/applied-commit");

    propose("first", 4096, 100);
    assertThat(script("cloudsync-plan.sh", "first").exit()).isZero();
    repository.fastForward("first");
    Result first = script("cloudsync-apply.sh");
    assertThat(first.exit()).as(first.toString()).isZero();
    assertThat(applied).content().isEqualTo(repository.commit(Repository.MAIN) + "\n");

    // Refused: nothing was written, so the NAS still is as it was applied.
    propose("refused", 1024, 100);
    assertThat(script("cloudsync-plan.sh", "refused").exit()).isZero();
    office.change(DOWNLOAD, 55);
    String before = Files.readString(applied);
    repository.fastForward("refused");
    assertThat(script("cloudsync-apply.sh").exit()).isEqualTo(3);
    assertThat(applied).content().isEqualTo(before);
    office.change(DOWNLOAD, 100);
    propose("back", 4096, 100);
    repository.fastForward("back");
    assertThat(script("cloudsync-apply.sh").exit()).isZero();

    // Done in part, then reverted: what is declared is what was applied once, and the NAS is not
    // so.
    repository.checkOut(Repository.MAIN);
    repository.write(
        YAML,
        office
            .declared(512, 100)
            .replace(
                "  - name: Microsoft OneDrive\n",
                "  - name: Microsoft OneDrive\n    settings: { max_upload_speed: 77 }\n"));
    repository.push("half", "Two connections");
    assertThat(script("cloudsync-plan.sh", "half").exit()).isZero();
    repository.fastForward("half");
    office
        .nas()
        .injectFaults(
            new FaultInjector() {
              @Override
              public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
                return call.method().equals("set_connection_setting")
                        && !call.parameters().path("connection_id").asString("").equals("1")
                    ? new FaultSpec.ApiError(117)
                    : null;
              }
            });
    Result half = script("cloudsync-apply.sh");
    assertThat(half.exit()).as(half.toString()).isEqualTo(4);
    assertThat(office.speed(UPLOAD)).isEqualTo(512);
    assertThat(applied).isEmptyFile();
    assertThat(told).content().startsWith("<!-- cloudsyncctl apply -->\n### Apply: partly applied");
    propose("reverted", 4096, 100);
    repository.fastForward("reverted");
    Result reverted = script("cloudsync-apply.sh");
    assertThat(reverted.exit()).as(reverted.toString()).isEqualTo(3);
    assertThat(script("cloudsync-plan.sh", Repository.MAIN).exit()).isZero();
    Result mended = script("cloudsync-apply.sh");
    assertThat(mended.exit()).as(mended.toString()).isZero();
    assertThat(office.speed(UPLOAD)).isEqualTo(4096);
  }

  @Test
  void theRecordOutlivesTheWorkingTreeWhateverTheYamlNames() throws Exception {
    repository.write(
        YAML,
        office
            .declared(office.speed(UPLOAD), 100)
            .replace("  username:", "  record: office.record.json\n  username:"));
    repository.push(Repository.MAIN, "Declare the office");
    Path home = folder.resolve("var");
    configure(home, Path.of("/bin/true"));
    assertThat(script("cloudsync-plan.sh", Repository.MAIN).exit()).isZero();
    Result applied = script("cloudsync-apply.sh");
    assertThat(applied.exit()).as(applied.toString()).isZero();
    assertThat(home.resolve("state/records/office.record.json")).exists();
    Result night = script("cloudsync-drift.sh");
    assertThat(night.exit()).as(night.toString()).isZero();
    assertThat(night.output()).contains("last written");
  }

  @Test
  void whatIsToldIsOfThisRunAndNothingFailsWithoutAWord() throws Exception {
    repository.push(Repository.MAIN, "Declare the office");
    Path home = folder.resolve("var");
    Path told = folder.resolve("told");
    Path notify =
        Files.writeString(folder.resolve("notify"), "#!/bin/sh\ncat \"$3\" >" + told + "\n");
    assertThat(notify.toFile().setExecutable(true)).isTrue();
    configure(home, notify);
    assertThat(script("cloudsync-plan.sh", Repository.MAIN).exit()).isZero();
    assertThat(script("cloudsync-apply.sh").exit()).isZero();
    assertThat(told).content().contains("### Apply: applied");

    propose("unseen", 1, 100);
    repository.fastForward("unseen");
    assertThat(script("cloudsync-apply.sh").exit()).isEqualTo(3);
    assertThat(told)
        .content()
        .startsWith("<!-- cloudsyncctl apply -->\n### Apply: refused\n")
        .contains("nobody has looked at a plan");
    assertThat(home.resolve("out/reports/apply.json")).doesNotExist();

    Path configuration = folder.resolve("cloudsync.conf");
    Files.writeString(
        configuration, Files.readString(configuration) + "CLOUDSYNC_FILES=elsewhere\n");
    Result nothing = script("cloudsync-plan.sh", Repository.MAIN);
    assertThat(nothing.exit()).isEqualTo(64);
    assertThat(nothing.error()).contains("error: nothing is committed at elsewhere");
    Result onGitHub =
        shells.run(
            home.resolve("tree"),
            Map.of("GITHUB_ACTIONS", "true", "CLOUDSYNC_FILES", "elsewhere"),
            List.of("/bin/sh", EXAMPLES.resolve("ci/steps/plan.sh").toString()));
    assertThat(onGitHub.exit()).isEqualTo(64);
    assertThat(onGitHub.error()).contains("::error title=Cloud Sync::nothing is committed");
  }

  private Result script(String name, String... arguments) throws Exception {
    Map<String, String> environment = new HashMap<>(Office.LOGIN);
    environment.put("CLOUDSYNC_CONFIGURATION", folder.resolve("cloudsync.conf").toString());
    Path script = EXAMPLES.resolve("ci/shell").resolve(name);
    return shells.run(
        folder,
        environment,
        Stream.concat(Stream.of("/bin/sh", script.toString()), Stream.of(arguments)).toList());
  }

  @Test
  void theCronJobReadsItsLoginFromFilesAndKeepsItsReportsOnTheVolume() throws Exception {
    Path state = Files.createDirectories(folder.resolve("state"));
    Path login = Files.createDirectories(folder.resolve("login"));
    Files.writeString(login.resolve("username"), "admin\n");
    Files.writeString(login.resolve("password"), "simulated\n");
    repository.write(
        YAML,
        office
            .declared(office.speed(UPLOAD), 100)
            .replace("${env:CLOUDSYNC_USERNAME}", "${file:" + login + "/username}")
            .replace("password: ${env:CLOUDSYNC_PASSWORD}", "password_file: " + login + "/password")
            .replaceAll("(?s)  - name: Microsoft.*", ""));
    repository.push(Repository.MAIN, "Declare the office");

    Result first = pod(state, "first");
    assertThat(first.exit()).as(first.toString()).isZero();
    office.change(UPLOAD, 77);
    Result second = pod(state, "second");
    assertThat(second.exit()).as(second.toString()).isEqualTo(2);
    assertThat(state.resolve("drift.prom")).content().contains("cloudsync");
    assertThat(names(state)).filteredOn(name -> name.startsWith("reports/")).hasSize(2);
  }

  /** Runs what the manifest says, with its mounts where this machine may have them. */
  private Result pod(Path state, String name) throws Exception {
    Path scratch = Files.createDirectories(folder.resolve(name));
    Path steps = Files.createDirectories(folder.resolve(name + "-steps"));
    for (Path source : List.of(EXAMPLES.resolve("ci/steps"), EXAMPLES.resolve("ci/kubernetes"))) {
      try (Stream<Path> files = Files.list(source)) {
        for (Path file : files.filter(one -> one.toString().endsWith(".sh")).toList()) {
          String text = Files.readString(file).replace("/steps/", steps + "/");
          Files.writeString(steps.resolve(file.getFileName().toString()), text);
        }
      }
    }
    JsonNode container =
        YamlDocuments.all(EXAMPLES.resolve("ci/kubernetes/cloudsync-drift.yaml"))
            .get(1)
            .at("/spec/jobTemplate/spec/template/spec/containers/0");
    Map<String, String> environment = new HashMap<>();
    for (JsonNode variable : container.path("env")) {
      environment.put(
          variable.path("name").asString(),
          variable
              .path("value")
              .asString()
              .replaceFirst("^/state", state.toString())
              .replaceFirst("^/scratch", scratch.toString()));
    }
    environment.put("CLOUDSYNC_REPOSITORY", repository.bare().toString());
    environment.put("CLOUDSYNCCTL", "cloudsyncctl");
    Stream<String> command =
        container
            .path("command")
            .valueStream()
            .map(word -> word.asString().replaceFirst("^/steps", steps.toString()));
    return shells.run(scratch, environment, command.toList());
  }

  private static void assertAllReports(Path reports, String verb) throws IOException {
    assertThat(names(reports))
        .contains(
            verb + ".json",
            verb + ".md",
            verb + ".html",
            verb + ".xml",
            verb + ".sarif",
            verb + ".gitlab.json");
  }

  /** Whose each difference of a report is, by its setting. */
  private static Map<String, String> attributions(Path report) throws IOException {
    Map<String, String> attributions = new HashMap<>();
    for (JsonNode nas : YamlDocuments.one(report).path("nas")) {
      for (JsonNode finding : nas.path("findings")) {
        attributions.put(finding.path("aspect").asString(), finding.path("attribution").asString());
      }
    }
    return attributions;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  private static void assertNoSecretIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("simulated");
      }
    }
  }
}
