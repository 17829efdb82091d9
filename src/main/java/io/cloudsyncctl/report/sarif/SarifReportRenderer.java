package io.cloudsyncctl.report.sarif;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.report.format.CommonJson;
import io.cloudsyncctl.report.format.JsonText;
import io.cloudsyncctl.report.model.GitFacts;
import io.cloudsyncctl.report.model.ReportRenderer;
import io.cloudsyncctl.report.model.RunFacts;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.wording.DifferenceKind;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.RunWords;
import io.cloudsyncctl.report.wording.SourcePaths;
import io.cloudsyncctl.report.wording.ValueText;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A run as SARIF 2.1.0 (OASIS): each difference at the line of YAML that it differs from. */
public final class SarifReportRenderer implements ReportRenderer {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final SourcePaths paths;
  private final Optional<URI> repository;

  /**
   * A renderer.
   *
   * @param paths how files are named
   * @param repository the repository's address, where it is known; without it SARIF has no place
   *     for the commit but the properties of the run
   */
  public SarifReportRenderer(SourcePaths paths, Optional<URI> repository) {
    this.paths = paths;
    this.repository = repository;
  }

  @Override
  public String render(RunReport report) {
    ObjectNode root = NODES.objectNode().put("$schema", SCHEMA).put("version", "2.1.0");
    root.set("runs", NODES.arrayNode().add(run(report)));
    return JsonText.print(root);
  }

  private ObjectNode run(RunReport report) {
    ObjectNode run = NODES.objectNode();
    run.set("tool", NODES.objectNode().set("driver", driver(report)));
    run.set("invocations", NODES.arrayNode().add(invocation(report)));
    putGit(run, report.facts());
    run.put("columnKind", "unicodeCodePoints");
    run.set("results", new SarifResults(paths, report.verb()).of(report.nas()));
    return run;
  }

  private static ObjectNode driver(RunReport report) {
    ObjectNode driver =
        NODES
            .objectNode()
            .put("name", "cloudsyncctl")
            .put("version", Escaper.escape(report.facts().toolVersion()));
    driver.set(
        "rules",
        CommonJson.array(ImmutableList.copyOf(DifferenceKind.values()), SarifReportRenderer::rule));
    List<String> codes =
        report.diagnostics().stream().map(one -> one.code().id()).distinct().toList();
    driver.set(
        "notifications", CommonJson.array(codes, code -> NODES.objectNode().put("id", code)));
    return driver;
  }

  private static ObjectNode rule(DifferenceKind kind) {
    ObjectNode rule = NODES.objectNode().put("id", kind.id());
    rule.set("shortDescription", NODES.objectNode().put("text", kind.title() + "."));
    rule.set("fullDescription", NODES.objectNode().put("text", kind.help()));
    rule.set("help", NODES.objectNode().put("text", kind.help()));
    return rule;
  }

  private ObjectNode invocation(RunReport report) {
    RunFacts facts = report.facts();
    ObjectNode invocation =
        NODES
            .objectNode()
            .put("executionSuccessful", RunWords.succeeded(facts))
            .put("exitCode", facts.exitCode())
            .put("exitCodeDescription", RunWords.meaning(facts.exitCode()))
            .put("startTimeUtc", facts.started().toString())
            .put("endTimeUtc", facts.started().plus(facts.took()).toString());
    ArrayNode notifications = CommonJson.array(report.diagnostics(), this::notification);
    RunWords.cutShortUntold(report)
        .ifPresent(
            why -> notifications.add(notification(Severity.ERROR, RunWords.CUT_SHORT + why)));
    invocation.set("toolExecutionNotifications", notifications);
    return invocation;
  }

  private ObjectNode notification(Diagnostic diagnostic) {
    String hint = diagnostic.hint();
    ObjectNode node =
        notification(
            diagnostic.severity(),
            hint == null ? diagnostic.message() : diagnostic.message() + " (hint: " + hint + ")");
    node.set("descriptor", NODES.objectNode().put("id", diagnostic.code().id()));
    ObjectNode location = location(diagnostic.location());
    if (location != null) {
      node.set("locations", NODES.arrayNode().add(location));
    }
    return node;
  }

  private static ObjectNode notification(Severity severity, String text) {
    ObjectNode node = NODES.objectNode().put("level", severity.word());
    node.set("message", SarifResults.message(Escaper.sentence(text)));
    return node;
  }

  private @Nullable ObjectNode location(@Nullable Location location) {
    return switch (location) {
      case null -> null;
      case Location.InFile file -> SarifResults.physical(paths, file);
      case Location.OnNas onNas ->
          SarifResults.logical(Escaper.escape(onNas.text(), ValueText.LONGEST), "resource");
    };
  }

  private void putGit(ObjectNode run, RunFacts facts) {
    if (facts.git().isEmpty()) {
      return;
    }
    GitFacts git = facts.git().get();
    ObjectNode properties = NODES.objectNode().put("filesChangedSinceCommit", git.changed());
    if (repository.isEmpty()) {
      run.set("properties", properties.put("commit", Escaper.escape(git.commit())));
      return;
    }
    ObjectNode details =
        NODES
            .objectNode()
            .put("repositoryUri", repository.get().toString())
            .put("revisionId", Escaper.escape(git.commit()));
    git.branch().ifPresent(name -> details.put("branch", Escaper.escape(name)));
    details.set("properties", properties);
    run.set("versionControlProvenance", NODES.arrayNode().add(details));
  }
}
