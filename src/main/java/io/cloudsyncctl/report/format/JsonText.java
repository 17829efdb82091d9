package io.cloudsyncctl.report.format;

import io.cloudsyncctl.report.wording.Escaper;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** How every JSON of ours is printed: two spaces, line feeds, the last line ended. */
public final class JsonText {
  private static final Separators SEPARATORS =
      Separators.createDefaultInstance()
          .withObjectNameValueSpacing(Spacing.AFTER)
          .withObjectEmptySeparator("")
          .withArrayEmptySeparator("");

  private JsonText() {}

  public static String print(JsonNode node) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(SEPARATORS)
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    ObjectWriter writer = JsonMapper.shared().writer().with(printer);
    return escaped(writer.writeValueAsString(node)) + "\n";
  }

  /**
   * What would be unsafe on a terminal, and halves of surrogate pairs, which UTF-8 cannot carry,
   * become JSON's own escapes. Beyond ASCII there is nothing but the inside of strings.
   */
  private static String escaped(String json) {
    StringBuilder text = new StringBuilder(json.length());
    json.codePoints()
        .forEach(codePoint -> {
          if (codePoint < 0x7F || Escaper.safe(codePoint)) {
            text.appendCodePoint(codePoint);
          } else {
            for (char unit : Character.toChars(codePoint)) {
              text.append(String.format("\\u%04x", (int) unit));
            }
          }
        });
    return text.toString();
  }
}
