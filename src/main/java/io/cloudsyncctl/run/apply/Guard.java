package io.cloudsyncctl.run.apply;

import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.policy.Consent;
import io.cloudsyncctl.plan.policy.Protection;
import io.cloudsyncctl.plan.policy.SafetyPolicy;
import io.cloudsyncctl.run.plan.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says no to what may not be applied, and why. */
final class Guard {
  private final WriteContext context;
  private final Consent consent;
  private final Map<String, Long> removed = new HashMap<>();
  private final Map<String, Long> tasks = new HashMap<>();
  private final Map<String, String> devices = new HashMap<>();
  private final Protection protection;

  /**
   * A guard of an apply or undo.
   *
   * @param named the NAS of the run; what one of them protects counts also while it is away
   */
  Guard(WriteContext context, List<DesiredState> named, List<Reading> readings) {
    this.context = context;
    this.consent = context.terms().consent();
    Protection all = Protection.none();
    for (DesiredState state : named) {
      all = all.withUnread(state);
      devices.put(state.nas().name(), state.nas().device());
    }
    for (Reading reading : readings) {
      count(reading.plan());
      tasks.put(reading.plan().nas(), SafetyPolicy.tasks(reading.snapshot().live()));
      all = all.with(reading.desired(), reading.snapshot().live());
    }
    this.protection = all;
  }

  private void count(Plan plan) {
    removed.put(plan.nas(), plan.removedTasks());
  }

  private SafetyPolicy.Beside beside(String nas) {
    long gone = 0;
    long most = 0;
    for (Map.Entry<String, Long> other : removed.entrySet()) {
      String name = other.getKey();
      if (!name.equals(nas) && Objects.equals(devices.get(name), devices.get(nas))) {
        gone += other.getValue();
        most = Math.max(most, tasks.getOrDefault(name, 0L));
      }
    }
    return new SafetyPolicy.Beside(gone, most);
  }

  /** Whether a plan may not be applied; every reason is reported. */
  boolean refuses(Reading reading) {
    boolean refuses = refuses(reading.plan(), reading.desired(), reading.snapshot().live());
    if (refuses) {
      context.output().note("Nothing was changed on " + reading.plan().nas() + ".");
    }
    return refuses;
  }

  /** The same of a plan that takes the place of the one of its NAS so far. */
  boolean refuses(Plan plan, DesiredState desired, LiveState live) {
    List<Diagnostic> reasons = new ArrayList<>();
    SafetyPolicy.refusals(plan, desired, live, consent, protection, beside(plan.nas()))
        .forEach(refusal -> reasons.add(diagnostic(refusal, plan.nas())));
    count(plan);
    long removedInRun = removed.values().stream().mapToLong(Long::longValue).sum();
    int perRun = consent.limits().perRun();
    if (plan.removedTasks() > 0 && removedInRun > perRun) {
      reasons.add(
          Diagnostic.error(
              DiagnosticCode.TOO_MANY_REMOVALS,
              removedInRun + " tasks would be removed in this run, more than " + perRun,
              new Location.OnNas(plan.nas(), null, null),
              "if that is what you want, add --max-removals-run " + removedInRun));
    }
    context.unkept(desired).ifPresent(reasons::add);
    if (reasons.isEmpty()) {
      return false;
    }
    context.output().report(reasons);
    return true;
  }

  private static Diagnostic diagnostic(SafetyPolicy.Refusal refusal, String nas) {
    @Nullable Change change = refusal.change();
    return change == null
        ? Diagnostic.error(
            refusal.code().code(),
            refusal.reason(),
            new Location.OnNas(nas, null, null),
            refusal.override())
        : Diagnostic.error(
            refusal.code().code(),
            change.address().text() + ": " + refusal.reason(),
            change.at(),
            refusal.override());
  }
}
