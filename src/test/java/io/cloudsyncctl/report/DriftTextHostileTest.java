package io.cloudsyncctl.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.Ignore;
import io.cloudsyncctl.finding.Standing;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.text.DriftTextRenderer;
import io.cloudsyncctl.report.text.PlanTextRendererTest;
import io.cloudsyncctl.report.wording.Escaper;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names from a NAS and words of an ignore file on a terminal: nothing of them acts. */
class DriftTextHostileTest {
  static List<String> words() {
    return PlanTextRendererTest.HOSTILE_WORDS;
  }

  @ParameterizedTest
  @MethodSource("words")
  void nothingThatSomebodyElseWroteActsOnATerminal(String word) {
    AssessedPlan hostile =
        SampleReports.get("hostile").nas().getFirst().outcome().result().orElseThrow();
    Ignore ignore =
        new Ignore(
            word, word, word, LocalDate.parse("2027-01-31"), new Location.InFile(word, 3, 5));
    AtomicInteger number = new AtomicInteger();
    AssessedPlan assessed =
        AssessedPlan.of(
            hostile.plan(),
            false,
            difference ->
                new Finding(
                    difference,
                    Attribution.DRIFT,
                    Optional.empty(),
                    switch (number.getAndIncrement() % 3) {
                      case 0 -> new Standing.Ignored(ignore);
                      case 1 -> new Standing.Lapsed(ignore);
                      default -> new Standing.Counts();
                    }));
    String text =
        DriftTextRenderer.render(
            List.of(new NasOutcome.Done<>("office", assessed)),
            Optional.of(word),
            TextOptions.plain(Verb.DRIFT));
    assertThat(text.codePoints().allMatch(c -> c == '\n' || Escaper.safe(c))).isTrue();
  }
}
