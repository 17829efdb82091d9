package io.cloudsyncctl.plan.policy;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.RefusalCode;
import io.cloudsyncctl.model.desired.AcceptedRisk;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.AddressPattern;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.Acceptable;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.match.Ownership;
import io.cloudsyncctl.plan.match.Recreation;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FlagText;
import io.cloudsyncctl.plan.model.JudgedRisk;
import io.cloudsyncctl.plan.model.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /**
   * The same device under the other names that a run has for it.
   *
   * @param removed how many tasks go
   * @param tasks how many the login sees that sees the most
   */
  public record Beside(long removed, long tasks) {}

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
   * @param beside what goes of the same device by what other files of the run declare
   */
  public static ImmutableList<Refusal> refusals(
      Plan plan,
      DesiredState desired,
      LiveState live,
      Consent consent,
      Protection ofOthers,
      Beside beside) {
    SafetyPolicy policy = new SafetyPolicy(desired, live, consent, ofOthers);
    plan.changes().forEach(policy::judge);
    policy.removals(plan, live, beside);
    return ImmutableList.copyOf(policy.refusals);
  }

  private void judge(Change change) {
    String blocked = change.blockedBy();
    if (blocked != null) {
      refuse(
          change,
          RefusalCode.BLOCKED_CHANGE,
          blocked,
          Recreation.isOffered(blocked, change.address())
              ? "add that flag where it is to be created anew, or take the task out of the YAML"
              : "change the YAML as it says, or take the change out of it");
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
    Optional<String> guarded =
        (other == null ? Optional.<String>empty() : protection.against(other))
            .or(() -> protection.against(change, risk.finding()));
    if (guarded.isPresent()) {
      String override = guarded.get() + ", which no flag overrides";
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
        if (entry.counts(consent.today())) {
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

  private void removals(Plan plan, LiveState live, Beside beside) {
    if (plan.removedTasks() == 0) {
      return;
    }
    long removed = plan.removedTasks() + beside.removed();
    String nas = plan.nas() + (beside.removed() == 0 ? "" : ", under all names of this device,");
    RemovalLimits limits = consent.limits();
    if (removed > limits.perNas()) {
      refuse(
          null,
          RefusalCode.TOO_MANY_REMOVALS,
          removed + " tasks of " + nas + " would be removed, more than " + limits.perNas(),
          "if that is what you want, add --max-removals " + removed);
    }
    long tasks = Math.max(tasks(live), beside.tasks());
    if (removed > 1 && removed * 100 > tasks * limits.percent()) {
      refuse(
          null,
          RefusalCode.TOO_MANY_REMOVALS,
          removed
              + " of the "
              + tasks
              + " tasks of "
              + nas
              + " would be removed, more than "
              + limits.percent()
              + " percent",
          "if that is what you want, add --max-removals-percent "
              + Math.ceilDiv(removed * 100, tasks));
    }
  }

  /** How many tasks a login sees; a connection counts as one at least. */
  public static long tasks(LiveState live) {
    return live.connections().stream().mapToLong(c -> Math.max(1, c.tasks().size())).sum();
  }

  /** The flag that accepts a class at an address and at no other, quoted for a shell. */
  public static String flag(Acceptable risk, Address address) {
    return FlagText.of("--accept-risk", risk.word() + ":" + AddressPattern.exactly(address));
  }

  private void refuse(@Nullable Change change, RefusalCode code, String reason, String override) {
    refusals.add(new Refusal(change, code, reason, override));
  }
}
