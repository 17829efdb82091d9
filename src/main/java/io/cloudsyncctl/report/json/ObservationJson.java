package io.cloudsyncctl.report.json;

import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.report.format.CommonJson;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One observation as JSON. */
final class ObservationJson {
  private ObservationJson() {}

  static ObjectNode of(Observation observation) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("kind", kind(observation));
    node.set("address", CommonJson.address(observation.address()));
    switch (observation) {
      case Observation.Unmanaged _ -> {}
      case Observation.Unverifiable unverifiable -> {
        node.put("setting", unverifiable.setting().relativePath());
        node.put("yaml_path", unverifiable.setting().yamlPath());
        node.put("value", unverifiable.value());
        node.put("written_at", unverifiable.writtenAt().toString());
        node.set("at", CommonJson.location(unverifiable.at()));
      }
      case Observation.Unreadable unreadable -> {
        node.put("why", unreadable.why());
        node.set("at", CommonJson.location(unreadable.at()));
      }
      case Observation.PathNotKept notKept -> {
        node.put("text", notKept.remark().text());
        node.putObject("kept")
            .put("local_path", notKept.kept().local())
            .put("cloud_path", notKept.kept().cloud());
      }
      case Observation.Remark remark -> node.put("text", remark.text());
    }
    return node;
  }

  private static String kind(Observation observation) {
    return switch (observation) {
      case Observation.Unmanaged _ -> "unmanaged";
      case Observation.Unverifiable _ -> "unverifiable";
      case Observation.Unreadable _ -> "unreadable";
      case Observation.PathNotKept _ -> "path-not-kept";
      case Observation.Remark _ -> "remark";
    };
  }
}
