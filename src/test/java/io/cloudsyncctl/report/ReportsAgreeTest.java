package io.cloudsyncctl.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.ci.GitHubReportRenderer;
import io.cloudsyncctl.report.ci.GitLabReportRenderer;
import io.cloudsyncctl.report.format.TextOptions;
import io.cloudsyncctl.report.html.HtmlReportRenderer;
import io.cloudsyncctl.report.json.JsonReportRenderer;
import io.cloudsyncctl.report.junit.JUnitReportRenderer;
import io.cloudsyncctl.report.markdown.MarkdownReportRenderer;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.prometheus.PrometheusReportRenderer;
import io.cloudsyncctl.report.sarif.SarifReportRenderer;
import io.cloudsyncctl.report.text.DriftTextRenderer;
import io.cloudsyncctl.report.text.PlanTextRenderer;
import io.cloudsyncctl.report.wording.SourcePaths;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * However a run is reported, it comes to the same: how much differs, how bad the worst of it is, on
 * how many NAS, and how much is ignored. Each kind is read as its reader reads it, and compared
 * with what is counted here.
 */
class ReportsAgreeTest {
  private static final Pattern STATED = Pattern.compile("(\\d+) (?:changes?|differences?)\\b");

  /** Runs that tell what differs; after an apply some kinds tell the plan and some what is left. */
  static Stream<String> samples() {
    return SampleReports.all().entrySet().stream()
        .filter(one -> one.getValue().verb() == Verb.PLAN || one.getValue().verb() == Verb.DRIFT)
        .filter(one -> !one.getValue().nas().isEmpty())
        .map(Map.Entry::getKey);
  }

  /**
   * What a run comes to.
   *
   * @param stated as people count: changes in a plan, single differences in drift
   * @param single every single difference and everything that cannot be seen, as programs count
   * @param nas those on which something differs
   */
  private record Expected(
      long stated, long single, long undeclared, long unseen, long ignored, Risk worst, long nas) {

    static Expected of(RunReport report) {
      List<Finding> all = report.nas().stream().flatMap(nas -> nas.findings().stream()).toList();
      List<Finding> counting = all.stream().filter(Finding::counts).toList();
      long unseen = count(counting, Difference.Unseen.class);
      return new Expected(
          report.verb() == Verb.DRIFT
              ? counting.size() - unseen
              : plans(report).mapToLong(plan -> plan.changes().size()).sum(),
          counting.size(),
          count(counting, Difference.Undeclared.class),
          unseen,
          all.size() - counting.size(),
          counting.stream()
              .map(finding -> finding.difference().risk())
              .max(Comparator.naturalOrder())
              .orElse(Risk.NONE),
          report.nas().stream()
              .filter(nas ->
                  nas.counting().stream()
                      .anyMatch(one -> !(one.difference() instanceof Difference.Unseen)))
              .count());
    }

    private static long count(List<Finding> findings, Class<? extends Difference> kind) {
      return findings.stream().filter(finding -> kind.isInstance(finding.difference())).count();
    }
  }

