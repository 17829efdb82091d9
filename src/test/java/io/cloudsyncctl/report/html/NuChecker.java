package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableSet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Nu HTML checker, in this process and without a network. */
final class NuChecker {
  /** What browsers know and this checker, of July 2020, does not: each message by its words. */
  private static final ImmutableSet<String> YOUNGER_THAN_THE_CHECKER =
      ImmutableSet.of(
          // CSS Color Adjustment Module Level 1.
          "CSS: “color-scheme”: Property “color-scheme” doesn't exist.",
          "CSS: “print-color-adjust”: Property “print-color-adjust” doesn't exist.",
          // CSS Pseudo-Elements Module Level 4.
          "CSS: Unknown pseudo-element or pseudo-class “::details-content”.");

  private NuChecker() {}

  /** Everything that the checker has to say of a page, one line each. */
  static List<String> problems(String html) throws Exception {
    EmbeddedValidator validator = new EmbeddedValidator();
    validator.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
    validator.setNoLangDetect(true);
    String answer =
        validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    List<String> problems = new ArrayList<>();
    for (JsonNode message : JsonMapper.shared().readTree(answer).get("messages")) {
      String text = message.get("message").asString();
      if (!YOUNGER_THAN_THE_CHECKER.contains(text)) {
        problems.add(
            "%s in line %s: %s (%s)"
                .formatted(
                    message.get("type").asString(),
                    message.path("lastLine").asString("?"),
                    text,
                    message.path("extract").asString("")));
      }
    }
    return problems;
  }
}
