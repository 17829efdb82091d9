package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.model.AcceptedRisk;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.Declared;
import io.cloudsyncctl.model.DesiredConnection;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.KnownConnection;
import io.cloudsyncctl.model.LiveConnection;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.Risk;
import io.cloudsyncctl.model.RiskFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A rename that nobody wrote down. A declared connection is not found, and one of its provider and
 * account bears another name: it may have been renamed in DSM, or be another connection, while the
 * declared one is still to be linked. Then it would be renamed, paused and scheduled as if it were
 * that one, so it is held back, and it alone, until somebody says which it is.
 */
public final class UnwrittenRename {
  private UnwrittenRename() {}

  /** Whether nothing says that a connection of another name is the declared one. */
  static boolean isInDoubt(
      DesiredConnection desired, LiveConnection live, ImmutableList<KnownConnection> known) {
    Declared<String> renamedFrom = desired.renamedFrom();
    boolean written = renamedFrom != null && renamedFrom.value().equals(live.name());
    return !written
        && known.stream()
            .noneMatch(one ->
                one.name().equals(desired.name().value())
                    && one.identity().isSameUnderAnyName(live.identity()));
  }

  /** The same change, of which the rename is judged. */
  static Change judged(Change change, LiveConnection live) {
    return change instanceof Change.Update update
        ? new Change.Update(
            update.address(),
            update.target(),
            update.group(),
            update.fields().stream()
                .map(field -> judged(field, live))
                .collect(ImmutableList.toImmutableList()),
            update.write(),
            update.blocked())
        : change;
  }

  private static <T> FieldChange<T> judged(FieldChange<T> field, LiveConnection live) {
    return field.setting().equals(ConnectionSettings.NAME)
        ? new FieldChange<>(
            field.setting(),
            field.before(),
            field.after(),
            field.at(),
            ImmutableList.<RiskFinding>builder()
                .addAll(field.risks())
                .add(
                    new RiskFinding(
                        Risk.DISCONNECT,
                        "nobody wrote this rename down: \""
                            + live.name()
                            + "\" may have been renamed in DSM, or be another connection of the"
                            + " same account"))
                .build())
        : field;
  }

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
        && (entry.expires() == null || !entry.expires().isBefore(consent.today()));
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
