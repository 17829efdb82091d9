package io.cloudsyncctl.apply.leftover;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WireValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one reading tells of a connection that a run left paused. */
class LeftoverSightTest {
  private static final ConnectionIdentity DROPBOX =
      new ConnectionIdentity(3, "Dropbox", "db", "me", "u1");

  @ParameterizedTest
  @CsvSource({
    // status,    everything paused, name,    sight
    "pause,       false,             Dropbox, PAUSED",
    "pause,       false,             Renamed, PAUSED",
    "pause,       false,             Other,   RENAMED",
    "pause,       true,              Dropbox, PAUSED",
    "uptodate,    true,              Dropbox, ALL_PAUSED",
    "uptodate,    false,             Dropbox, ACTIVE",
    "uptodate,    false,             Other,   ACTIVE",
    "syncing,     false,             Dropbox, ACTIVE",
    "scanning,    false,             Dropbox, ACTIVE",
    "processing,  false,             Dropbox, ACTIVE",
    "connecting,  false,             Dropbox, ACTIVE",
    "error,       false,             Dropbox, OTHER_STATUS",
    "suspended,   false,             Dropbox, OTHER_STATUS",
    "unlink,      false,             Dropbox, OTHER_STATUS",
    "hibernating, false,             Dropbox, OTHER_STATUS",
  })
  void aConnectionThatIsThere(
      String status, boolean everythingPaused, String name, LeftoverSight.Kind kind) {
    assertThat(
            sight(
                DROPBOX,
                true,
                everythingPaused,
                connection(new ConnectionIdentity(3, name, "db", "me", "u1"), status)))
        .isEqualTo(kind);
  }

  @Test
  void everythingThatIsPausedByItselfIsNoMoreThanThat() {
    ConnectionIdentity other = new ConnectionIdentity(4, "OneDrive", "od_v1", "me", "u1");

    assertThat(sight(DROPBOX, true, true, connection(DROPBOX, "pause"), connection(other, "pause")))
        .isEqualTo(LeftoverSight.Kind.PAUSED);
    assertThat(
            sight(DROPBOX, true, true, connection(DROPBOX, "pause"), connection(other, "syncing")))
        .isEqualTo(LeftoverSight.Kind.ALL_PAUSED);
  }

  @ParameterizedTest
  @CsvSource({
    // id, provider, account, user, all are seen, sight
    "3,    db,       me,      u2,   true,         GONE",
    "3,    db,       you,     u1,   true,         GONE",
    "3,    gd,       me,      u1,   true,         GONE",
    "4,    db,       me,      u1,   true,         GONE",
    "4,    db,       me,      u1,   false,        HIDDEN",
    "3,    gd,       me,      u1,   false,        HIDDEN",
    "3,    db,       me,      '',   true,         HIDDEN",
    "3,    db,       '',      u1,   true,         HIDDEN",
  })
  void aConnectionThatIsNotAmongThem(
      long id,
      String provider,
      String account,
      String user,
      boolean allAreSeen,
      LeftoverSight.Kind kind) {
    assertThat(
            sight(
                DROPBOX,
                allAreSeen,
                false,
                connection(
                    new ConnectionIdentity(id, "Dropbox", provider, account, user), "pause")))
        .isEqualTo(kind);
  }

  @Test
  void oneThatIsNotOnAListThatLacksSomeIsNotGone() {
    LiveState lacking =
        new LiveState(
            LiveSettings.EMPTY,
            true,
            false,
            ImmutableList.of(),
            new Value.Unreadable<>("not asked"),
            "list_conn says 3 connections but lists 2");

    assertThat(LeftoverSight.of(DROPBOX, _ -> true, lacking).kind())
        .isEqualTo(LeftoverSight.Kind.HIDDEN);
  }

  @Test
  void oneOfAnEarlierVersionIsNeverKnownAgain() {
    ConnectionIdentity then = new ConnectionIdentity(3, "Dropbox", null, null, null);

    assertThat(sight(then, true, false, connection(DROPBOX, "pause")))
        .isEqualTo(LeftoverSight.Kind.UNIDENTIFIED);
    assertThat(sight(then, true, false)).isEqualTo(LeftoverSight.Kind.UNIDENTIFIED);
  }

  private static LeftoverSight.Kind sight(
      ConnectionIdentity then,
      boolean allAreSeen,
      boolean everythingPaused,
      LiveConnection... connections) {
    return LeftoverSight.of(
            then,
            name -> name.equals(then.name()) || name.equals("Renamed"),
            new LiveState(
                LiveSettings.EMPTY,
                allAreSeen,
                everythingPaused,
                ImmutableList.copyOf(connections)))
        .kind();
  }

  private static LiveConnection connection(ConnectionIdentity identity, String status) {
    return new LiveConnection(
        identity.id(),
        identity.name(),
        String.valueOf(identity.provider()),
        status,
        String.valueOf(identity.account()),
        String.valueOf(identity.userId()),
        WireValue.Members.EMPTY,
        LiveSettings.EMPTY,
        ImmutableList.of(),
        null);
  }
}
