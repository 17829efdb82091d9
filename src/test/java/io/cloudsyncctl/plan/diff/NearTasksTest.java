package io.cloudsyncctl.plan.diff;

import static io.cloudsyncctl.plan.Archive.asked;
import static io.cloudsyncctl.plan.Archive.paths;
import static io.cloudsyncctl.plan.Archive.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveTask;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearTasksTest {
  private static final Address ADDRESS =
      Address.ofConnection("office", "Archive", null).task(paths("/archive/A", "/A"));
  private static final LiveTask BOTH = task(7, "/volume1/archive/a", "/a/");
  private static final LiveTask ONE = task(8, "/archive/a", "/Elsewhere");
  private static final LiveTask OTHER = task(9, "/archive/B", "/B");

  @Test
  void oneNearFolderIsAHint() {
    assertThat(NearTasks.hint(List.of(OTHER, ONE), paths("/archive/A", "/A")))
        .contains(
            "If the task of the local folder /archive/a and the cloud folder /Elsewhere is meant,"
                + " correct the paths in the YAML: two tasks would sync the same files");
    assertThat(NearTasks.hint(List.of(OTHER), paths("/archive/A", "/A"))).isEmpty();
  }

  @Test
  void onlyTwoNearFoldersKeepFromCreating() {
    assertThat(NearTasks.doubled(List.of(ONE, OTHER), paths("/archive/A", "/A"))).isEmpty();
    assertThat(NearTasks.doubled(List.of(ONE, BOTH), paths("/archive/A", "/A")))
        .hasValueSatisfying(why ->
            assertThat(why)
                .contains(
                    ": the local folder /volume1/archive/a and the cloud folder /a/ (session 7);"
                        + " if it is meant")
                .doesNotContain("session 8"));
  }

  @Test
  void allTasksOfNearlyThePathsAreNamed() {
    assertThat(
            NearTasks.nearest(
                List.of(BOTH, task(6, "/archive/A", "/A")), paths("/archive/A", "/A")))
        .contains(
            "the local folder /volume1/archive/a and the cloud folder /a/ (session 7), and the local"
                + " folder /archive/A and the cloud folder /A (session 6)");
  }

  @Test
  void whatHasComeSinceTheNasWasToldToCreateItMayBeIt() {
    assertThat(NearTasks.come(List.of(OTHER), asked("/archive/A", "/A", 9L), ADDRESS)).isEmpty();
    assertThat(NearTasks.come(List.of(OTHER, BOTH), asked("/archive/A", "/A", 9L), ADDRESS))
        .hasValueSatisfying(why ->
            assertThat(why)
                .startsWith("the NAS was told at 2026-03-01T12:00:00Z to create it")
                .contains("session 7")
                .doesNotContain("session 9")
                .endsWith("if not, add --recreate office/Archive/archive/A:/A"));
  }
}
