package io.cloudsyncctl.simulator.api;

import io.cloudsyncctl.simulator.device.Nodes;
import java.util.List;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON mapper of the simulator, strict about trailing text and doubled keys. */
public final class Json {
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  public static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Json() {}

  /** A number as the parser would make it, so that a written state equals the one read back. */
  public static JsonNode number(long value) {
    return Nodes.number(value);
  }

  /** The elements of an array that are objects; anything else in it is passed over. */
  public static List<ObjectNode> objects(JsonNode array) {
    return Nodes.objects(array);
  }
}
