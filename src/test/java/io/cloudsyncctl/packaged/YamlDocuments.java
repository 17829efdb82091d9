package io.cloudsyncctl.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** YAML that is not ours, as JSON. */
final class YamlDocuments {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private YamlDocuments() {}

  /** The documents of a file; anchors and merge keys are resolved. */
  static List<JsonNode> all(Path file) throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    for (Object document :
        new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(Files.readString(file))) {
      documents.add(JSON.valueToTree(withTextKeys(document)));
    }
    return documents;
  }

  static JsonNode one(Path file) throws IOException {
    return all(file).getFirst();
  }

  /** YAML 1.1 takes {@code on} for true; the hosts do not. */
  private static Object withTextKeys(Object node) {
    return switch (node) {
      case Map<?, ?> map -> {
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, value) ->
            result.put(
                Boolean.TRUE.equals(key) ? "on" : key.toString(),
                value == null ? "" : withTextKeys(value)));
        yield result;
      }
      case List<?> list -> list.stream().map(YamlDocuments::withTextKeys).toList();
      default -> node;
    };
  }

  /** The members of an object as texts; none where it is missing. */
  static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(member -> texts.put(member.getKey(), member.getValue().asString()));
    return texts;
  }
}
