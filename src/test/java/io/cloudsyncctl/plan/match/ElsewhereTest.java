package io.cloudsyncctl.plan.match;

import static io.cloudsyncctl.plan.Declare.connection;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.DeclaredElsewhere;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.plan.Archive;
import io.cloudsyncctl.plan.Declare;
import io.cloudsyncctl.plan.Live;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** This file declares A; another one of the same device declares what a test says. */
class ElsewhereTest {
  private static final LiveConnection A = Live.connection(1, "A", "db", "me", Map.of());
  private static final LiveConnection B = Live.connection(2, "B", "db", "me", Map.of());

  private static DesiredState desired(Declare other) {
    DesiredState alone = Archive.state(connection("A").build());
    return new DesiredState(
        alone.nas(),
        alone.packageSettings(),
        alone.connections(),
        alone.files(),
        alone.packageAcceptedRisks(),
        new DeclaredElsewhere(ImmutableList.of(other.build()), true));
  }

  private static Elsewhere of(Declare other, LiveState live) {
    return Elsewhere.of(desired(other), live);
  }

  @Test
  void whatAnotherFileDeclaresIsTheirs() {
    LiveState live = Archive.nas(A, B);
    Elsewhere elsewhere = of(connection("B"), live);

    assertThat(elsewhere.has(A)).isFalse();
    assertThat(elsewhere.has(B)).isTrue();
    assertThat(elsewhere.rest(live).connections()).containsExactly(A);
    assertThat(elsewhere.lacksOne(live)).isFalse();
  }

  @Test
  void whatThisFileDeclaresIsNot() {
    Elsewhere elsewhere = of(connection("New").of("db", "me"), Archive.nas(A));

    assertThat(elsewhere.has(A)).as("A is no rename of another file's").isFalse();
    assertThat(elsewhere.lacksOne(Archive.nas(A))).isTrue();
  }

  @Test
  void nothingLacksThatShallBeAbsentOrMayBeUnseen() {
    LiveState some = new LiveState(LiveSettings.EMPTY, false, false, ImmutableList.of(A));

    assertThat(of(connection("New").absent(), Archive.nas(A)).lacksOne(Archive.nas(A))).isFalse();
    assertThat(of(connection("New"), some).lacksOne(some)).isFalse();
  }
}
