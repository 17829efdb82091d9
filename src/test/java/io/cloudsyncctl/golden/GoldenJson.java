package io.cloudsyncctl.golden;

import java.nio.file.Path;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** JSON files of the cases: two spaces, nothing beyond ASCII, so that no editor changes them. */
final class GoldenJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private GoldenJson() {}

  static JsonNode read(Path file) {
    return MAPPER.readTree(file.toFile());
  }

  static JsonNode parse(String text) {
    return MAPPER.readTree(text);
  }

  static String print(JsonNode node) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    ObjectWriter writer =
        MAPPER
            .writer()
            .with(
                new DefaultPrettyPrinter(separators)
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter));
    return writer.writeValueAsString(node) + "\n";
  }
}
