package io.cloudsyncctl.apply;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.Setting;
import io.cloudsyncctl.model.SettingGroup;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.model.WireValue;
import io.cloudsyncctl.plan.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the record of a NAS anew from what its journals tell. */
public final class RecordRebuild {
  private RecordRebuild() {}

  /**
   * What was last written of the settings that no getter answers, and what was declared at the last
   * good end. What nobody knows for certain is left out: it is then written once more.
   *
   * @param runs of that NAS, the oldest first
   */
  public static SettingsRecord from(String identity, List<JournaledRun> runs) {
    SettingsRecord record = SettingsRecord.empty(identity);
    for (JournaledRun run : runs) {
      Map<Target, Long> created = new HashMap<>();
      for (JournaledRun.Step step : run.steps()) {
        record = after(step, run, created, record);
      }
      record = record.declaring(run.declared().or(record::declared));
    }
    return record;
  }

  private static SettingsRecord after(
      JournaledRun.Step step, JournaledRun run, Map<Target, Long> created, SettingsRecord record) {
    return switch (step.operation()) {
      case Operation.CreateTask create -> {
        if (step.sessionId() != null) {
          created.put(
              new Target.OfTask(create.connection(), null, create.task().paths()),
              step.sessionId());
        }
        yield record;
      }
      case Operation.RemoveTask remove ->
          remove.task().sessionId() == null || step.outcome() == JournaledRun.Outcome.NOT_TRIED
              ? record
              : record.without(remove.task().sessionId());
      case Operation.WriteGroup write -> written(write, step, run, created, record);
      case Operation.PauseConnection _,
          Operation.ResumeConnection _,
          Operation.RemoveConnection _,
          Operation.TestTask _ ->
          record;
    };
  }

  private static SettingsRecord written(
      Operation.WriteGroup write,
      JournaledRun.Step step,
      JournaledRun run,
      Map<Target, Long> created,
      SettingsRecord record) {
    if (write.write().group() != SettingGroup.TASK
        || !(write.target() instanceof Target.OfTask task)) {
      return record;
    }
    Optional<Long> session =
        Optional.ofNullable(
            task.sessionId() == null ? created.get(write.target()) : task.sessionId());
    if (session.isEmpty()) {
      return record;
    }
    return switch (step.outcome()) {
      case NOT_TRIED, FAILED -> record;
      case UNCERTAIN -> record.without(session.get());
      case DONE ->
          record.with(
              session.get(),
              new SettingsRecord.Entry(
                  task.paths(), values(write.write().parameters()), run.startedAt()));
    };
  }

  private static ImmutableMap<String, Boolean> values(ImmutableMap<String, WireValue> parameters) {
    ImmutableMap.Builder<String, Boolean> values = ImmutableMap.builder();
    for (Setting<Boolean> setting : TaskSettings.WRITE_ONLY) {
      if (parameters.get(setting.parameter()) instanceof WireValue.Flag(boolean value)) {
        values.put(setting.parameter(), value);
      }
    }
    return values.build();
  }
}
