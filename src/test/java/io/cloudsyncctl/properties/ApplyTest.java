package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.InProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an apply leaves, tried by the real program on simulated NAS over loopback. */
@Tag("slow")
class ApplyTest {
  private static final int OK = 0;
  private static final int REFUSED = 3;
  private static final int MANUAL_STEPS_REMAIN = 6;
  private static final int NOT_READ_IN_FULL = 4;

  @TempDir Path folder;

  @Test
  void after_an_apply_everything_declared_is_so_and_everything_else_is_byte_for_byte_as_it_was() {
    Cases.forEach(
        "apply changes what is declared and nothing else",
        200,
        one -> {
          ObjectNode state = LiveStates.of(one.dice());
          Wish wish = Wishes.over(state, one.dice(), Wishes.Mood.PERHAPS_BLOCKED);
          try (Site site = new Site(one, folder, state)) {
            Path file = site.declare(wish);
            JsonNode before = site.state();
            InProcess.Result applied = site.run(Site.applyOfAll(file, "--yes"));
            if (applied.exitCode() == REFUSED) {
              assertThat(site.writes()).isEmpty();
              assertThat(site.state().toString()).isEqualTo(before.toString());
              return;
            }
            if (Site.refusedWhatShowedLater(applied)) {
              assertThat(site.writes()).hasSize(1);
              Expectation.check(before, site.state(), wish.adminModeAlone());
              return;
            }
            assertEndedWell(applied);
            Expectation.check(before, site.state(), wish);
            assertThat(site.plannedKinds(file)).isSubsetOf("manual");
            if (applied.exitCode() != NOT_READ_IN_FULL) {
              assertThat(site.plannedKinds(file)).hasSize(applied.exitCode() == OK ? 0 : 1);
            }
            assertThat(site.nas().activeSessions()).isZero();
          }
        });
  }

  @Test
  void what_only_shows_once_admin_mode_is_on_is_applied_as_well() {
    Cases.forEach(
        "hidden connections",
        80,
        one -> {
          ObjectNode state = LiveStates.withHiddenConnections(one.dice());
          Wish wish = Wishes.over(state, one.dice(), Wishes.Mood.ANYTHING);
          try (Site site = new Site(one, folder, state)) {
            Path file = site.declare(wish);
            JsonNode before = site.state();
            InProcess.Result applied = site.run(Site.applyOfAll(file, "--yes"));
            JsonNode after = site.state();
            if (applied.exitCode() == REFUSED) {
              return;
            }
            if (Site.refusedWhatShowedLater(applied)) {
              Expectation.check(before, after, wish.adminModeAlone());
              return;
            }
            assertEndedWell(applied);
            Expectation.check(before, after, wish);
            assertThat(site.plannedKinds(file)).isSubsetOf("manual");
          }
        });
  }

  /** Everything is done, though where the administrator's view was turned off not all is seen. */
  private static void assertEndedWell(InProcess.Result applied) {
    assertThat(applied.exitCode()).isIn(OK, MANUAL_STEPS_REMAIN, NOT_READ_IN_FULL);
    if (applied.exitCode() == NOT_READ_IN_FULL) {
      assertThat(applied.out().replaceAll("\\s+", " "))
          .contains("cannot be read in full")
          .doesNotContain("FAILED")
          .doesNotContain("Apply incomplete");
    }
  }
}
