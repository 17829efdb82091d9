package io.cloudsyncctl.plan.policy;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.model.desired.AcceptedRisk;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.match.Ownership;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Leaves to a person what hangs on a rename that nobody wrote down and nobody accepted. */
public final class RenameConsent {
  private RenameConsent() {}

  /**
   * The same plan, in which each connection whose rename nobody wrote down or accepted is left to a
   * person.
   */
  public static Plan heldBack(Plan plan, LiveState live, DesiredState desired, Consent consent) {
    Ownership ownership = Ownership.of(desired, live);
    List<Change> changes = new ArrayList<>(plan.changes());
    for (Change change : plan.changes()) {
      Optional<RiskFinding> doubt = doubt(change);
      Long id = Ownership.connectionId(change);
      if (doubt.isPresent()
          && id != null
          && !accepted(change.address(), ownership.owner(id), consent)) {
        changes.removeIf(other -> id.equals(Ownership.connectionId(other)));
        changes.add(byHand((Change.Update) change, doubt.get()));
      }
    }
    return plan.with(
        ImmutableList.sortedCopyOf(Comparator.comparing(Change::address), changes),
        plan.observations());
  }

  /** Only a rename that nobody wrote down makes a name a risk. */
  private static Optional<RiskFinding> doubt(Change change) {
    return change instanceof Change.Update update
        ? update.fields().stream()
            .filter(field -> field.setting().equals(ConnectionSettings.NAME))
            .flatMap(field -> field.risks().stream())
            .filter(finding -> finding.risk() == Risk.DISCONNECT)
            .findFirst()
        : Optional.empty();
  }

  private static boolean accepted(
      Address address, Optional<DesiredConnection> owner, Consent consent) {
    return consent.risks().stream().anyMatch(one -> one.covers(Risk.DISCONNECT, address))
        || owner.stream()
            .flatMap(connection -> connection.acceptedRisks().stream())
            .anyMatch(entry -> accepts(entry, consent));
  }

  private static boolean accepts(AcceptedRisk entry, Consent consent) {
    String setting = entry.setting();
    return entry.risk() == Risk.DISCONNECT
        && (setting == null || setting.equals(ConnectionSettings.NAME.key()))
        && entry.counts(consent.today());
  }

  private static Change.Manual byHand(Change.Update rename, RiskFinding doubt) {
    String name = String.valueOf(rename.address().connection());
    String now = ((Target.OfConnection) rename.target()).name();
    return new Change.Manual(
        rename.address(),
        "nothing of this connection is changed: " + doubt.reason(),
        ImmutableList.of(
            "If it was renamed, declare renamed_from: "
                + now
                + ", or add "
                + SafetyPolicy.flag(Risk.DISCONNECT, rename.address()),
            "If it is another one, link the declared one in DSM and name it exactly \""
                + name
                + "\""),
        rename.at());
  }
}
