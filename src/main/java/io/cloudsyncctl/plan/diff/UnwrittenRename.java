package io.cloudsyncctl.plan.diff;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;

/**
 * A rename that nobody wrote down. A declared connection is not found, and one of its provider and
 * account bears another name: it may have been renamed in DSM, or be another connection, while the
 * declared one is still to be linked. Then it would be renamed, paused and scheduled as if it were
 * that one, so it is held back, and it alone, until somebody says which it is.
 */
final class UnwrittenRename {
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
}
