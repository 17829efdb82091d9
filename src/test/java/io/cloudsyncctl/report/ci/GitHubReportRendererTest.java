package io.cloudsyncctl.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.report.ReportGolden;
import io.cloudsyncctl.report.SampleReports;
import io.cloudsyncctl.report.wording.SourcePaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports as the runner of GitHub Actions reads its log. */
class GitHubReportRendererTest {
  private static final String VALUE = "(?:[^%:,\\p{Cntrl}]|%25|%0D|%0A|%3A|%2C)*";

  /** A workflow command as GitHub documents it, and nothing else on its line. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "::(?:error|warning|notice) (?:file="
              + VALUE
              + ",line=\\d+,col=\\d+,)?title="
              + VALUE
              + "::(?:[^%\\p{Cntrl}]|%25|%0D|%0A)+");

  private static final GitHubReportRenderer RENDERER =
      new GitHubReportRenderer(SourcePaths.asNamed());

  @ParameterizedTest
  @MethodSource("io.cloudsyncctl.report.ReportGolden#samples")
  void everyLineIsACommandOfOurs(String sample) throws IOException {
    String text = ReportGolden.check(sample, "report.github.txt", RENDERER);
    assertThat(text.lines()).allMatch(COMMAND.asMatchPredicate());
    for (String level : List.of("error", "warning", "notice")) {
      assertThat(text.lines().filter(line -> line.startsWith("::" + level + " ")))
          .hasSizeLessThanOrEqualTo(10);
    }
  }

  @Test
  void aRunThatFoundNothingHasNoAnnotation() {
    assertThat(RENDERER.render(SampleReports.get("in-sync"))).isEmpty();
    assertThat(RENDERER.render(SampleReports.get("applied"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'::error::owned'", "'\r\n::add-mask::x'", "'a%0A::error::b'", "'##[error]x'"})
  void aNameOnTheNasBecomesNoCommand(String name) {
    String text = RENDERER.render(SampleReports.named(name));
    assertThat(text.lines()).hasSize(1).allMatch(COMMAND.asMatchPredicate());
  }

  @Test
  void whatGitHubWouldReadAsItsOwnEscapeStaysWhatItIs() {
    assertThat(RENDERER.render(SampleReports.named("50%0A, a:b")))
        .startsWith("::notice file=office.yaml,line=25,col=5,title=setting differs%3A")
        .contains("office/50%250A%2C a%3Ab::office/50%250A, a:b: settings.pull_event_period: 60");
  }

  @Test
  void moreThanGitHubShowsIsCounted() {
    String text = RENDERER.render(SampleReports.large(5000));
    assertThat(text.lines().filter(line -> line.startsWith("::error "))).hasSize(10);
    assertThat(text.lines().filter(line -> line.startsWith("::notice "))).hasSize(10);
    assertThat(text.lines().toList().getLast())
        .isEqualTo(
            "::notice title=cloudsyncctl::not shown, since GitHub shows 10 annotations of each"
                + " level: 705 errors, 4276 notes; the summary of the job and the other reports"
                + " have them");
  }

  @Test
  void filesAreNamedFromTheRootOfTheRepository() {
    GitHubReportRenderer below =
        new GitHubReportRenderer(
            new SourcePaths(Path.of("/repository/nas"), Optional.of(Path.of("/repository"))));
    assertThat(below.render(SampleReports.get("one-setting")))
        .contains("file=nas/office.yaml,line=25");
  }
}
