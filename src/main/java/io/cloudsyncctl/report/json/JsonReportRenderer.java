package io.cloudsyncctl.report.json;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.finding.AssessedPlan;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.report.format.CommonJson;
import io.cloudsyncctl.report.format.JsonText;
import io.cloudsyncctl.report.format.ValueJson;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.ReportRenderer;
import io.cloudsyncctl.report.model.RunFacts;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.model.Totals;
import io.cloudsyncctl.report.model.Verb;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run as JSON for programs, of the format {@code schemas/report-v1.schema.json}: the plans as
 * {@code plan --format json} has them, and what else there is to say.
 */
public final class JsonReportRenderer implements ReportRenderer {
  public static final String FORMAT = "cloudsyncctl-report";
  public static final int VERSION = 1;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Override
  public String render(RunReport report) {
    ObjectNode root = NODES.objectNode().put("format", FORMAT).put("version", VERSION);
    root.put("verb", word(report.verb()));
    putFacts(root, report.facts());
    root.set("nas", CommonJson.array(report.nas(), JsonReportRenderer::nas));
    root.set("diagnostics", CommonJson.array(report.diagnostics(), CommonJson::diagnostic));
    root.set(
        "summary",
        PlanJsonRenderer.summary(
            report.outcomes().stream().map(outcome -> outcome.map(AssessedPlan::plan)).toList()));
    root.set("counts", counts(report));
    return JsonText.print(root);
  }

  /** What the run comes to, as the other kinds say it. */
  private static ObjectNode counts(RunReport report) {
    Totals totals = Totals.of(report);
    ObjectNode node =
        NODES
            .objectNode()
            .put("differences", totals.differing())
            .put("not_declared", totals.undeclared())
            .put("not_readable", totals.unseen())
            .put("ignored", totals.ignored())
            .put("worst_risk", totals.worst().word());
    Map<Totals.State, Integer> states = new EnumMap<>(Totals.State.class);
    report.nas().stream()
        .filter(nas -> nas.outcome() instanceof NasOutcome.Done<AssessedPlan>)
        .forEach(nas -> states.merge(Totals.of(nas, report.verb()).state(), 1, Integer::sum));
    ObjectNode ofNas = NODES.objectNode();
    for (Totals.State state : Totals.State.values()) {
      ofNas.put(state.name().toLowerCase(Locale.ROOT), states.getOrDefault(state, 0));
    }
    node.set("nas", ofNas);
    return node;
  }

  private static String word(Verb verb) {
    return verb.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void putFacts(ObjectNode root, RunFacts facts) {
    root.put("tool_version", facts.toolVersion());
    root.put("started", facts.started().toString());
    root.put("took_milliseconds", facts.took().toMillis());
    root.set("sources", ValueJson.texts(facts.sources()));
    facts
        .git()
        .ifPresent(git -> {
          ObjectNode node = NODES.objectNode().put("commit", git.commit());
          git.branch().ifPresent(branch -> node.put("branch", branch));
          root.set("git", node.put("changed", git.changed()));
        });
    facts.baseline().ifPresent(baseline -> root.put("baseline", baseline));
    root.put("undeclared_counts", facts.countsUndeclared());
    root.put("exit_code", facts.exitCode());
    facts.cutShort().ifPresent(why -> root.put("cut_short", why));
  }

  private static ObjectNode nas(NasReport nas) {
    ObjectNode node = NODES.objectNode().put("name", nas.nas());
    node.set("files", ValueJson.texts(nas.files()));
    node.set("plan", PlanJsonRenderer.outcome(nas.outcome().map(AssessedPlan::plan)));
    node.set("findings", CommonJson.array(nas.findings(), FindingJson::finding));
    node.set("parts", CommonJson.array(nas.parts(), FindingJson::part));
    nas.applied().ifPresent(applied -> node.set("applied", applied(applied)));
    return node;
  }

  private static ObjectNode applied(Applied applied) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("status", applied.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    List<OperationOutcome> outcomes =
        applied.result().map(ApplyResult::outcomes).orElse(ImmutableList.of());
    node.set("operations", CommonJson.array(outcomes, JsonReportRenderer::operation));
    return node;
  }

  private static ObjectNode operation(OperationOutcome outcome) {
    ObjectNode node = NODES.objectNode();
    node.set("address", CommonJson.address(outcome.operation().address()));
    node.put("does", outcome.operation().summary());
    switch (outcome) {
      case OperationOutcome.Done _ -> node.put("outcome", "done");
      case OperationOutcome.Skipped _ -> node.put("outcome", "skipped");
      case OperationOutcome.Failed failed -> {
        node.put("outcome", failed.uncertain() ? "uncertain" : "failed");
        node.set("diagnostic", CommonJson.diagnostic(failed.diagnostic()));
      }
    }
    return node;
  }
}
