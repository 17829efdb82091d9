package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.diff.Differ;
import io.cloudsyncctl.plan.diff.DriftView;
import io.cloudsyncctl.plan.match.Recreation;
import io.cloudsyncctl.plan.model.Plan;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class EqualStatesTest {
  @TempDir Path folder;

  @Test
  void what_is_declared_as_it_is_plans_to_nothing() {
    Cases.forEach(
        "equal states",
        600,
        one -> {
          ObjectNode state = LiveStates.of(one.dice());
          one.noteState(state.toPrettyString());
          Wish wish = Wishes.over(state, one.dice(), Wishes.Mood.AS_IT_IS);
          // Write-only settings are as they are where the record says that they were written so.
          LiveState live = StateGateway.read(state).live();
          SettingsRecord record = written(wish, live);

          Plan plan =
              Differ.diff(
                  Declarations.load(one, folder, wish.yaml()),
                  live,
                  record,
                  false,
                  Recreation.none());

          assertThat(plan.changes()).isEmpty();
          assertThat(DriftView.of(plan, record).changes()).isEmpty();
        });
  }

  private static SettingsRecord written(Wish wish, LiveState live) {
    SettingsRecord record = SettingsRecord.empty("https://nas.example.lan:5001");
    for (Wish.OfConnection connection : wish.connections()) {
      for (Wish.OfTask task : connection.tasks()) {
        ImmutableMap.Builder<String, Boolean> values = ImmutableMap.builder();
        task.writeOnly().forEachEntry((name, value) -> values.put(name, value.booleanValue()));
        if (task.session() != null) {
          record = record.with(entry(live, task.session(), values.buildOrThrow()));
        }
      }
    }
    return record;
  }

  private static SettingsRecord.Entry entry(
      LiveState live, long session, ImmutableMap<String, Boolean> values) {
    for (LiveConnection connection : live.connections()) {
      for (LiveTask task : connection.tasks()) {
        if (task.sessionId() == session) {
          return new SettingsRecord.Entry(
              connection.identity(),
              task.identity(),
              task.settings().get(TaskSettings.SYNC_DIRECTION).known().orElse(null),
              values,
              Instant.EPOCH);
        }
      }
    }
    throw new IllegalStateException("no task has the session id " + session);
  }
}
