package io.cloudsyncctl.report.markdown;

import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.FindingWords;
import io.cloudsyncctl.report.wording.ValueText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Text in the Markdown of code hosts. Whatever somebody else chose stands in {@code <code>}, where
 * hosts make no mentions, references or emoji of it, and everything that Markdown or HTML could
 * read stands as a character reference, which both take as plain text.
 */
final class MarkdownText {
  private static final int LONGEST_CODE = 160;
  private static final int LONGEST_SENTENCE = 400;
  private static final String SPECIAL = "&<>\"'`*_[]\\|~$@#!{}^";

  /** Nobody should follow a link that somebody else chose: in code hosts make none. */
  private static final Pattern ADDRESS_OF_A_PAGE =
      Pattern.compile("[^\\s<>]*(&#58;//|www&#46;)[^\\s<>]*");

  private MarkdownText() {}

  /** Foreign text, cut where it is long. */
  static String code(String text) {
    return "<code>" + quoted(Escaper.escape(text, LONGEST_CODE)) + "</code>";
  }

  /** Foreign text that {@link ValueText} has made harmless and short already. */
  static String value(String text) {
    return "<code>" + quoted(text) + "</code>";
  }

  static String address(Address address) {
    return code(address.text());
  }

  static String place(Location.@Nullable InFile at) {
    return at == null ? "" : code(at.file() + ":" + at.line());
  }

  /** How differences came to be and since when, after what they are; nothing where not known. */
  static String causes(List<Finding> findings) {
    String causes =
        findings.stream()
            .filter(FindingWords::causeIsKnown)
            .map(FindingWords::cause)
            .distinct()
            .collect(Collectors.joining("; "));
    return causes.isEmpty() ? "" : " · cause: " + causes;
  }

  /** A sentence of ours that may hold names that somebody else chose. */
  static String sentence(String text) {
    return ADDRESS_OF_A_PAGE
        .matcher(quoted(Escaper.escape(text, LONGEST_SENTENCE)))
        .replaceAll("<code>$0</code>");
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 16);
    text.chars()
        .forEach(unit -> {
          if (SPECIAL.indexOf(unit) >= 0) {
            quoted.append("&#").append(unit).append(';');
          } else {
            quoted.append((char) unit);
          }
        });
    return quoted.toString().replace("://", "&#58;//").replace("www.", "www&#46;");
  }
}
