package io.cloudsyncctl.plan;

import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.Risk;
import java.util.regex.Pattern;

/**
 * The consent to one class of risk at some addresses, from the command line.
 *
 * @param risk the class
 * @param address an address, in which {@code *} stands for any text and {@code ?} for a character
 */
public record RiskConsent(Risk risk, String address) {

  /** Whether it covers that class at that address. */
  public boolean covers(Risk other, Address where) {
    return other == risk && pattern().matcher(where.text()).matches();
  }

  private Pattern pattern() {
    StringBuilder expression = new StringBuilder();
    address
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '*' -> expression.append(".*");
            case '?' -> expression.append('.');
            default -> expression.append(Pattern.quote(Character.toString(c)));
          }
        });
    return Pattern.compile(expression.toString(), Pattern.DOTALL);
  }
}
