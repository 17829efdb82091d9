package io.cloudsyncctl.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The accessibility checker axe-core. */
final class Axe {
  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {resultTypes: ['violations']}).then(
        results => done(results.violations.flatMap(one => one.nodes.map(node =>
          one.id + ': ' + one.help + ': ' + node.html.slice(0, 200) + ' '
            + node.any.concat(node.all, node.none).map(check => check.message).join('; ')))),
        error => done(['axe failed: ' + error]));
      """;

  private Axe() {}

  /** Makes the checker known to the page that is open. */
  static void load(Chromium chromium) throws IOException {
    chromium.run(script());
  }

  /** Every violation in the page that is open and knows the checker. */
  static List<?> violations(Chromium chromium) {
    Object found = chromium.driver().executeAsyncScript(RUN);
    return found instanceof List<?> list ? list : List.of("axe gave no answer: " + found);
  }

  private static String script() throws IOException {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IOException("axe.min.js is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
