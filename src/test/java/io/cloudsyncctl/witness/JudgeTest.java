package io.cloudsyncctl.witness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.read.LiveStateReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.cloudsync.write.CloudSyncWriter;
import io.cloudsyncctl.cloudsync.write.TaskCreation;
import io.cloudsyncctl.cloudsync.write.TaskCreations;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.simulator.state.SimulatedState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That whoever does what may never happen is found out, and nobody else is. */
class JudgeTest {
  /** A task of Amazon S3 (5), which syncs, and may not delete in the cloud as it is. */
  private static final String TASK =
      """
      connections:
        - name: Amazon S3
          tasks:
            - local_path: /archive/2023
              cloud_path: /archive/2023
              sync_direction: ONLY_UPLOAD
              consistency_check: true
              no_delete_on_cloud: %s
              convert_gd: false
      """;

  private static final String NOTHING = "connections: []\n";

  @TempDir Path folder;
  private World world;

  @BeforeEach
  void begin() {
    world = new World(folder, SimulatedState.demo());
  }

  @AfterEach
  void end() {
    world.close();
  }

  private Run prepare(String yaml, String... options) {
    try {
      Path file = Files.writeString(folder.resolve("office.yaml"), yaml);
      return world.prepare("A", file, "apply", List.of(options));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Somebody who ends with an exit code after these calls; with 0 after a look at everything. */
  private void run(Run run, int code, Consumer<CloudSyncWriter> calls) {
    world.execute(
        run,
        () -> {
          DsmEndpoint endpoint =
              new DsmEndpoint("office", world.nas().url(), new NasTarget.Tls.SystemTrust());
          Credentials admin =
              new Credentials("admin", new Secret("simulated"), NasTarget.DEFAULT_SESSION);
          try (DsmSession session = CloudSyncApi.open(endpoint, admin, SessionOptions.standard())) {
            calls.accept(new CloudSyncWriter(session));
            if (code == 0) {
              LiveStateReader.read(ReadGateway.over(session));
            }
          }
          return code;
        });
  }

  private static void letDelete(CloudSyncWriter writer) {
    setNoDelete(writer, false);
  }

  private static void setNoDelete(CloudSyncWriter writer, boolean on) {
    writer.writeGroup(
        SettingGroup.TASK,
        12,
        ImmutableMap.of(
            "sync_direction", WireValue.of("ONLY_UPLOAD"),
            "sync_attr_check_option", WireValue.of(true),
            "no_delete", WireValue.of(on),
            "google_drive_convert_online_doc", WireValue.of(false)));
  }

  private static WireValue texts(String... texts) {
    return WireValue.Items.ofTexts(List.of(texts));
  }

  private void assertViolated(String... words) {
    List<String> violations = Judge.violations(world);
    assertThat(violations).as(Story.of(world)).hasSize(words.length);
    for (int i = 0; i < words.length; i++) {
      assertThat(violations.get(i)).contains(words[i]);
    }
  }

  @Test
  void aDangerousWriteToWhatSyncs() {
    run(prepare(TASK.formatted("false")), 0, JudgeTest::letDelete);
    assertViolated("a dangerous write outside of rest");
  }

  @Test
  void atRestItIsNone() {
    run(
        prepare(TASK.formatted("false")),
        0,
        writer -> {
          writer.pause(5);
          letDelete(writer);
          writer.resume(5);
        });
    assertViolated();
  }

  @Test
  void withoutQuiescingItIsNoneEither() {
    run(prepare(TASK.formatted("false"), "--no-quiesce"), 0, JudgeTest::letDelete);
    assertViolated();
  }

  @Test
  void whoResumesJustBeforeTheWriteIsSeenByNobody() {
    Run run = prepare(TASK.formatted("false"));
    // Discovery, login, pause, and then the write.
    run.at(4, () -> world.nas().person("resume 5"));
    run(
        run,
        0,
        writer -> {
          writer.pause(5);
          letDelete(writer);
        });
    assertViolated();
  }

  @Test
  void anUndeclaredSetting() {
    run(
        prepare(NOTHING),
        0,
        writer ->
            writer.writeGroup(
                SettingGroup.FILTERS,
                12,
                ImmutableMap.of(
                    "filtered_paths", texts("/Old"),
                    "filtered_names", texts(),
                    "filtered_extensions", texts("bak", "tmp"),
                    "user_defined_names", texts(),
                    "user_defined_extensions", texts("bak"),
                    "filtered_max_upload_size", WireValue.of(0))));
    assertViolated("a dangerous write outside of rest", "an undeclared change of filtered_paths");
  }

  @Test
  void whatAPersonChangesIsNobodyElses() {
    run(
        prepare(NOTHING).at(2, () -> world.nas().person("set-filter 12 filtered_paths /Old")),
        0,
        _ -> {});
    assertViolated();
  }

  @Test
  void undeclaredRemovals() {
    run(
        prepare(NOTHING),
        0,
        writer -> {
          writer.removeTask(5, 10);
          writer.removeConnection(2);
        });
    assertViolated(
        "an undeclared task was removed",
        "an undeclared connection was removed",
        "an undeclared task was removed",
        "an undeclared task was removed");
  }

  @Test
  void aTaskThatIsThereUnderNearlyTheSamePaths() {
    String yaml = TASK.formatted("true").replace("/archive/2023", "/archive/New");
    run(
        prepare(yaml),
        4,
        writer -> {
          writer.pause(5);
          TaskPaths paths = new TaskPaths("/archive/New", "/archive/New");
          TaskCreation task = TaskCreations.withDefaults(5, paths);
          writer.createTask(writer.prepareTask(task), ImmutableSet.of(10L, 11L, 12L, 14L));
          world.nas().person("add-task 5 /archive/new /archive/new ONLY_UPLOAD");
        });
    assertViolated();
    world.nas().person("remove-task 15");
    run(
        prepare(yaml),
        4,
        writer -> {
          TaskPaths paths = new TaskPaths("/archive/New", "/archive/New");
          TaskCreation task = TaskCreations.withDefaults(5, paths);
          writer.createTask(writer.prepareTask(task), ImmutableSet.of(10L, 11L, 12L, 14L));
        });
    assertViolated("a task was doubled");
  }

  @Test
  void theResumeOfAPersonsPause() {
    run(prepare(NOTHING).at(1, () -> world.nas().person("pause 1")), 0, writer -> writer.resume(1));
    assertViolated("a resume of somebody else's pause");
  }

  @Test
  void aDeclaredResumeIsEarned() {
    String yaml = "connections: [{ name: Dropbox, paused: false }]";
    run(prepare(yaml).at(1, () -> world.nas().person("pause 1")), 0, writer -> writer.resume(1));
    assertViolated();
  }

  @Test
  void aPersonsPauseAfterTheConnectionWasSeenToSync() {
    run(prepare(NOTHING), 4, writer -> writer.pause(1));
    world.nas().person("resume 1");
    run(prepare(NOTHING).at(2, () -> world.nas().person("pause 1")), 4, writer -> writer.resume(1));
    // Nobody looked between the two: it may as well be the first pause.
    assertViolated();
    world.nas().person("pause 1");
    run(prepare(NOTHING), 0, writer -> writer.resume(1));
    assertViolated("a resume of somebody else's pause");
  }

  @Test
  void aResumeWhileWhatAnEarlierRunWroteIsNoLongerWanted() {
    run(
        prepare(TASK.formatted("false")),
        4,
        writer -> {
          writer.pause(5);
          letDelete(writer);
        });
    run(prepare(NOTHING), 4, writer -> writer.resume(5));
    assertViolated("a resume while 12 no_delete = false stands");
  }

  @Test
  void aResumeOnceItIsBackOrAcceptedIsEarned() {
    run(
        prepare(TASK.formatted("false")),
        4,
        writer -> {
          writer.pause(5);
          letDelete(writer);
        });
    run(
        prepare(TASK.formatted("true")),
        4,
        writer -> {
          setNoDelete(writer, true);
          writer.resume(5);
          writer.pause(5);
          letDelete(writer);
        });
    run(prepare(NOTHING, "--accept-risk", "data-loss:*"), 4, writer -> writer.resume(5));
    assertViolated();
  }

  @Test
  void whatIsCalledDeclaredAndIsNot() {
    run(prepare(TASK.formatted("false")), 0, _ -> {});
    run(prepare("connections: [{ name: Dropbox, paused: true }, { name: Nowhere }]"), 0, _ -> {});
    run(prepare("connections: [{ name: Nowhere }]"), 4, _ -> {});
    assertViolated(
        "calls as declared what is not: Amazon S3 /archive/2023 no_delete",
        "calls as declared what is not: Dropbox paused",
        "calls as declared what is not: Nowhere name");
  }

  @Test
  void aWriteOfWhoSaysThatNothingWasChanged() {
    String yaml = "connections: [{ name: Dropbox, paused: true }]";
    run(prepare(yaml), 3, writer -> writer.pause(1));
    assertViolated("ended with 3, but did");
    run(prepare(yaml), 3, writer -> writer.resume(1));
    assertThat(Judge.violations(world)).as("a pause that was taken back").hasSize(1);
  }

  @Test
  void aSideEffectThatIsNotTold() {
    world.behave("side-effect=set_session_setting:reset-filters");
    run(
        prepare(TASK.formatted("false")),
        0,
        writer -> {
          writer.pause(5);
          letDelete(writer);
          writer.resume(5);
        });
    assertViolated("does not tell what the NAS did besides");
  }
}
