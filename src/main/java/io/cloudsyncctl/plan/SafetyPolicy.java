package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.Address;
import io.cloudsyncctl.model.DesiredConnection;
import io.cloudsyncctl.model.DesiredState;
import io.cloudsyncctl.model.DesiredTask;
import io.cloudsyncctl.model.RiskFinding;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides what may be applied. It stops apply, never plan. */
public final class SafetyPolicy {
  private SafetyPolicy() {}

  /**
   * A change that may not be applied.
   *
   * @param code a stable code
   * @param reason why
   * @param override what to do where one insists
   */
  public record Refusal(Change change, String code, String reason, String override) {}

  /**
   * Every change of a plan that may not be applied; nothing of the plan is, where there is one.
   *
   * @param allowDangerous whether the user has consented to dangerous changes
   */
  public static ImmutableList<Refusal> refusals(
      Plan plan, DesiredState desired, boolean allowDangerous) {
    return plan.changes().stream()
        .flatMap(change -> refusal(change, desired, allowDangerous).stream())
        .collect(ImmutableList.toImmutableList());
  }

  private static Optional<Refusal> refusal(
      Change change, DesiredState desired, boolean allowDangerous) {
    String blocked = change.blockedBy();
    if (blocked != null) {
      return Optional.of(
          new Refusal(
              change,
              "blocked-change",
              blocked,
              "change the YAML as it says, or take the change out of it"));
    }
    String dangers =
        change.risks().stream()
            .filter(finding -> finding.risk().dangerous())
            .map(SafetyPolicy::words)
            .collect(Collectors.joining("; "));
    if (dangers.isEmpty()) {
      return Optional.empty();
    }
    if (protectedByYaml(change, desired)) {
      return Optional.of(
          new Refusal(
              change,
              "protected",
              dangers,
              "it is declared with protect: true, which no flag overrides"));
    }
    return allowDangerous
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                change,
                "dangerous-change",
                dangers,
                "if that is what you want, run apply again with --allow-dangerous"));
  }

  private static String words(RiskFinding finding) {
    return finding.risk().word() + ": " + finding.reason();
  }

  private static boolean protectedByYaml(Change change, DesiredState desired) {
    Address address = change.address();
    return desired.connections().stream()
        .filter(connection -> means(connection, address))
        .anyMatch(connection ->
            connection.protect()
                || connection.tasks().stream().anyMatch(task -> guards(task, change)));
  }

  private static boolean means(DesiredConnection connection, Address address) {
    return connection.name().value().equals(address.connection())
        && (address.account() == null
            || connection.account() == null
            || connection.account().value().equals(address.account()));
  }

  /** A protected task is guarded against its own changes and against its connection's removal. */
  private static boolean guards(DesiredTask task, Change change) {
    if (!task.protect()) {
      return false;
    }
    Address address = change.address();
    return address.task() == null
        ? change instanceof Change.Delete
        : address.task().same(task.paths());
  }
}
