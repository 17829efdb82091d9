package io.cloudsyncctl.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.report.ReportGolden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports as people read them. */
class HtmlReportRendererTest {
  @ParameterizedTest
  @MethodSource("io.cloudsyncctl.report.ReportGolden#samples")
  void everyRunIsValidHtml(String sample) throws Exception {
    String html = ReportGolden.check(sample, "report.html", new HtmlReportRenderer());
    assertThat(NuChecker.problems(html)).isEmpty();
  }
}
