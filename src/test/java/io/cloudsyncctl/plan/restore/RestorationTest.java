package io.cloudsyncctl.plan.restore;

import static io.cloudsyncctl.plan.Archive.paths;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WeekHours;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.Archive;
import io.cloudsyncctl.plan.Live;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.plan.model.Target;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A run turned a schedule on that was off. */
class RestorationTest {
  private static final String WEEK = "1".repeat(168);
  private static final Address ADDRESS = Address.ofConnection("office", "Archive", null);

  private static LiveConnection live(@Nullable Boolean enabled) {
    LiveSettings.Builder settings = LiveSettings.builder();
    settings.put(
        ConnectionSettings.SCHEDULE_ENABLED,
        enabled == null ? new Value.Unreadable<>("refused") : new Value.Known<>(enabled));
    settings.put(ConnectionSettings.SCHEDULE_HOURS, new Value.Known<>(new WeekHours(WEEK)));
    return new LiveConnection(
        5,
        "Archive",
        "az",
        "uptodate",
        "owner",
        "id-5",
        WireValue.Members.EMPTY,
        settings.build(),
        ImmutableList.of(),
        null);
  }

  private static ImmutableMap<String, WireValue> schedule(boolean enabled) {
    return ImmutableMap.of(
        ConnectionSettings.SCHEDULE_ENABLED.parameter(),
        ConnectionSettings.SCHEDULE_ENABLED.codec().encode(enabled),
        ConnectionSettings.SCHEDULE_HOURS.parameter(),
        WireValue.of(WEEK));
  }

  private static Restoration restoration(
      ImmutableMap<String, WireValue> before, LiveState live, Target target) {
    return Restoration.of(
        ADDRESS,
        target,
        SettingGroup.SCHEDULE,
        new WriteTrace(
            before, ImmutableMap.of(), schedule(true), true, ImmutableMap.of(), ImmutableMap.of()),
        live,
        (then, now) -> then.id() == now.id(),
        Live.AT);
  }

  private static Restoration restoration(@Nullable Boolean now) {
    return restoration(schedule(false), Archive.nas(live(now)), Target.OfConnection.of(live(true)));
  }

  @Test
  void whatTheRunLeftIsPutBack() {
    Restoration restoration = restoration(true);

    assertThat(restoration.moved()).isFalse();
    assertThat(restoration.change())
        .hasValueSatisfying(change -> {
          Change.Update update = (Change.Update) change;
          assertThat(update.fields()).singleElement().extracting("after").isEqualTo(false);
          assertThat(update.write())
              .isEqualTo(new GroupWrite(SettingGroup.SCHEDULE, schedule(false), schedule(true)));
        });
  }

  @Test
  void whatIsAsBeforeNeedsNothing() {
    assertThat(restoration(false))
        .isEqualTo(new Restoration(false, ImmutableList.of(), Optional.empty()));
  }

  @Test
  void whatCannotBeReadIsNamed() {
    Restoration restoration = restoration((Boolean) null);

    assertThat(restoration.unread())
        .containsExactly(ConnectionSettings.SCHEDULE_ENABLED.parameter());
    assertThat(restoration.change()).isEmpty();
  }

  @Test
  void aConnectionThatIsGoneHasMoved() {
    assertThat(
            restoration(schedule(false), Archive.nas(), Target.OfConnection.of(live(true))).moved())
        .isTrue();
  }

  @Test
  void whereTheListLacksSomeNothingIsGone() {
    LiveState some =
        new LiveState(
            LiveSettings.EMPTY,
            true,
            false,
            ImmutableList.of(),
            new Value.Unreadable<>("not asked"),
            "cut off");

    Restoration restoration =
        restoration(schedule(false), some, Target.OfConnection.of(live(true)));

    assertThat(restoration.moved()).isFalse();
    assertThat(restoration.unread()).containsExactly("all of its connections");
  }

  @Test
  void whatWasNeverKnownIsLeftToAPerson() {
    ImmutableMap<String, WireValue> half =
        ImmutableMap.of(
            ConnectionSettings.SCHEDULE_ENABLED.parameter(),
            ConnectionSettings.SCHEDULE_ENABLED.codec().encode(false));

    assertThat(
            restoration(half, Archive.nas(live(true)), Target.OfConnection.of(live(true))).change())
        .hasValueSatisfying(change ->
            assertThat(((Change.Manual) change).what())
                .startsWith(
                    "what was before of "
                        + ConnectionSettings.SCHEDULE_HOURS.relativePath()
                        + " was never known"));
  }

  @Test
  void aTaskIsCreatedAgainOnlyWhereAllOfItIsKnown() {
    assertThat(
            Restoration.creation(
                ADDRESS.task(paths("/archive/A", "/A")),
                Archive.live(5),
                false,
                paths("/archive/A", "/A"),
                ImmutableMap.of(),
                ImmutableMap.of(),
                Live.AT))
        .isEmpty();
  }

  /** What was written is older than what was read: a person may have changed it in between. */
  @Test
  void aTaskIsCreatedAgainAsItWasReadAndNotAsItWasRecorded() {
    ImmutableMap<String, WireValue> read =
        ImmutableMap.<String, WireValue>builder()
            .put(TaskSettings.SYNC_DIRECTION.parameter(), WireValue.of("ONLY_UPLOAD"))
            .put(TaskSettings.CONSISTENCY_CHECK.parameter(), WireValue.of(true))
            .put(TaskSettings.NO_DELETE_ON_CLOUD.parameter(), WireValue.of(true))
            .put(TaskSettings.CONVERT_GD.parameter(), WireValue.of(false))
            .put(TaskSettings.FILTERED_PATHS.parameter(), WireValue.Items.ofTexts(List.of()))
            .put(TaskSettings.FILTERED_FILENAMES.parameter(), WireValue.Items.ofTexts(List.of()))
            .put(TaskSettings.FILTERED_EXTENSIONS.parameter(), WireValue.Items.ofTexts(List.of()))
            .put(TaskSettings.MAX_UPLOAD_SIZE.parameter(), WireValue.of(0))
            .buildOrThrow();
    assertThat(
            Restoration.creation(
                ADDRESS.task(paths("/archive/A", "/A")),
                Archive.live(5),
                false,
                paths("/archive/A", "/A"),
                read,
                ImmutableMap.of(TaskSettings.NO_DELETE_ON_CLOUD.parameter(), WireValue.of(false)),
                Live.AT))
        .hasValueSatisfying(change ->
            assertThat(((Change.Create) change).task())
                .extracting(NewTask::noDeleteOnCloud)
                .isEqualTo(true));
  }
}
