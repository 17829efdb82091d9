package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.api.RecordedCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class ProtectiveFirstTest {
  @TempDir Path folder;

  @Test
  void nothing_is_released_before_everything_is_protected() {
    Cases.forEach(
        "protective writes come first",
        100,
        one -> {
          ObjectNode state = LiveStates.of(one.dice());
          Wish wish = Wishes.over(state, one.dice(), Wishes.Mood.ANYTHING);
          try (Site site = new Site(one, folder, state)) {
            Path file = site.declare(wish);
            WriteJudge judge = new WriteJudge(site.state());
            site.run(Site.applyOfAll(file, "--yes"));

            List<String> sequence = new ArrayList<>();
            boolean released = false;
            for (RecordedCall call : site.writes()) {
              WriteJudge.Verdict verdict = judge.judge(call);
              sequence.add(verdict + " " + call.method() + " " + call.parameters());
              released |= verdict == WriteJudge.Verdict.RELEASES;
              assertThat(released && verdict == WriteJudge.Verdict.PROTECTS)
                  .as("the last of %s", one.note("writes", String.join("\n", sequence)))
                  .isFalse();
            }
          }
        });
  }
}
