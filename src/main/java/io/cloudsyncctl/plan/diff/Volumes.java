package io.cloudsyncctl.plan.diff;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import java.util.List;

/**
 * Whether the volume is there to which the package's database would move. With its database the
 * package loses its connections, so one that the NAS does not list is never written; where it lists
 * none, somebody has to know that it is there.
 */
public final class Volumes {
  private Volumes() {}

  /** Judges the changes of a NAS, one of which may move the database. */
  public static void check(List<Change> changes, LiveState live) {
    changes.replaceAll(
        change -> change instanceof Change.Update update ? of(update, live) : change);
  }

  private static Change.Update of(Change.Update update, LiveState live) {
    return update.fields().stream()
        .filter(field -> field.setting().equals(PackageSettings.PKG_VOLUME))
        .map(field -> (String) field.after())
        .findFirst()
        .map(volume -> of(update, volume, live.volumes()))
        .orElse(update);
  }

  private static Change.Update of(
      Change.Update update, String volume, Value<ImmutableList<String>> volumes) {
    ImmutableList<String> listed = volumes.known().orElse(ImmutableList.of());
    if (listed.isEmpty()) {
      return unlisted(update, volume);
    }
    return listed.contains(volume) ? update : blocked(update, volume, listed);
  }

  private static Change.Update blocked(
      Change.Update update, String volume, ImmutableList<String> listed) {
    String why = "the NAS has no volume " + volume + "; it lists " + String.join(", ", listed);
    String before = update.blocked();
    return new Change.Update(
        update.address(),
        update.target(),
        update.group(),
        update.fields(),
        null,
        before == null ? why : before + "; " + why);
  }

  private static Change.Update unlisted(Change.Update update, String volume) {
    RiskFinding finding =
        new RiskFinding(
            Risk.DISCONNECT,
            "the NAS does not list its volumes: if "
                + volume
                + " is not there, the package loses its database, and with it its connections");
    return update.with(
        update.fields().stream()
            .map(field -> of(field, finding))
            .collect(ImmutableList.toImmutableList()));
  }

  private static <T> FieldChange<T> of(FieldChange<T> field, RiskFinding finding) {
    return field.setting().equals(PackageSettings.PKG_VOLUME)
        ? new FieldChange<>(
            field.setting(),
            field.before(),
            field.after(),
            field.at(),
            ImmutableList.<RiskFinding>builder().addAll(field.risks()).add(finding).build())
        : field;
  }
}
