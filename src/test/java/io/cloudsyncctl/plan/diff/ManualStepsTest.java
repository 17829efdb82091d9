package io.cloudsyncctl.plan.diff;

import static io.cloudsyncctl.plan.Archive.declared;
import static io.cloudsyncctl.plan.Archive.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.plan.Archive;
import io.cloudsyncctl.plan.Declare;
import io.cloudsyncctl.plan.Live;
import io.cloudsyncctl.plan.model.Change;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManualStepsTest {
  private static final Address ADDRESS = Address.ofConnection("office", "Archive", null);
  private static final LiveTask A = task(7, "/archive/A", "/A");

  private static Change.Manual link(Declare desired, LiveConnection... live) {
    return ManualSteps.linkConnection(
        ADDRESS, desired.build(), ImmutableList.copyOf(live), Optional.empty());
  }

  @Test
  void aMissingConnectionIsLinkedInABrowser() {
    Change.Manual manual = link(Declare.connection("Archive").of("az", "owner"));

    assertThat(manual.what())
        .isEqualTo(
            "the NAS has no connection \"Archive\", and accounts can only be linked in a browser");
    assertThat(manual.steps())
        .containsExactly(
            "In DSM open Cloud Sync, choose +, pick the cloud of provider az and log in as owner",
            "Name the connection exactly \"Archive\" and set up its first task",
            "Run plan again: the connection is adopted as soon as it is there");
  }

  @Test
  void oneThatWasThereIsNotCalledMissing() {
    assertThat(
            ManualSteps.linkConnection(
                    ADDRESS,
                    Declare.connection("Archive").build(),
                    ImmutableList.of(),
                    Optional.of(Archive.known(5)))
                .what())
        .startsWith("the connection \"Archive\" was there at the last apply (connection 5)");
  }

  @Test
  void aNameThatDiffersOnlyInCaseAndBlanksIsSuggested() {
    assertThat(
            link(
                    Declare.connection("Archive"),
                    Live.connection(4, "Dropbox", "db", "me", Map.of()),
                    Live.connection(5, "ARCHIVE ", "az", "me", Map.of()))
                .steps()
                .getFirst())
        .isEqualTo(
            "If the connection \"ARCHIVE \" is meant, correct the name in the YAML or declare"
                + " renamed_from: ARCHIVE ");
  }

  @Test
  void aMissingTaskIsSetUpInDsm() {
    Change.Manual manual =
        ManualSteps.addTask(
            ADDRESS.task(A.paths()),
            Live.connection(3, "Dropbox", "db", "me", Map.of()),
            declared(Presence.PRESENT, "/archive/A", "/A"),
            Optional.empty(),
            Optional.of("a hint"));

    assertThat(manual.what())
        .isEqualTo(
            "the task is not there, and tasks of provider db cannot be created through the API");
    assertThat(manual.steps())
        .containsExactly(
            "a hint",
            "In DSM open Cloud Sync, select \"Dropbox\", Task List, Create",
            "Choose the local folder /archive/A and the cloud folder /A",
            "Run plan again: the task is adopted as soon as it is there");
  }

  @Test
  void aTaskThatWasThereIsNotCalledMissing() {
    assertThat(
            ManualSteps.addTask(
                    ADDRESS.task(A.paths()),
                    Archive.live(5),
                    declared(Presence.PRESENT, "/archive/A", "/A"),
                    Optional.of(A.identity()),
                    Optional.empty())
                .what())
        .startsWith("the task was there at the last apply (session 7) and no longer is");
  }
}
