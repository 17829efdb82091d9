package io.cloudsyncctl.report.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.report.ReportGolden;
import io.cloudsyncctl.report.SampleReports;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.wording.Escaper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports as node_exporter's textfile collector reads them. */
class PrometheusReportRendererTest {
  private static final String OF_DRIFT =
      "cloudsyncctl_last_success_timestamp_seconds{command=\"drift\"} ";
  private static final String OF_APPLY =
      "cloudsyncctl_last_success_timestamp_seconds{command=\"apply\"} ";
  private static final String OF_OFFICE =
      "cloudsyncctl_nas_last_success_timestamp_seconds{nas=\"office\"} ";
  private static final String OF_BRANCH =
      "cloudsyncctl_nas_last_success_timestamp_seconds{nas=\"branch\"} ";

  @ParameterizedTest
  @MethodSource("io.cloudsyncctl.report.ReportGolden#samples")
  void everyRunKeepsToTheTextFormat(String sample) throws IOException {
    check(ReportGolden.check(sample, "report.prom", new PrometheusReportRenderer("")));
  }

  @Test
  void aHostileNameStaysInsideItsLabel() {
    RunReport report = SampleReports.ofNas("a\"b\\c\nd{e}\u001b\ud800");
    String text = new PrometheusReportRenderer("").render(report);
    check(text);
    assertThat(text).contains("cloudsyncctl_nas_failed{nas=\"a\\\"b\\\\c\\\\u{A}d{e}\\\\u{1B}");
    assertThat(new PrometheusReportRenderer(text).render(report)).isEqualTo(text);
  }

  @Test
  void aRunThatFailsKeepsWhenItLastSucceeded() {
    String earlier = OF_DRIFT + "1.7E9\n" + OF_OFFICE + "1.7E9\n" + OF_BRANCH + "1.6E9\n";
    String text = new PrometheusReportRenderer(earlier).render(SampleReports.get("bad-input"));
    assertThat(text).contains(OF_DRIFT + "1.7E9", OF_OFFICE + "1.7E9", OF_BRANCH + "1.6E9");
  }

  @Test
  void aRunThatSucceedsReplacesItAndLeavesOtherCommandsAlone() {
    String earlier = OF_DRIFT + "1.7E9\n" + OF_APPLY + "1.6E9\n" + OF_BRANCH + "1.6E9\n";
    String text = new PrometheusReportRenderer(earlier).render(SampleReports.get("drift"));
    assertThat(text)
        .contains(OF_DRIFT + "1.795500001234E9", OF_APPLY + "1.6E9")
        .contains(OF_OFFICE + "1.795500001234E9")
        .as("a NAS that is no longer declared")
        .doesNotContain(OF_BRANCH);
  }

  @Test
  void oneNasThatFailsKeepsItsOwnTimeAndTheOthersGetTheirs() {
    String earlier = OF_OFFICE + "1.7E9\n" + OF_BRANCH + "1.6E9\n";
    String text = new PrometheusReportRenderer(earlier).render(SampleReports.get("fleet"));
    assertThat(text)
        .contains(OF_OFFICE + "1.795500001234E9", OF_BRANCH + "1.6E9")
        .contains("cloudsyncctl_nas_unreachable{nas=\"branch\"} 1.0")
        .doesNotContain("cloudsyncctl_differences{attribution=\"drift\",nas=\"branch\"");
  }

  @Test
  void whatIsNoReportOfOursSaysNothing() {
    String earlier =
        OF_DRIFT + "NaN\n" + OF_DRIFT + "-1\n" + OF_DRIFT + "1E99\n" + OF_DRIFT + "1} 2\n\u0000";
    assertThat(new PrometheusReportRenderer(earlier).render(SampleReports.get("bad-input")))
        .isEqualTo(new PrometheusReportRenderer("").render(SampleReports.get("bad-input")));
  }

  @Test
  void fiveThousandChangesAreNoMoreLinesThanOne() {
    String text = new PrometheusReportRenderer("").render(SampleReports.large(5000));
    check(text);
    assertThat(text.lines().count())
        .isEqualTo(new PrometheusReportRenderer("").render(SampleReports.large(1)).lines().count());
  }

  /**
   * The grammar of Prometheus' text format 0.0.4, as far as we use it: for each metric HELP, TYPE
   * and its samples in one block, each set of labels once.
   */
  private static void check(String text) {
    Pattern help = Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (?:[^\\\\\n]|\\\\[\\\\n])+");
    Pattern type = Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) gauge");
    String label = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
    Pattern sample =
        Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{"
                + label
                + "(?:,"
                + label
                + ")*})? [0-9]+(?:\\.[0-9]+)?(?:E[0-9]+)?");
    assertThat(text).endsWith("\n").doesNotContain("\r");
    assertThat(text.codePoints().allMatch(c -> c == '\n' || Escaper.safe(c))).isTrue();
    Set<String> finished = new HashSet<>();
    Set<String> samples = new HashSet<>();
    String current = "";
    boolean typed = false;
    for (String line : text.lines().toList()) {
      Matcher helping = help.matcher(line);
      Matcher typing = type.matcher(line);
      if (helping.matches()) {
        current = helping.group(1);
        assertThat(finished.add(current)).as("one block of " + current).isTrue();
        typed = false;
      } else if (typing.matches()) {
        assertThat(typing.group(1)).isEqualTo(current);
        typed = true;
      } else {
        Matcher sampled = sample.matcher(line);
        assertThat(sampled.matches()).as(line).isTrue();
        assertThat(sampled.group(1)).isEqualTo(current);
        assertThat(typed).isTrue();
        assertThat(samples.add(sampled.group(1) + sampled.group(2))).as(line).isTrue();
      }
    }
  }
}
