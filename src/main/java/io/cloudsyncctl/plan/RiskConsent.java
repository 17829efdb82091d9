package io.cloudsyncctl.plan;

import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.AddressPattern;
import io.cloudsyncctl.model.Risk;

/**
 * The consent to one class of risk at some addresses, from the command line.
 *
 * @param risk the class
 * @param address the addresses
 */
public record RiskConsent(Risk risk, AddressPattern address) {

  /** Whether it covers that class at that address. */
  public boolean covers(Risk other, Address where) {
    return other == risk && address.matches(where);
  }
}
