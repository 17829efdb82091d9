package io.cloudsyncctl.simulator.web;

import io.cloudsyncctl.simulator.api.Answer;
import io.cloudsyncctl.simulator.api.ApiDescription;
import io.cloudsyncctl.simulator.api.ApiHandler;
import io.cloudsyncctl.simulator.api.Call;
import io.cloudsyncctl.simulator.api.Json;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** SYNO.API.Info: which APIs there are, and where. Names that are not installed are left out. */
final class InfoApi implements ApiHandler {
  static final String NAME = "SYNO.API.Info";
  static final Set<String> METHODS = Set.of("query");

  private final Supplier<Collection<ApiDescription>> installed;

  InfoApi(Supplier<Collection<ApiDescription>> installed) {
    this.installed = installed;
  }

  @Override
  public Answer handle(Call call) {
    String query = call.parameters().string("query", "all");
    List<String> names = Arrays.stream(query.split(",", -1)).map(String::strip).toList();
    ObjectNode data = Json.NODES.objectNode();
    for (ApiDescription api : installed.get()) {
      if (names.contains(api.name()) || names.contains("all")) {
        data.set(api.name(), api.toJson());
      }
    }
    return Answer.of(data);
  }
}
