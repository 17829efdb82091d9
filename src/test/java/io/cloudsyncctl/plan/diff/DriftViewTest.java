package io.cloudsyncctl.plan.diff;

import static io.cloudsyncctl.plan.Archive.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.plan.Archive;
import io.cloudsyncctl.plan.Live;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftViewTest {
  private static final LiveTask TASK = task(7, "/archive/A", "/A");
  private static final LiveConnection LIVE = Archive.live(5, TASK);
  private static final SettingsRecord NOTHING = SettingsRecord.empty("office");

  private static <T> FieldChange<T> field(Setting<T> setting, Value<T> before, T after) {
    return new FieldChange<>(setting, before, after, Live.AT, ImmutableList.of());
  }

  private static Plan view(SettingsRecord record, FieldChange<?>... fields) {
    return DriftView.of(
        new Plan(
            "office",
            ImmutableList.of(
                new Change.Update(
                    Address.ofConnection("office", "Archive", null).task(TASK.paths()),
                    Target.OfTask.of(Target.OfConnection.of(LIVE), TASK),
                    SettingGroup.TASK,
                    ImmutableList.copyOf(fields),
                    null,
                    null)),
            ImmutableList.of()),
        record);
  }

  private static SettingsRecord recorded(LiveTask task) {
    return NOTHING.with(
        new SettingsRecord.Entry(
            LIVE.identity(),
            task.identity(),
            SyncDirection.ONLY_UPLOAD,
            ImmutableMap.of(TaskSettings.CONSISTENCY_CHECK.parameter(), true),
            Archive.ASKED));
  }

  private static final FieldChange<Boolean> UNSEEN =
      field(TaskSettings.CONSISTENCY_CHECK, new Value.Unreadable<>("never answered"), false);
  private static final FieldChange<SyncDirection> SEEN =
      field(
          TaskSettings.SYNC_DIRECTION,
          new Value.Known<>(SyncDirection.ONLY_UPLOAD),
          SyncDirection.BIDIRECTION);

  private static List<FieldChange<?>> counted(Plan plan) {
    return plan.changes().isEmpty()
        ? List.of()
        : ((Change.Update) plan.changes().getFirst()).fields();
  }

  @Test
  void whatTheNasTellsCounts() {
    assertThat(counted(view(NOTHING, SEEN))).containsExactly(SEEN);
  }

  @Test
  void whatNobodyCanSeeIsListedApart() {
    Plan view = view(NOTHING, UNSEEN, SEEN);

    assertThat(counted(view)).containsExactly(SEEN);
    assertThat(Observation.remarks(view.observations()))
        .extracting(Observation.Remark::text)
        .containsExactly(
            "consistency_check: false is declared, but no getter answers it and it was not written"
                + " from here yet");
    assertThat(view(NOTHING, UNSEEN).changes()).isEmpty();
  }

  @Test
  void whatTheRecordHoldsOfThisVeryTaskCounts() {
    assertThat(counted(view(recorded(TASK), UNSEEN))).containsExactly(UNSEEN);
    assertThat(counted(view(recorded(task(7, "/archive/B", "/B")), UNSEEN))).isEmpty();
  }

  @Test
  void aReadableSettingThatCannotBeReadJustNowIsObservedAlready() {
    Plan view =
        view(
            NOTHING,
            field(
                TaskSettings.SYNC_DIRECTION,
                new Value.Unreadable<>("refused"),
                SyncDirection.BIDIRECTION));

    assertThat(view.changes()).isEmpty();
    assertThat(view.observations()).isEmpty();
  }
}
