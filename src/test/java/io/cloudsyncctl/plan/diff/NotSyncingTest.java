package io.cloudsyncctl.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.Live;
import io.cloudsyncctl.plan.model.Observation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotSyncingTest {
  private static final Address ADDRESS = Address.ofConnection("office", "Dropbox", null);

  private static LiveState nas(boolean allPaused) {
    return new LiveState(LiveSettings.EMPTY, true, allPaused, ImmutableList.of());
  }

  private static @Nullable String text(
      String status, @Nullable Boolean paused, boolean allPaused, boolean resumed) {
    return NotSyncing.of(
            ADDRESS,
            new LiveConnection(
                3,
                "Dropbox",
                "db",
                status,
                "me",
                "id-3",
                WireValue.Members.EMPTY,
                LiveSettings.EMPTY,
                ImmutableList.of(),
                null),
            paused == null ? null : new Declared<>(paused, Live.AT),
            nas(allPaused),
            resumed)
        .map(Observation.Remark::text)
        .orElse(null);
  }

  @ParameterizedTest
  @CsvSource({
    // status, declared paused, what is said
    "pause,     ,      is paused",
    "pause,     true,  'is paused, as declared'",
    "pause,     false, is paused",
    "error,     ,      'its status is \"error\": look at its log in DSM'",
    "error,     true,  'its status is \"error\": look at its log in DSM'",
    "error,     false, 'not paused, but its status is \"error\": look at its log in DSM'",
    "suspended, ,      'its status is \"suspended\": look at its log in DSM'",
    "unlink,    ,      'its status is \"unlink\": link its account again in DSM'",
    "uptodate,  ,",
    "syncing,   false,",
    "new,       ,",
  })
  void aConnectionThatDoesNotSyncIsTold(
      String status, @Nullable Boolean paused, @Nullable String said) {
    assertThat(text(status, paused, false, false)).isEqualTo(said);
  }

  @Test
  void aPauseThatIsSaidElsewhereIsNotToldAgain() {
    assertThat(text("pause", true, true, false)).as("everything is paused").isNull();
    assertThat(text("pause", false, false, true)).as("the plan resumes it").isNull();
    assertThat(text("error", null, true, false)).isNotNull();
  }

  @Test
  void thatEverythingIsPausedIsToldOnceWhereSomethingIsDeclared() {
    assertThat(NotSyncing.ofAll("office", nas(true), true))
        .contains(
            new Observation.Remark(
                Address.ofPackage("office"), "all of Cloud Sync is paused on this NAS", true));
    assertThat(NotSyncing.ofAll("office", nas(true), false)).isEmpty();
    assertThat(NotSyncing.ofAll("office", nas(false), true)).isEmpty();
  }
}
