package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.SettingsRecord;
import io.cloudsyncctl.model.TaskPaths;
import io.cloudsyncctl.plan.Differ;
import io.cloudsyncctl.plan.DriftView;
import io.cloudsyncctl.plan.Plan;
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
          SettingsRecord record = written(wish);

          Plan plan =
              Differ.diff(
                  Declarations.load(one, folder, wish.yaml()),
                  StateGateway.read(state).live(),
                  record);

          assertThat(plan.changes()).isEmpty();
          assertThat(DriftView.of(plan, record).changes()).isEmpty();
        });
  }

  private static SettingsRecord written(Wish wish) {
    SettingsRecord record = SettingsRecord.empty("https://nas.example.lan:5001");
    for (Wish.OfConnection connection : wish.connections()) {
      for (Wish.OfTask task : connection.tasks()) {
        ImmutableMap.Builder<String, Boolean> values = ImmutableMap.builder();
        task.writeOnly().forEachEntry((name, value) -> values.put(name, value.booleanValue()));
        if (task.session() != null) {
          record =
              record.with(
                  task.session(),
                  new SettingsRecord.Entry(
                      new TaskPaths(task.localPath(), task.cloudPath()),
                      values.buildOrThrow(),
                      Instant.EPOCH));
        }
      }
    }
    return record;
  }
}
