package io.cloudsyncctl.report.json;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.finding.Difference;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.Ignore;
import io.cloudsyncctl.finding.ManagedAspect;
import io.cloudsyncctl.finding.Standing;
import io.cloudsyncctl.report.format.CommonJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Findings and parts as JSON. */
final class FindingJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FindingJson() {}

  static ObjectNode finding(Finding finding) {
    Difference difference = finding.difference();
    ObjectNode node = NODES.objectNode().put("key", difference.key().text());
    node.set("address", CommonJson.address(difference.address()));
    node.put("aspect", difference.aspect());
    putAt(node, difference.at());
    node.put("risk", difference.risk().word());
    node.put("attribution", finding.attribution().word());
    finding
        .history()
        .ifPresent(history ->
            node.set(
                "history",
                NODES
                    .objectNode()
                    .put("first_seen", history.firstSeen().toString())
                    .put("reports", history.reports())
                    .put("spells", history.spells())));
    switch (finding.standing()) {
      case Standing.Counts _ -> node.put("standing", "counts");
      case Standing.Ignored(Ignore ignore) -> putIgnore(node.put("standing", "ignored"), ignore);
      case Standing.Lapsed(Ignore ignore) -> putIgnore(node.put("standing", "lapsed"), ignore);
    }
    return node;
  }

  private static void putIgnore(ObjectNode node, Ignore ignore) {
    ObjectNode its =
        NODES
            .objectNode()
            .put("address", ignore.address())
            .put("owner", ignore.owner())
            .put("reason", ignore.reason())
            .put("expires", ignore.expires().toString());
    its.set("at", CommonJson.location(ignore.at()));
    node.set("ignore", its);
  }

  static ObjectNode part(ManagedAspect part) {
    ObjectNode node = NODES.objectNode();
    node.set("address", CommonJson.address(part.address()));
    node.put("aspect", part.aspect().word()).put("state", part.state().word());
    putAt(node, part.at());
    return node;
  }

  private static void putAt(ObjectNode node, Location.@Nullable InFile at) {
    if (at != null) {
      node.set("at", CommonJson.location(at));
    }
  }
}
