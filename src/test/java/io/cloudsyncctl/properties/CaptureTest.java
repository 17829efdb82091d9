package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.InProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class CaptureTest {
  @TempDir Path folder;

  @Test
  void a_capture_that_is_served_plans_the_same_as_the_nas_itself() {
    Cases.forEach(
        "a capture plans the same",
        60,
        one -> {
          ObjectNode state = LiveStates.withHiddenConnections(one.dice());
          Wish wish = Wishes.over(state, one.dice(), Wishes.Mood.PERHAPS_BLOCKED);
          try (Site site = new Site(one, folder, state)) {
            Path file = site.declare(wish);
            Path capture = site.folder().resolve("captured.state.json");
            String activity = one.dice().coin() ? "--with-activity" : "--force";
            InProcess.Result captured = site.run("capture", file, "-o", capture, activity);
            assertThat(captured.exitCode()).as(captured.err()).isZero();
            Secrets.assertNoneIn("the capture", Files.readString(capture));

            for (String verb : new String[] {"plan", "drift"}) {
              String format = one.dice().of("text", "json");
              InProcess.Result live = site.run(verb, file, "--format", format);
              InProcess.Result served =
                  site.run(verb, file, "--format", format, "--simulate=" + capture);
              assertThat(site.calls()).isEmpty();
              assertThat(served.out()).isEqualTo(live.out());
              assertThat(served.exitCode()).isEqualTo(live.exitCode());
            }
          }
        });
  }
}
