package io.cloudsyncctl.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.Golden;
import io.cloudsyncctl.report.RandomPlans;
import io.cloudsyncctl.report.SamplePlans;
import io.cloudsyncctl.report.text.PlanTextRendererTest;
import io.cloudsyncctl.report.wording.Escaper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plans as programs read them. */
class PlanJsonRendererTest {
  private static final Path SCHEMA = Path.of("schemas", "plan-v1.schema.json");

  private static Schema schema() throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
  }

  private static List<NasOutcome<Plan>> everything() {
    return List.of(
        SamplePlans.done(SamplePlans.office()),
        SamplePlans.unreachable("branch"),
        SamplePlans.done(SamplePlans.empty("home")));
  }

  @Test
  void everyKindOfChangeAndObservationStandsInTheJson() throws IOException {
    String json = PlanJsonRenderer.render(everything(), "0.1.0");
    assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    Golden.check("everything.json", json);
  }

  @Test
  void everyJsonKeepsToTheSchema() throws IOException {
    Schema schema = schema();
    for (int seed = 0; seed < 400; seed++) {
      List<NasOutcome<Plan>> run = new RandomPlans(seed, PlanTextRendererTest.HOSTILE_WORDS).run();
      String json = PlanJsonRenderer.render(run, "0.1.0");
      assertThat(schema.validate(json, InputFormat.JSON)).as("seed %d", seed).isEmpty();
      assertThat(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .as("seed %d survives UTF-8", seed)
          .isEqualTo(json);
      assertThat(json.codePoints().allMatch(c -> c == '\n' || Escaper.safe(c)))
          .as("seed %d shows nothing unsafe", seed)
          .isTrue();
    }
  }

  @Test
  void aNasThatFailedHasNoChangesAndIsNotCountedAsInSync() {
    JsonNode root = JsonMapper.shared().readTree(PlanJsonRenderer.render(everything(), "0.1.0"));
    assertThat(root.at("/nas/1/status").stringValue()).isEqualTo("failed");
    assertThat(root.at("/nas/1").has("changes")).isFalse();
    assertThat(root.at("/summary/nas").toString())
        .isEqualTo(
            "{\"total\":3,\"in_sync\":1,\"different\":1,\"not_read_in_full\":0,\"failed\":1}");
  }

  @Test
  void equalPlansGiveEqualText() {
    for (int seed = 0; seed < 50; seed++) {
      assertThat(PlanJsonRenderer.render(new RandomPlans(seed, words()).run(), "0.1.0"))
          .isEqualTo(PlanJsonRenderer.render(new RandomPlans(seed, words()).run(), "0.1.0"));
    }
  }

  private static ImmutableList<String> words() {
    return PlanTextRendererTest.HOSTILE_WORDS;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/version",
        "/tool_version",
        "/nas/0/status",
        "/nas/0/changes/0/kind",
        "/nas/0/changes/0/write",
        "/nas/0/changes/0/fields/0/before/state",
        "/nas/1/diagnostics",
        "/summary/nas/failed"
      })
  void theSchemaRefusesAJsonThatLacksAPart(String pointer) throws IOException {
    JsonNode root = JsonMapper.shared().readTree(PlanJsonRenderer.render(everything(), "0.1.0"));
    int slash = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) root.at(pointer.substring(0, slash));
    assertThat(parent.remove(pointer.substring(slash + 1))).isNotNull();
    assertThat(schema().validate(root)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/nas/0",
        "/nas/1",
        "/nas/0/changes/0",
        "/nas/0/changes/0/address",
        "/nas/0/changes/0/target",
        "/nas/0/observations/0",
        "/summary",
        "/summary/changes/risks"
      })
  void theSchemaRefusesWhatItDoesNotKnow(String pointer) throws IOException {
    JsonNode root = JsonMapper.shared().readTree(PlanJsonRenderer.render(everything(), "0.1.0"));
    ((ObjectNode) root.at(pointer)).put("surprise", 1);
    assertThat(schema().validate(root)).isNotEmpty();
  }

  @Test
  void nothingIsCutAndEveryTextComesBackAsItWas() {
    for (String word : words()) {
      Plan plan =
          SamplePlans.of(
              SamplePlans.update(
                  SamplePlans.DROPBOX,
                  SamplePlans.DROPBOX_TARGET,
                  SamplePlans.known(ConnectionSettings.STORAGE_CLASS, word, "x", 7)));
      String json = PlanJsonRenderer.render(List.of(SamplePlans.done(plan)), "0.1.0");
      assertThat(
              JsonMapper.shared()
                  .readTree(json)
                  .at("/nas/0/changes/0/fields/0/before/value")
                  .stringValue())
          .isEqualTo(word);
    }
  }
}
