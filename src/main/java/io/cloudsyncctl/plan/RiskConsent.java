package io.cloudsyncctl.plan;

import io.cloudsyncctl.model.Acceptable;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.AddressPattern;

/**
 * The consent to one class at some addresses, from the command line.
 *
 * @param risk the class
 * @param address the addresses
 */
public record RiskConsent(Acceptable risk, AddressPattern address) {

  /** Whether it covers that class at that address. */
  public boolean covers(Acceptable other, Address where) {
    return other == risk && address.matches(where);
  }
}
