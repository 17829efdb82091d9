package io.cloudsyncctl.plan.policy;

import static io.cloudsyncctl.plan.Archive.paths;
import static io.cloudsyncctl.plan.Archive.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.plan.Archive;
import io.cloudsyncctl.plan.Declare;
import io.cloudsyncctl.plan.Live;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.plan.prune.Removals;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProtectionTest {
  private static final LiveConnection LIVE =
      Archive.live(5, task(7, "/archive/A", "/A"), task(8, "/archive/B", "/B"));
  private static final Address ARCHIVE = Address.ofConnection("office", "Archive", null);
  private static final RiskFinding FINDING = new RiskFinding(Risk.DATA_LOSS, "it may");
  private static final Declare WHOLE = Declare.connection("Archive").protectedFromHarm();
  private static final Declare ONLY_A =
      Declare.connection("Archive")
          .with(
              new DesiredTask(
                  paths("/archive/A", "/A"),
                  Presence.PRESENT,
                  DeclaredSettings.EMPTY,
                  null,
                  true,
                  ImmutableList.of(),
                  Live.AT));

  private static Protection of(Declare declared) {
    return Protection.none().with(Archive.state(declared.build()), Archive.nas(LIVE));
  }

  private static Change removal(int task) {
    return Removals.ofTask(
        ARCHIVE.task(LIVE.tasks().get(task).paths()),
        LIVE,
        LIVE.tasks().get(task),
        ImmutableList.of(),
        Live.AT);
  }

  private static Change removal() {
    return Removals.ofConnection(ARCHIVE, LIVE, ImmutableList.of(), Live.AT);
  }

  private static Change resume() {
    return new Change.Resume(ARCHIVE, Target.OfConnection.of(LIVE), "pause", Live.AT);
  }

  private static RiskFinding.OtherTask other(String nas, Address task) {
    return new RiskFinding.OtherTask(
        5L, new Address(nas, task.connection(), null, null, task.task()));
  }

  @Test
  void nothingIsProtectedByItself() {
    assertThat(of(Declare.connection("Archive")).against(removal(), FINDING)).isEmpty();
  }

  @Test
  void aProtectedConnectionGuardsAllOfIt() {
    Optional<String> why = Optional.of("it is declared with protect: true");

    assertThat(of(WHOLE).against(removal(), FINDING)).isEqualTo(why);
    assertThat(of(WHOLE).against(removal(0), FINDING)).isEqualTo(why);
    assertThat(of(WHOLE).against(removal(1), FINDING)).isEqualTo(why);
  }

  @Test
  void aProtectedTaskGuardsItselfAndAgainstWhatReachesAll() {
    assertThat(of(ONLY_A).against(removal(0), FINDING)).isPresent();
    assertThat(of(ONLY_A).against(removal(1), FINDING)).isEmpty();
    assertThat(of(ONLY_A).against(removal(), FINDING)).isPresent();
    assertThat(of(ONLY_A).against(resume(), FINDING)).isPresent();
    assertThat(
            of(ONLY_A)
                .against(
                    resume(),
                    new RiskFinding(
                        Risk.DATA_LOSS,
                        "it may",
                        other("office", ARCHIVE.task(paths("/archive/B", "/B"))))))
        .as("one whose endangered task is known")
        .isEmpty();
  }

  @Test
  void anotherTaskOfAnotherNasIsGuardedByThatNas() {
    Address task = ARCHIVE.task(paths("/archive/A", "/A"));

    assertThat(of(ONLY_A).against(other("office", task)))
        .contains("office/Archive/archive/A:/A is declared with protect: true");
    assertThat(of(ONLY_A).against(other("home", task))).isEmpty();
  }

  @Test
  void whatMayBeAProtectedOneIsGuardedAsWell() {
    Declare unseen = Declare.connection("Clouds").protectedFromHarm();

    assertThat(of(unseen).against(removal(), FINDING))
        .contains("it may belong to \"Clouds\", and that is declared with protect: true");
    assertThat(of(unseen.of("db", "me")).against(removal(), FINDING)).isEmpty();
  }
}
