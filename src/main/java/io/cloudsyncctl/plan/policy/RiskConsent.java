package io.cloudsyncctl.plan.policy;

import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.AddressPattern;
import io.cloudsyncctl.model.setting.Acceptable;

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
