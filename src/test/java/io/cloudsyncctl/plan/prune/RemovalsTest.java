package io.cloudsyncctl.plan.prune;

import static io.cloudsyncctl.plan.Archive.paths;
import static io.cloudsyncctl.plan.Archive.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.Archive;
import io.cloudsyncctl.plan.Live;
import io.cloudsyncctl.plan.model.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalsTest {
  private static final Address ADDRESS = Address.ofConnection("office", "Archive", null);
  private static final LiveTask B = task(7, "/archive/B", "/B");
  private static final LiveTask A = task(8, "/archive/A", "/A");

  private static Change.Delete ofConnection(LiveTask... tasks) {
    return Removals.ofConnection(ADDRESS, Archive.live(5, tasks), ImmutableList.of(), Live.AT);
  }

  @Test
  void withAConnectionGoAllItsTasksByAllThatIdentifiesThem() {
    Change.Delete removal = ofConnection(A, B);

    assertThat(removal.tasks())
        .containsExactly(
            ADDRESS.task(paths("/archive/A", "/A")), ADDRESS.task(paths("/archive/B", "/B")));
    assertThat(removal.going()).containsExactly(B.identity(), A.identity());
  }

  @ParameterizedTest
  @CsvSource({"0, ''", "1, ' with its task'", "2, ' with its 2 tasks'"})
  void howManyGoIsTold(int tasks, String words) {
    assertThat(ofConnection(ImmutableList.of(A, B).subList(0, tasks).toArray(LiveTask[]::new)))
        .extracting(Change.Delete::risks)
        .isEqualTo(
            ImmutableList.of(
                new RiskFinding(
                    Risk.DISCONNECT,
                    "the connection is unlinked"
                        + words
                        + "; only a login in a browser can link it again")));
  }

  @Test
  void aTaskGoesAloneAndMoreRisksFollowItsOwn() {
    RiskFinding more = new RiskFinding(Risk.DISCONNECT, "and more");
    Change.Delete removal =
        Removals.ofTask(
            ADDRESS.task(A.paths()), Archive.live(5, A, B), A, ImmutableList.of(more), Live.AT);

    assertThat(removal.tasks()).isEmpty();
    assertThat(removal.risks())
        .containsExactly(
            new RiskFinding(
                Risk.DISCONNECT,
                "the task is removed: these folders no longer sync; files stay on both sides"),
            more);
  }
}
