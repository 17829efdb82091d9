package io.cloudsyncctl.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.report.ReportGolden;
import io.cloudsyncctl.report.SampleReports;
import io.cloudsyncctl.report.model.RunFacts;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Verb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports as reviewers read them on a code host. */
class MarkdownReportRendererTest {
  private static final MarkdownReportRenderer USUAL =
      new MarkdownReportRenderer(MarkdownReportRenderer.DEFAULT_BUDGET);

  @ParameterizedTest
  @MethodSource("io.cloudsyncctl.report.ReportGolden#samples")
  void everyRunReadsWell(String sample) throws IOException {
    ReportGolden.check(sample, "report.md", USUAL);
  }

  @ParameterizedTest
  @ValueSource(ints = {4_000, 10_000, 60_000, 1_000_000})
  void neverMoreThanTheBudget(int budget) {
    for (int changes : new int[] {1, 40, 5_000}) {
      String text = new MarkdownReportRenderer(budget).render(SampleReports.large(changes));
      assertThat(text.getBytes(StandardCharsets.UTF_8).length)
          .as("%d changes", changes)
          .isLessThanOrEqualTo(budget);
    }
    SampleReports.all()
        .forEach((name, report) ->
            assertThat(
                    new MarkdownReportRenderer(budget)
                        .render(report)
                        .getBytes(StandardCharsets.UTF_8))
                .as(name)
                .hasSizeLessThanOrEqualTo(budget));
  }

  @Test
  void theSmallestBudgetHoldsWhateverOthersCalledTheirs() {
    String name = "<".repeat(2_000);
    RunReport named = SampleReports.ofNas(name);
    RunFacts facts = SampleReports.facts(1);
    RunReport worst =
        new RunReport(
            Verb.PLAN,
            new RunFacts(
                name,
                facts.started(),
                facts.took(),
                facts.sources(),
                facts.git(),
                Optional.of(name),
                false,
                1,
                Optional.of(name)),
            named.nas(),
            named.diagnostics());
    assertThat(new MarkdownReportRenderer(4_000).render(worst))
        .hasSizeLessThanOrEqualTo(4_000)
        .contains("### Plan: nothing to change; the run did not come to its end")
        .contains("All else was left out for want of room.");
  }

  @Test
  void whatFoundNoRoomIsCountedByItsRisk() {
    String text = USUAL.render(SampleReports.large(5_000));
    long shown = text.lines().filter(line -> line.contains("<code>office/")).count();
    assertThat(text)
        .contains("### Plan: 5000 changes, worst risk data-loss")
        .contains("#### May delete files (715)")
        .contains("**Left out for want of room: " + (5_000 - shown) + " changes** (");
  }

  @Test
  void theWorstComesFirstAndIsTheLastToBeLeftOut() {
    String text = new MarkdownReportRenderer(10_000).render(SampleReports.large(200));
    assertThat(text).contains("#### May delete files (29)");
    assertThat(text.lines().filter(line -> line.contains("filtered_paths")).count())
        .isGreaterThanOrEqualTo(29);
  }

  /** Code hosts read GitHub's Markdown: tables, strike-through, and links of bare addresses. */
  @ParameterizedTest
  @MethodSource("io.cloudsyncctl.report.ReportGolden#samples")
  void whatSomebodyElseChoseStaysText(String sample) {
    List<Extension> extensions =
        List.of(
            TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create());
    Node document =
        Parser.builder()
            .extensions(extensions)
            .build()
            .parse(USUAL.render(SampleReports.get(sample)));
    String html = HtmlRenderer.builder().extensions(extensions).build().render(document);
    // This reader makes links in code too, which hosts do not.
    String shown = html.replaceAll("<code><a [^>]*>([^<]*)</a>", "<code>$1");
    assertThat(tags(shown))
        .isSubsetOf(
            "details",
            "summary",
            "code",
            "h3",
            "h4",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "ul",
            "ol",
            "li",
            "p",
            "strong",
            "b",
            "br",
            "blockquote",
            "pre",
            "sub");
    Matcher rows = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL).matcher(html);
    while (rows.find()) {
      assertThat(rows.group(1).split("</t[hd]>").length - 1).as(rows.group()).isIn(4, 7);
    }
  }

  private static Set<String> tags(String html) {
    Set<String> tags = new TreeSet<>();
    Matcher matcher = Pattern.compile("<([a-zA-Z][a-zA-Z0-9]*)").matcher(html);
    while (matcher.find()) {
      tags.add(matcher.group(1));
    }
    return tags;
  }
}
