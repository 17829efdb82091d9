package io.cloudsyncctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.simulator.behaviour.Behaviour;
import io.cloudsyncctl.simulator.behaviour.Effect;
import io.cloudsyncctl.simulator.behaviour.StoredForm;
import io.cloudsyncctl.simulator.script.Script;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/simulator.md} lists what the simulated NAS can do, all of it and nothing else. */
class SimulatorPageTest {
  private static final List<String> WORDS =
      MarkdownPage.of(Path.of("docs", "simulator.md")).lines().stream()
          .filter(line -> line.startsWith("| `"))
          .map(line -> line.replaceAll("\\\\\\|", "/").split("\\|", -1)[1])
          .flatMap(cell -> Arrays.stream(cell.strip().split(", (?=`)", -1)))
          .map(word -> word.replace("`", "").replace("/", "|"))
          .toList();

  @Test
  void everyBehaviourAndEveryDeedStandsInATable() {
    assertThat(WORDS.subList(0, Behaviour.forms().size()))
        .containsExactlyInAnyOrderElementsOf(Behaviour.forms());
    assertThat(WORDS.subList(Behaviour.forms().size(), WORDS.size()))
        .containsExactlyInAnyOrderElementsOf(Script.deeds());
  }

  @Test
  void everySideEffectIsNamed() {
    List<String> words = MarkdownPage.of(Path.of("docs", "simulator.md")).words();
    assertThat(words)
        .containsAll(Arrays.stream(Effect.values()).map(Effect::word).toList())
        .containsAll(Arrays.stream(StoredForm.values()).map(StoredForm::word).toList());
  }
}
