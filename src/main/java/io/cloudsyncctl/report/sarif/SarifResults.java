package io.cloudsyncctl.report.sarif;

import com.google.common.hash.Hashing;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.Ignore;
import io.cloudsyncctl.finding.Standing;
import io.cloudsyncctl.report.format.CommonJson;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.DifferenceKind;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.FindingWords;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Severities;
import io.cloudsyncctl.report.wording.SourcePaths;
import io.cloudsyncctl.report.wording.ValueText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The results of a SARIF run: a finding each, the worst first, since code hosts show so many. */
final class SarifResults {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SourcePaths paths;
  private final Verb verb;

  SarifResults(SourcePaths paths, Verb verb) {
    this.paths = paths;
    this.verb = verb;
  }

  private record Result(Finding finding, NasReport nas) {}

  ArrayNode of(List<NasReport> all) {
    List<Result> results = new ArrayList<>();
    for (NasReport nas : all) {
      nas.left().forEach(finding -> results.add(new Result(finding, nas)));
    }
    results.sort(Comparator.comparing(Result::finding, Severities.WORST_FIRST));
    return CommonJson.array(results, this::result);
  }

  private ObjectNode result(Result result) {
    Finding finding = result.finding();
    Difference difference = finding.difference();
    DifferenceKind kind = DifferenceKind.of(difference);
    ObjectNode node =
        NODES
            .objectNode()
            .put("ruleId", kind.id())
            .put("ruleIndex", kind.ordinal())
            .put("level", Severities.of(finding).word());
    node.set("message", message(text(finding)));
    node.set("locations", NODES.arrayNode().add(location(result)));
    if (finding.standing() instanceof Standing.Lapsed(Ignore ignore)) {
      ObjectNode related = physical(paths, ignore.at());
      related.set("message", message("the ignore that has run out"));
      node.set("relatedLocations", NODES.arrayNode().add(related));
    }
    String fingerprint = fingerprint(difference);
    node.set(
        "partialFingerprints",
        NODES
            .objectNode()
            .put("differenceKey/v1", fingerprint)
            // Of all fingerprints GitHub looks at this one only; without it, it takes the line's.
            .put("primaryLocationLineHash", fingerprint + ":1"));
    node.set("suppressions", suppressions(finding));
    finding
        .history()
        .ifPresent(
            history -> node.put("baselineState", history.reports() > 1 ? "unchanged" : "new"));
    ObjectNode properties =
        NODES
            .objectNode()
            .put("risk", difference.risk().word())
            .put("attribution", finding.attribution().word());
    finding
        .history()
        .ifPresent(history ->
            properties
                .put("firstSeen", history.firstSeen().toString())
                .put("reports", history.reports())
                .put("spells", history.spells()));
    node.set("properties", properties);
    return node;
  }

  private String text(Finding finding) {
    Difference difference = finding.difference();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        LabelText.address(difference.address()) + ": " + FindingWords.what(difference, verb));
    sentences.addAll(FindingWords.details(finding, verb));
    return String.join("\n", sentences);
  }

  /** What stays the same from run to run, of one length however long the names are. */
  private static String fingerprint(Difference difference) {
    return Hashing.sha256()
        .hashString(Escaper.escape(difference.key().text()), StandardCharsets.UTF_8)
        .toString();
  }

  /** All results have them or none: an empty list says that a result counts. */
  private ArrayNode suppressions(Finding finding) {
    ArrayNode suppressions = NODES.arrayNode();
    switch (finding.standing()) {
      // Not as a rejected one: some readers look only whether there is any.
      case Standing.Counts _, Standing.Lapsed _ -> {}
      case Standing.Ignored(Ignore ignore) -> suppressions.add(suppression(ignore));
    }
    return suppressions;
  }

  private ObjectNode suppression(Ignore ignore) {
    ObjectNode node =
        NODES
            .objectNode()
            .put("kind", "external")
            .put("status", "accepted")
            .put("justification", FindingWords.until(ignore));
    node.set("location", physical(paths, ignore.at()));
    return node;
  }

  /** Where it is declared; what nobody declared is missing in the file of its NAS. */
  private ObjectNode location(Result result) {
    Difference difference = result.finding().difference();
    ObjectNode node =
        logical(Escaper.escape(difference.address().text(), ValueText.LONGEST), "resource");
    Optional.<Location.InFile>ofNullable(difference.at())
        .or(() -> result.nas().files().stream().findFirst().map(SourcePaths::firstLine))
        .ifPresent(at -> node.setAll(physical(paths, at)));
    return node;
  }

  static ObjectNode logical(String name, String kind) {
    ObjectNode location = NODES.objectNode();
    location.set(
        "logicalLocations",
        NODES
            .arrayNode()
            .add(NODES.objectNode().put("fullyQualifiedName", name).put("kind", kind)));
    return location;
  }

  static ObjectNode physical(SourcePaths paths, Location.InFile at) {
    ObjectNode physical = NODES.objectNode();
    physical.set("artifactLocation", NODES.objectNode().put("uri", paths.uri(at.file())));
    physical.set(
        "region", NODES.objectNode().put("startLine", at.line()).put("startColumn", at.column()));
    ObjectNode location = NODES.objectNode();
    location.set("physicalLocation", physical);
    return location;
  }

  /** Plain text in which nothing is a link, as {@code [text](target)} would be. */
  static ObjectNode message(String text) {
    String plain =
        text.contains("](")
            ? text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
            : text;
    return NODES.objectNode().put("text", plain);
  }
}
