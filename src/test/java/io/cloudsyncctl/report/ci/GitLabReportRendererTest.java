package io.cloudsyncctl.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.report.ReportGolden;
import io.cloudsyncctl.report.SampleReports;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports as GitLab's widget for Terraform plans reads them. */
class GitLabReportRendererTest {
  /** Three numbers and nothing else, or, in their place, why there are none. */
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "\\{\n  \"create\": \\d+,\n  \"update\": \\d+,\n  \"delete\": \\d+\n}\n"
              + "|\\{\n  \"error\": \"[^\"\n]+\"\n}\n");

  @ParameterizedTest
  @MethodSource("io.cloudsyncctl.report.ReportGolden#samples")
  void everyRunIsThreeNumbersOrSaysWhyItIsNot(String sample) throws IOException {
    assertThat(ReportGolden.check(sample, "report.gitlab.json", new GitLabReportRenderer()))
        .matches(GRAMMAR);
  }

  @Test
  void theNumbersAreTheSumOverEverythingThatIsNotAsDeclared() {
    assertThat(new GitLabReportRenderer().render(SampleReports.get("every-kind")))
        .isEqualTo("{\n  \"create\": 2,\n  \"update\": 8,\n  \"delete\": 2\n}\n");
  }

  @Test
  void aNasThatCouldNotBeReachedIsNoCleanPlan() {
    assertThat(new GitLabReportRenderer().render(SampleReports.get("fleet")))
        .isEqualTo("{\n  \"error\": \"no plan of branch\"\n}\n");
  }

  @Test
  void fiveThousandChangesAreCounted() {
    assertThat(new GitLabReportRenderer().render(SampleReports.large(5000)))
        .isEqualTo("{\n  \"create\": 0,\n  \"update\": 5000,\n  \"delete\": 0\n}\n");
  }
}
