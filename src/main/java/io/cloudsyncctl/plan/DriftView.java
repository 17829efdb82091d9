package io.cloudsyncctl.plan;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.SettingsRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan as drift sees it. What differs is the same, but for write-only settings: drift counts one
 * only where the record holds another value than is declared. One that was never written may well
 * be as declared, so it is listed apart and not counted.
 */
public final class DriftView {
  private DriftView() {}

  /** The plan without the differences that nobody can see. */
  public static Plan of(Plan plan, SettingsRecord record) {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    List<Observation> observations = new ArrayList<>(plan.observations());
    for (Change change : plan.changes()) {
      if (change instanceof Change.Update update && update.target() instanceof Target.OfTask task) {
        ImmutableList<FieldChange<?>> seen = seen(update, task, record, observations);
        if (!seen.isEmpty()) {
          changes.add(
              new Change.Update(
                  update.address(),
                  update.target(),
                  update.group(),
                  seen,
                  update.write(),
                  update.blocked()));
        }
      } else {
        changes.add(change);
      }
    }
    return new Plan(plan.nas(), changes.build(), ImmutableList.copyOf(observations));
  }

  private static ImmutableList<FieldChange<?>> seen(
      Change.Update update,
      Target.OfTask task,
      SettingsRecord record,
      List<Observation> observations) {
    ImmutableList.Builder<FieldChange<?>> seen = ImmutableList.builder();
    for (FieldChange<?> field : update.fields()) {
      if (field.setting().readable() || recorded(field, task, record)) {
        seen.add(field);
      } else {
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

  private static boolean recorded(FieldChange<?> field, Target.OfTask task, SettingsRecord record) {
    Long sessionId = task.sessionId();
    return sessionId != null
        && record
            .entry(sessionId)
            .filter(entry -> entry.values().containsKey(field.setting().parameter()))
            .isPresent();
  }
}