  private static Stream<Plan> plans(RunReport report) {
    return report.outcomes().stream()
        .flatMap(outcome -> outcome.result().stream())
        .map(AssessedPlan::plan);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theTextOfTheRun(String sample) {
    RunReport report = SampleReports.get(sample);
    Expected expected = Expected.of(report);
    String text =
        report.verb() == Verb.DRIFT
            ? DriftTextRenderer.render(
                report.outcomes(), Optional.empty(), TextOptions.plain(Verb.DRIFT))
            : PlanTextRenderer.render(
                report.outcomes().stream().map(one -> one.map(AssessedPlan::plan)).toList(),
                TextOptions.plain(Verb.PLAN));
    String end =
        report.nas().size() > 1
            ? text.substring(text.indexOf(report.nas().size() + " NAS: "))
            : text;
    long tally =
        find(end, "(?m)^(?:Drift|Plan): (.*(?:\\n(?!\\w[\\w ]*: ).*)*)").stream()
            .flatMap(line -> find(line.group(1), "\\d+").stream())
            .mapToLong(number -> Long.parseLong(number.group()))
            .sum();
    assertThat(tally + number(end, "(?m)^Not declared: (\\d+)")).isEqualTo(expected.stated());
    assertThat(number(end, "(?m)^Ignored: (\\d+)")).isEqualTo(expected.ignored());
    if (report.verb() == Verb.DRIFT) {
      assertThat(number(end, "(?m)^Not readable: (\\d+)")).isEqualTo(expected.unseen());
    }
    assertThat(worst(find(end, "(?m)^Risks: \\d+ ([a-z-]+)"))).isEqualTo(expected.worst());
    if (report.nas().size() > 1) {
      assertThat(number(end, "(\\d+) (?:drifted|with changes)")).isEqualTo(expected.nas());
    } else if (expected.single() + expected.ignored() > 0) {
      assertThat(end).doesNotContainPattern("is as declared[.,]\n(?!Not declared)");
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void json(String sample) {
    RunReport report = SampleReports.get(sample);
    Expected expected = Expected.of(report);
    JsonNode json = JsonMapper.shared().readTree(new JsonReportRenderer().render(report));
    JsonNode counts = json.path("counts");
    assertThat(counts.path("differences").asLong()).isEqualTo(expected.stated());
    assertThat(counts.path("not_declared").asLong()).isEqualTo(expected.undeclared());
    assertThat(counts.path("not_readable").asLong()).isEqualTo(expected.unseen());
    assertThat(counts.path("ignored").asLong()).isEqualTo(expected.ignored());
    assertThat(counts.path("worst_risk").asString()).isEqualTo(expected.worst().word());
    assertThat(counts.at("/nas/different").asLong()).isEqualTo(expected.nas());
    long counting =
        json.path("nas")
            .valueStream()
            .flatMap(nas -> nas.path("findings").valueStream())
            .filter(finding -> !finding.path("standing").asString().equals("ignored"))
            .count();
    assertThat(counting).isEqualTo(expected.single());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void markdown(String sample) {
    RunReport report = SampleReports.get(sample);
    Expected expected = Expected.of(report);
    String text = new MarkdownReportRenderer(1_000_000).render(report);
    String heading = text.lines().filter(line -> line.startsWith("### ")).findFirst().orElseThrow();
    assertHeadline(heading, expected, report);
    assertThat(sum(text, "(?m)^#### .* \\((\\d+)\\)$")).isEqualTo(expected.stated());
    assertThat(number(text, "<summary>Ignored, so not counted \\((\\d+)\\)"))
        .isEqualTo(expected.ignored());
    assertThat(number(text, "<summary>Not readable[^(]*\\((\\d+)\\)")).isEqualTo(expected.unseen());
    if (report.nas().size() > 1) {
      assertThat(find(text, "(?m)^\\| .* \\| \\d+ (?:change|difference)s?\\b").size())
          .isEqualTo((int) expected.nas());
      assertThat(worst(find(text, "(?m)^\\| .*\\| \\**([a-z-]*)\\** \\|$")))
          .isEqualTo(expected.worst());
    }
    if (expected.worst() != Risk.DATA_LOSS) {
      assertThat(text).doesNotContain("May delete files");
    }
  }

  private static void assertHeadline(String heading, Expected expected, RunReport report) {
    assertThat(sum(heading, STATED.pattern())).isEqualTo(expected.stated());
    assertThat(worst(find(heading, "worst risk ([a-z-]+)"))).isEqualTo(expected.worst());
    assertThat(number(heading, "(\\d+) ignored")).isEqualTo(expected.ignored());
    if (report.nas().size() > 1 && expected.nas() > 0) {
      assertThat(heading).contains(" on " + expected.nas() + " of " + report.nas().size() + " NAS");
    }
    if (expected.stated() == 0 && expected.ignored() > 0) {
      assertThat(heading).contains("that counts");
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void html(String sample) {
    RunReport report = SampleReports.get(sample);
    Expected expected = Expected.of(report);
    String html = new HtmlReportRenderer().render(report);
    String lead = find(html, "<h1>.*</span> (.*)</h1>").getFirst().group(1);
    assertHeadline(lead, expected, report);
    long groups =
        find(html, "(?s)<summary><h3>(?:(?!</h3>).)*?</span>([^<]*)<span class=\"n\">(\\d+)")
            .stream()
            .filter(group -> !group.group(1).contains("somebody has said that it may be"))
            .filter(group -> !group.group(1).contains("neither there nor absent"))
            .filter(group ->
                !group.group(1).contains("declared by nobody, never touched")
                    || group.group(1).contains("on the NAS"))
            .filter(group -> !group.group(1).contains("no getter answers it"))
            .filter(group -> !group.group(1).isBlank())
            .mapToLong(group -> Long.parseLong(group.group(2)))
            .sum();
    assertThat(groups).isEqualTo(expected.stated());
  }

  /** Each difference stands in the body of its case, below its address. */
  @ParameterizedTest
  @MethodSource("samples")
  void junit(String sample) {
    RunReport report = SampleReports.get(sample);
    Expected expected = Expected.of(report);
    String xml = new JUnitReportRenderer().render(report);
    long bodies = 0;
    Set<String> differing = new HashSet<>();
    StringBuilder all = new StringBuilder();
    for (MatchResult nas : find(xml, "(?s)<testsuite name=\"([^\"]*)\".*?</testsuite>")) {
      for (MatchResult body :
          find(nas.group(), "(?s)<(failure|error)(?: [^>]*)?>(.*?)</(?:failure|error)>")) {
        if (body.group(2).startsWith("\n" + nas.group(1) + "/")) {
          bodies += body.group(2).lines().filter(line -> line.matches("\\S.*/.*")).count();
          all.append(body.group(2));
          if (body.group(1).equals("failure")) {
            differing.add(nas.group(1));
          }
        }
      }
    }
    assertThat(bodies).isEqualTo(expected.single());
    assertThat(differing).hasSize((int) expected.nas());
    assertThat(worst(find(all.toString(), "(?m)^ *! ([a-z-]+): "))).isEqualTo(expected.worst());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sarif(String sample) {
    RunReport report = SampleReports.get(sample);
    Expected expected = Expected.of(report);
    String text =
        new SarifReportRenderer(
                new SourcePaths(Path.of("/repo"), Optional.empty()), Optional.empty())
            .render(report);
    List<JsonNode> results =
        JsonMapper.shared().readTree(text).at("/runs/0/results").valueStream().toList();
    List<JsonNode> counting =
        results.stream().filter(result -> result.path("suppressions").isEmpty()).toList();
    assertThat(counting).hasSize((int) expected.single());
    assertThat(results.size() - counting.size()).isEqualTo((int) expected.ignored());
    assertThat(
            counting.stream()
                .map(result -> risk(result.at("/properties/risk").asString()))
                .max(Comparator.naturalOrder())
                .orElse(Risk.NONE))
        .isEqualTo(expected.worst());
    assertThat(
            counting.stream()
                .filter(result -> !result.path("ruleId").asString().equals("not-readable"))
                .map(result ->
                    result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asString())
                .map(name -> name.substring(0, name.indexOf('/')))
                .distinct())
        .hasSize((int) expected.nas());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void gitlab(String sample) {
    RunReport report = SampleReports.get(sample);
    Expected expected = Expected.of(report);
    JsonNode json = JsonMapper.shared().readTree(new GitLabReportRenderer().render(report));
    if (plans(report).count() < report.nas().size()) {
      assertThat(json.path("error").asString()).startsWith("no plan of ");
      return;
    }
    assertThat(
            json.path("create").asLong()
                + json.path("update").asLong()
                + json.path("delete").asLong())
        .isEqualTo(expected.stated() - expected.undeclared());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void github(String sample) {
    RunReport report = SampleReports.get(sample);
    Expected expected = Expected.of(report);
    String text =
        new GitHubReportRenderer(new SourcePaths(Path.of("/repo"), Optional.empty()))
            .render(report);
    long shown =
        text.lines().filter(line -> line.matches("::(error|warning|notice) file=.*")).count();
    long leftOut =
        sum(
            text,
            "(?<!shows )\\b(\\d+) (?:errors?|warnings?|notes?)\\b(?=[^\n]*the other reports)");
    assertThat(shown + leftOut).isEqualTo(expected.single());
    assertThat(worst(find(text, "title=([a-z-]+)%3A "))).isEqualTo(expected.worst());
    assertThat(
            find(text, "title=(?!not readable)[a-z -]+%3A ([^/]+)/").stream()
                .map(title -> title.group(1))
                .distinct())
        .hasSize((int) expected.nas());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void prometheus(String sample) {
    RunReport report = SampleReports.get(sample);
    Expected expected = Expected.of(report);
    String text = new PrometheusReportRenderer("").render(report);
    List<MatchResult> some =
        find(
            text,
            "cloudsyncctl_differences\\{[^}]*nas=\"([^\"]*)\",risk=\"([a-z-]+)\"\\} ([1-9]\\d*)");
    assertThat(some.stream().mapToLong(one -> Long.parseLong(one.group(3))).sum())
        .isEqualTo(expected.single());
    assertThat(
            some.stream()
                .map(one -> risk(one.group(2)))
                .max(Comparator.naturalOrder())
                .orElse(Risk.NONE))
        .isEqualTo(expected.worst());
    assertThat(sum(text, "cloudsyncctl_ignored\\{.*\\} (\\d+)")).isEqualTo(expected.ignored());
  }

  private static Risk worst(List<MatchResult> words) {
    return words.stream()
        .map(word -> risk(word.group(1)))
        .max(Comparator.naturalOrder())
        .orElse(Risk.NONE);
  }

  private static Risk risk(String word) {
    return Arrays.stream(Risk.values())
        .filter(risk -> risk.word().equals(word))
        .findFirst()
        .orElse(Risk.NONE);
  }

  private static List<MatchResult> find(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().toList();
  }

  private static long sum(String text, String pattern) {
    return find(text, pattern).stream().mapToLong(one -> Long.parseLong(one.group(1))).sum();
  }

  /** The only such number; 0 where there is none. */
  private static long number(String text, String pattern) {
    List<MatchResult> all = find(text, pattern);
    assertThat(all).hasSizeLessThanOrEqualTo(1);
    return all.isEmpty() ? 0 : Long.parseLong(all.getFirst().group(1));
  }
}
