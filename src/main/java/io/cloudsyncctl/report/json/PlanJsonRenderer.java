package io.cloudsyncctl.report.json;

import io.cloudsyncctl.diagnostic.FailureKind;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.report.format.CommonJson;
import io.cloudsyncctl.report.format.JsonText;
import io.cloudsyncctl.report.model.Tally;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans as JSON for programs, of the format {@code schemas/plan-v1.schema.json}. Nothing is cut or
 * rounded, equal plans give equal text, and there are no secrets in a plan to begin with.
 */
public final class PlanJsonRenderer {
  public static final String FORMAT = "cloudsyncctl-plan";
  public static final int VERSION = 1;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlanJsonRenderer() {}

  /** The whole text, its last line ended. A NAS that failed has diagnostics and no changes. */
  public static String render(List<NasOutcome<Plan>> outcomes, String toolVersion) {
    ObjectNode root = NODES.objectNode().put("format", FORMAT).put("version", VERSION);
    root.put("tool_version", toolVersion);
    root.set("nas", CommonJson.array(outcomes, PlanJsonRenderer::outcome));
    root.set("summary", summary(outcomes));
    root.put("worst_risk", worstRisk(outcomes).word());
    return JsonText.print(root);
  }

  /** How many NAS are how, and how many changes of each kind there are. */
  static ObjectNode summary(List<NasOutcome<Plan>> outcomes) {
    List<Plan> plans = plans(outcomes);
    ObjectNode summary = NODES.objectNode();
    summary.set("nas", counts(outcomes.size(), plans));
    summary.set("changes", tally(plans));
    return summary;
  }

  private static List<Plan> plans(List<NasOutcome<Plan>> outcomes) {
    return outcomes.stream().flatMap(outcome -> outcome.result().stream()).toList();
  }

  private static Risk worstRisk(List<NasOutcome<Plan>> outcomes) {
    return plans(outcomes).stream()
        .map(Plan::worstRisk)
        .max(Comparator.naturalOrder())
        .orElse(Risk.NONE);
  }

  static ObjectNode outcome(NasOutcome<Plan> outcome) {
    ObjectNode node = NODES.objectNode().put("name", outcome.nas());
    switch (outcome) {
      case NasOutcome.Done<Plan>(String _, Plan plan) -> {
        node.put("status", "planned").put("in_sync", plan.inSync());
        node.put("worst_risk", plan.worstRisk().word());
        node.set("changes", CommonJson.array(plan.changes(), ChangeJson::of));
        node.set("observations", CommonJson.array(plan.observations(), ObservationJson::of));
        node.set("resting", CommonJson.array(plan.resting(), PlanJsonRenderer::resting));
        node.set("summary", tally(List.of(plan)));
      }
      case NasOutcome.Failed<Plan> failed -> {
        node.put("status", "failed").put("failure", failure(failed.kind()));
        node.set("diagnostics", CommonJson.array(failed.diagnostics(), CommonJson::diagnostic));
      }
    }
    return node;
  }

  private static ObjectNode resting(Plan.Resting resting) {
    ObjectNode node = NODES.objectNode();
    node.set("address", CommonJson.address(resting.address()));
    node.set("tasks", CommonJson.array(resting.tasks(), CommonJson::address));
    return node;
  }

  private static String failure(FailureKind kind) {
    return switch (kind) {
      case FAILED -> "failed";
      case REFUSED -> "refused";
      case PARTLY_APPLIED -> "partly-applied";
      case UNREACHABLE -> "unreachable";
      case USAGE -> "usage";
      case BAD_INPUT -> "bad-input";
    };
  }

  private static ObjectNode counts(int total, List<Plan> plans) {
    int clean = (int) plans.stream().filter(Plan::inSync).count();
    int different = (int) plans.stream().filter(plan -> !plan.isEmpty()).count();
    return NODES
        .objectNode()
        .put("total", total)
        .put("in_sync", clean)
        .put("different", different)
        .put("not_read_in_full", plans.size() - clean - different)
        .put("failed", total - plans.size());
  }

  private static ObjectNode tally(List<Plan> plans) {
    Tally tally = Tally.of(plans.stream().flatMap(plan -> plan.changes().stream()).toList());
    ObjectNode node =
        NODES
            .objectNode()
            .put("create", tally.create())
            .put("update", tally.update())
            .put("delete", tally.delete())
            .put("pause", tally.pause())
            .put("resume", tally.resume())
            .put("manual", tally.manual())
            .put("blocked", tally.blocked());
    ObjectNode risks = NODES.objectNode();
    tally.risks().forEach((risk, count) -> risks.put(risk.word(), count));
    node.set("risks", risks);
    return node;
  }
}
