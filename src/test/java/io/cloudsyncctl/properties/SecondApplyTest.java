package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.InProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class SecondApplyTest {
  @TempDir Path folder;

  @Test
  void an_apply_after_an_apply_sends_no_write() {
    Cases.forEach(
        "the second apply does nothing",
        80,
        one -> {
          ObjectNode state = LiveStates.withHiddenConnections(one.dice());
          Wish wish = Wishes.over(state, one.dice(), Wishes.Mood.ANYTHING);
          try (Site site = new Site(one, folder, state)) {
            Path file = site.declare(wish);
            InProcess.Result first = site.run(Site.applyOfAll(file, "--yes"));
            String after = site.state().toString();

            InProcess.Result second = site.run(Site.applyOfAll(file, "--yes"));

            // What was refused once it showed is refused at once the second time.
            assertThat(second.exitCode())
                .isEqualTo(Site.refusedWhatShowedLater(first) ? 3 : first.exitCode());
            assertThat(site.writes()).isEmpty();
            assertThat(site.state().toString()).isEqualTo(after);
          }
        });
  }
}
