package io.cloudsyncctl.apply.execute;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.Stop;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.GroupComparison;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.SetOrder;
import io.cloudsyncctl.plan.model.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a NAS was seen to keep in place of what this process wrote to it: to write that once more
 * would lead to the same.
 */
public final class KeptValues {
  private final Map<Written, Kept> kept = new HashMap<>();

  private record Written(
      String nas, Target target, SettingGroup group, String parameter, WireValue value) {}

  /**
   * The value that is kept.
   *
   * @param harmless whether a run goes on all the same
   */
  private record Kept(WireValue value, boolean harmless) {}

  /** Nothing is known any more: something else is declared. */
  public void forget() {
    kept.clear();
  }

  /**
   * A write came to values other than those that were sent.
   *
   * @param differing the parameters that do
   */
  void note(
      Operation.WriteGroup operation,
      Target target,
      Map<String, WireValue> before,
      ImmutableMap<String, WireValue> now,
      ImmutableList<String> differing) {
    GroupWrite write = operation.write();
    boolean harmless = KeptOtherwise.judge(write, before, now, differing) == Stop.NOTHING;
    for (String parameter : differing) {
      WireValue sent = write.parameters().get(parameter);
      WireValue is = now.get(parameter);
      if (sent != null && is != null) {
        kept.put(
            new Written(operation.address().nas(), target, write.group(), parameter, sent),
            new Kept(SetOrder.of(is), harmless));
      }
    }
  }

  /** Whether a parameter is what the NAS keeps in place of what a write sends. */
  boolean knows(
      Operation.WriteGroup operation, Target target, String parameter, @Nullable WireValue now) {
    return find(operation.address().nas(), target, operation.write(), parameter, now) != null;
  }

  private @Nullable Kept find(
      String nas, Target target, GroupWrite write, String parameter, @Nullable WireValue now) {
    WireValue sent = write.parameters().get(parameter);
    Kept found =
        sent == null ? null : kept.get(new Written(nas, target, write.group(), parameter, sent));
    return found != null && now != null && found.value().equals(SetOrder.of(now)) ? found : null;
  }

  /** Whether all that a change would write is kept otherwise. */
  boolean explains(Change change) {
    return explains(change, false);
  }

  private boolean explains(Change change, boolean harmlessOnly) {
    if (!(change instanceof Change.Update update) || update.write() == null) {
      return false;
    }
    GroupWrite write = update.write();
    return update.fields().stream()
        .map(field -> field.setting().parameter())
        .allMatch(parameter -> {
          Kept found =
              find(
                  update.address().nas(),
                  update.target(),
                  write,
                  parameter,
                  write.preImage().get(parameter));
          return found != null && (found.harmless() || !harmlessOnly);
        });
  }

  /** A plan without those changes of which a run would write the same in vain, and go on. */
  Plan without(Plan plan) {
    return plan.with(
        plan.changes().stream()
            .filter(change -> !explains(change, true))
            .collect(ImmutableList.toImmutableList()),
        plan.observations());
  }

  /** What to say of those changes. */
  ImmutableList<Diagnostic> notWritten(Plan plan) {
    return plan.changes().stream()
        .filter(change -> explains(change, true))
        .map(KeptValues::notWritten)
        .collect(ImmutableList.toImmutableList());
  }

  private static Diagnostic notWritten(Change change) {
    return Diagnostic.error(
        DiagnosticCode.NOT_CONVERGED,
        "not written once more, since the NAS keeps another value: " + words(change),
        new Location.OnNas(change.address().nas(), null, change.address().text()),
        "look at the setting in DSM; where the NAS does not support this value, declare one that"
            + " it keeps");
  }

  private static String words(Change change) {
    if (!(change instanceof Change.Update update) || update.write() == null) {
      return "";
    }
    GroupWrite write = update.write();
    ImmutableList<String> differing =
        GroupComparison.differing(write.group(), write.parameters(), write.preImage());
    return differing.stream()
        .map(field ->
            UnmovedCheck.words(field, write.parameters().get(field), write.preImage().get(field)))
        .collect(Collectors.joining(", "));
  }
}
