package io.cloudsyncctl.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.report.ReportGolden;
import io.cloudsyncctl.report.SampleReports;
import io.cloudsyncctl.report.model.RunReport;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports as people read them. */
class HtmlReportRendererTest {
  private static final Pattern HEADLINE = Pattern.compile("(?s)<h1>.*?</span> (.*?)</h1>");
  private static final int MEBIBYTE = 1024 * 1024;

  private static String render(String sample) {
    return new HtmlReportRenderer().render(report(sample));
  }

  private static RunReport report(String sample) {
    return Objects.requireNonNull(SampleReports.all().get(sample));
  }

  @ParameterizedTest
  @MethodSource("io.cloudsyncctl.report.ReportGolden#samples")
  void everyRunIsValidHtml(String sample) throws Exception {
    String html = ReportGolden.check(sample, "report.html", new HtmlReportRenderer());
    assertThat(NuChecker.problems(html)).isEmpty();
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(html)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("io.cloudsyncctl.report.ReportGolden#samples")
  void equalRunsGiveEqualReports(String sample) {
    assertThat(render(sample)).isEqualTo(render(sample));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          in-sync        | Plan: nothing to change
          one-setting    | Plan: 1 change
          every-kind     | Plan: 12 changes, worst risk data-loss; 1 NAS not read in full
          fleet          | Plan: 1 change on 1 of 3 NAS; 1 NAS could not be read
          drift          | Drift: 20 differences (6 pending, 6 drift, 5 both), worst risk data-loss; 5 ignored; 1 NAS not read in full
          applied        | Apply: applied
          partly-applied | Apply: partly applied
          refused        | Apply: refused
          cut-short      | Apply: not begun; the run did not come to its end
          bad-input      | Plan: no NAS was looked at
          """)
  void theHeadlineSaysWhatMattersMost(String sample, String headline) {
    assertThat(render(sample))
        .containsPattern(HEADLINE)
        .contains("<title>" + headline + " - cloudsyncctl</title>")
        .contains("</span> " + headline + "</h1>");
  }

  @Test
  void aRunThatWasCutShortSaysSoAtTheTop() {
    String html = render("cut-short");
    assertThat(html.substring(0, html.indexOf("<main")))
        .contains("<p class=\"cut\">The run did not come to its end: it was interrupted.");
  }

  @Test
  void hostileNamesAreNeitherMarkupNorInvisible() {
    String html = render("hostile");
    assertThat(html)
        .doesNotContain("<script")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("\\u{1B}[2J\\u{1B}]0;owned\\u{7}")
        .contains("\\u{202E}txt.exe\\u{200F}")
        .contains("line\\u{D}\\u{A}break\\u{2028}")
        .contains("\\u{D800}")
        .contains("… (4096 characters)");
    assertThat(html.codePoints().filter(c -> Character.getType(c) == Character.FORMAT)).isEmpty();
  }

  @Test
  void theReportAsksForNothing() {
    for (String sample : ReportGolden.samples().toList()) {
      assertThat(render(sample))
          .contains("content=\"default-src 'none'; style-src 'sha256-")
          .doesNotContain("<script", "<link", "<img", "<iframe", "@import", "url(", " style=");
    }
  }

  @Test
  void fiveThousandChangesMakeAReportOfAFewMebibytes() {
    String html = new HtmlReportRenderer().render(SampleReports.large(5_000));
    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(8 * MEBIBYTE);
    assertThat(html).contains("/share/folder 0", "/share/folder 4998", "office/Cloud 4999");
  }
}
