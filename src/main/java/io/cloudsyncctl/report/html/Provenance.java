package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.report.model.RunFacts;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import java.time.Duration;

/** How a report was made. */
public record Provenance(ImmutableList<Fact> facts) {

  /** One fact: its values, each for itself. */
  public record Fact(String name, ImmutableList<String> values) {}

  static Provenance of(RunFacts run) {
    ImmutableList.Builder<Fact> facts = ImmutableList.builder();
    facts.add(fact("Program", "cloudsyncctl " + Escaper.escape(run.toolVersion())));
    facts.add(fact("Began", LabelText.time(run.started())));
    facts.add(fact("Took", words(run.took())));
    if (!run.sources().isEmpty()) {
      facts.add(
          new Fact(
              "Files",
              run.sources().stream()
                  .map(source -> Escaper.escape(source, 200))
                  .collect(ImmutableList.toImmutableList())));
    }
    run.git()
        .ifPresent(git -> {
          facts.add(fact("Git commit", Escaper.escape(git.commit(), 80)));
          git.branch().ifPresent(branch -> facts.add(fact("Branch", Escaper.escape(branch, 200))));
          facts.add(
              fact(
                  "Working tree",
                  git.changed() ? "files were changed since that commit" : "as committed"));
        });
    facts.add(
        fact(
            "Compared with",
            run.baseline()
                .map(Escaper::sentence)
                .orElse("no baseline, so nobody knows on whose side a difference came to be")));
    facts.add(fact("Exit code", String.valueOf(run.exitCode())));
    run.cutShort().ifPresent(why -> facts.add(fact("Cut short", Escaper.sentence(why))));
    return new Provenance(facts.build());
  }

  private static Fact fact(String name, String value) {
    return new Fact(name, ImmutableList.of(value));
  }

  private static String words(Duration took) {
    long seconds = took.toSeconds();
    if (seconds < 60) {
      return seconds + "." + String.valueOf(1000 + took.toMillisPart()).substring(1) + " s";
    }
    return seconds / 60 + " min " + seconds % 60 + " s";
  }
}
