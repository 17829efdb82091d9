package io.cloudsyncctl.plan.policy;

import io.cloudsyncctl.model.desired.AcceptedRisk;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.Unrest;
import io.cloudsyncctl.plan.match.Ownership;
import io.cloudsyncctl.plan.model.Target;

/**
 * The connections of one NAS that may be written to while they are in error or suspended, since
 * somebody accepted that by name, on the command line or beside the connection in YAML.
 */
public final class RestConsent {
  private final Consent consent;
  private final Ownership ownership;

  private RestConsent(Consent consent, Ownership ownership) {
    this.consent = consent;
    this.ownership = ownership;
  }

  /** What was accepted of a NAS that was read. */
  public static RestConsent of(Consent consent, DesiredState desired, LiveState live) {
    return new RestConsent(consent, Ownership.of(desired, live));
  }

  /** Whether it was accepted of a connection. */
  public boolean covers(Address address, Target.OfConnection connection) {
    return consent.risks().stream().anyMatch(one -> one.covers(Unrest.NOT_AT_REST, address))
        || ownership.owner(connection.id()).stream()
            .flatMap(owner -> owner.acceptedRisks().stream())
            .anyMatch(this::counts);
  }

  private boolean counts(AcceptedRisk entry) {
    return entry.risk() == Unrest.NOT_AT_REST
        && entry.setting() == null
        && entry.counts(consent.today());
  }
}
