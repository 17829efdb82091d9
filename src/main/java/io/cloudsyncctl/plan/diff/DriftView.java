package io.cloudsyncctl.plan.diff;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan as drift sees it. What differs is the same, but for what the NAS cannot report: drift
 * counts it only where the record holds another value than is declared. One that was never written
 * may well be as declared, so it is listed apart and not counted.
 */
public final class DriftView {
  private DriftView() {}

  /** The plan without the differences that nobody can see. */
  public static Plan of(Plan plan, SettingsRecord record) {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    List<Observation> observations = new ArrayList<>(plan.observations());
    for (Change change : plan.changes()) {
      if (change instanceof Change.Update update) {
        ImmutableList<FieldChange<?>> seen = seen(update, record, observations);
        if (!seen.isEmpty()) {
          changes.add(update.with(seen));
        }
      } else {
        changes.add(change);
      }
    }
    return new Plan(plan.nas(), changes.build(), ImmutableList.copyOf(observations));
  }

  private static ImmutableList<FieldChange<?>> seen(
      Change.Update update, SettingsRecord record, List<Observation> observations) {
    ImmutableList.Builder<FieldChange<?>> seen = ImmutableList.builder();
    for (FieldChange<?> field : update.fields()) {
      if (isTold(field) || recorded(field, update.target(), record)) {
        seen.add(field);
      } else if (TaskSettings.OPTIONS.contains(field.setting())) {
        observations.add(
            new Observation.Remark(
                update.address(),
                field.setting().relativePath()
                    + ": "
                    + field.after()
                    + " is declared, but no"
                    + " getter answers it and it was not written from here yet"));
      }
    }
    return seen.build();
  }

  /** Whether the NAS tells the value; that it should and does not, the plan observes already. */
  private static boolean isTold(FieldChange<?> field) {
    return field.setting().equals(PackageSettings.DELETE_FROM_CLOUD)
        || !(field.before() instanceof Value.Unreadable<?>);
  }

  private static boolean recorded(FieldChange<?> field, Target target, SettingsRecord record) {
    return target instanceof Target.OfTask task
        && task.identity() != null
        && record
            .entry(task.connection().identity(), task.identity())
            .filter(entry -> entry.values().containsKey(field.setting().parameter()))
            .isPresent();
  }
}
