package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.RefusalCode;
import io.cloudsyncctl.model.AcceptedRisk;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.AddressPattern;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.LiveState;
import io.cloudsyncctl.model.Risk;
import io.cloudsyncctl.model.RiskFinding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what may be applied. It stops apply, never plan. A risk is accepted by its class and
 * address, on the command line or beside the setting in YAML; there is no blanket consent.
 */
public final class SafetyPolicy {
  private final DesiredState desired;
  private final Consent consent;
  private final Ownership ownership;
  private final Protection protection;
  private final List<Refusal> refusals = new ArrayList<>();

  /**
   * Why a plan may not be applied.
   *
   * @param change the change in question; null where it is the plan as a whole
   * @param code which guard it is
   * @param reason why
   * @param override what to do where one insists
   */
  public record Refusal(
      @Nullable Change change, RefusalCode code, String reason, String override) {}

  private SafetyPolicy(DesiredState desired, LiveState live, Consent consent, Protection ofOthers) {
    this.desired = desired;
    this.consent = consent;
    this.ownership = Ownership.of(desired, live);
    this.protection = ofOthers.with(desired.nas().name(), ownership);
  }

  /**
   * Every reason for which a plan may not be applied; nothing of the plan is, where there is one.
   *
   * @param ofOthers what is protected on the other NAS of the run
   */
  public static ImmutableList<Refusal> refusals(
      Plan plan, DesiredState desired, LiveState live, Consent consent, Protection ofOthers) {
    SafetyPolicy policy = new SafetyPolicy(desired, live, consent, ofOthers);
    plan.changes().forEach(policy::judge);
    policy.removals(plan, live);
    return ImmutableList.copyOf(policy.refusals);
  }

  private void judge(Change change) {
    String blocked = change.blockedBy();
    if (blocked != null) {
      refuse(
          change,
          RefusalCode.BLOCKED_CHANGE,
          blocked,
          "change the YAML as it says, or take the change out of it");
      return;
    }
    for (JudgedRisk risk : change.judgedRisks()) {
      if (risk.finding().risk().dangerous()) {
        judge(change, risk);
      }
    }
  }

  private void judge(Change change, JudgedRisk risk) {
    Risk kind = risk.finding().risk();
    String reason = kind.word() + ": " + risk.finding().reason();
    RiskFinding.OtherTask other = risk.finding().endangered();
    String guarded =
        other != null && protection.covers(other)
            ? other.address().text()
            : protection.covers(change) ? "it" : null;
    if (guarded != null) {
      String override = guarded + " is declared with protect: true, which no flag overrides";
      if (risk.setting() != null || !mergeInto(change, override, risk.finding())) {
        refuse(change, RefusalCode.PROTECTED, reason, override);
      }
      return;
    }
    boolean accepted = consent.risks().stream().anyMatch(one -> one.covers(kind, change.address()));
    if (accepted) {
      return;
    }
    AcceptedRisk expired = null;
    for (AcceptedRisk entry : accepted(change)) {
      if (entry.risk() == kind && names(entry, risk)) {
        if (entry.expires() == null || !entry.expires().isBefore(consent.today())) {
          return;
        }
        expired = entry;
      }
    }
    // What no setting brings is accepted as a whole, so it is refused as a whole, once.
    String override = "if that is what you want, add " + flag(kind, change.address());
    if (risk.setting() == null && mergeInto(change, override, risk.finding())) {
      return;
    }
    String since = expired == null ? "" : " (it was accepted until " + expired.expires() + ")";
    refuse(change, RefusalCode.RISK_NOT_ACCEPTED, reason + since, override);
  }

  /** Adds a reason to an earlier refusal of the same change that the same words override. */
  private boolean mergeInto(Change change, String override, RiskFinding finding) {
    for (int i = 0; i < refusals.size(); i++) {
      Refusal one = refusals.get(i);
      if (change.equals(one.change())
          && one.override().equals(override)
          && one.reason().startsWith(finding.risk().word() + ": ")) {
        refusals.set(
            i, new Refusal(change, one.code(), one.reason() + "; " + finding.reason(), override));
        return true;
      }
    }
    return false;
  }

  private static boolean names(AcceptedRisk entry, JudgedRisk risk) {
    String setting = entry.setting();
    return setting == null || risk.isNamedBy(setting);
  }

  /** What the YAML accepts of a change: beside the package, the connection or the task itself. */
  private ImmutableList<AcceptedRisk> accepted(Change change) {
    Address address = change.address();
    if (address.connection() == null) {
      return desired.packageAcceptedRisks();
    }
    return ownership.certain(change).stream()
        .flatMap(connection ->
            address.task() == null
                ? connection.acceptedRisks().stream()
                : connection.tasks().stream()
                    .filter(task -> address.task().same(task.paths()))
                    .flatMap(task -> task.acceptedRisks().stream()))
        .collect(ImmutableList.toImmutableList());
  }

  private void removals(Plan plan, LiveState live) {
    long removed = plan.removedTasks();
    RemovalLimits limits = consent.limits();
    if (removed > limits.perNas()) {
      refuse(
          null,
          RefusalCode.TOO_MANY_REMOVALS,
          removed + " tasks of " + plan.nas() + " would be removed, more than " + limits.perNas(),
          "if that is what you want, add --max-removals " + removed);
    }
    long tasks = live.connections().stream().mapToLong(c -> Math.max(1, c.tasks().size())).sum();
    if (removed > 1 && removed * 100 > tasks * limits.percent()) {
      refuse(
          null,
          RefusalCode.TOO_MANY_REMOVALS,
          removed
              + " of the "
              + tasks
              + " tasks of "
              + plan.nas()
              + " would be removed, more than "
              + limits.percent()
              + " percent",
          "if that is what you want, add --max-removals-percent "
              + Math.ceilDiv(removed * 100, tasks));
    }
  }

  /** The flag that accepts a class at an address and at no other, quoted for a shell. */
  public static String flag(Risk risk, Address address) {
    String value = risk.word() + ":" + AddressPattern.exactly(address);
    boolean plain = value.matches("[A-Za-z0-9_./:@%+,=-]+");
    return "--accept-risk " + (plain ? value : "'" + value.replace("'", "'\\''") + "'");
  }

  private void refuse(@Nullable Change change, RefusalCode code, String reason, String override) {
    refusals.add(new Refusal(change, code, reason, override));
  }
}
