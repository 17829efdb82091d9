package io.cloudsyncctl.plan.prune;

import static io.cloudsyncctl.plan.Archive.declared;
import static io.cloudsyncctl.plan.Archive.task;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.desired.DeclaredElsewhere;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.Archive;
import io.cloudsyncctl.plan.Declare;
import io.cloudsyncctl.plan.diff.Differ;
import io.cloudsyncctl.plan.match.Recreation;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Observation;
import io.cloudsyncctl.plan.model.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The archive with tasks A and B is declared; what else there is may go, or is kept for a doubt.
 */
class PrunerTest {
  private static final LiveTask A = task(1, "/archive/A", "/A");
  private static final LiveTask B = task(2, "/archive/B", "/B");
  private static final LiveTask MORE = task(3, "/archive/More", "/More");
  private static final DesiredConnection ARCHIVE =
      declared(
          declared(Presence.PRESENT, "/archive/A", "/A"),
          declared(Presence.PRESENT, "/archive/B", "/B"));
  private static final LiveConnection LIVE = Archive.live(5, A, B);

  private static LiveConnection other(
      long id, String name, @Nullable String tasksUnreadable, LiveTask... tasks) {
    return new LiveConnection(
        id,
        name,
        "db",
        "uptodate",
        "me",
        "id-" + id,
        WireValue.Members.EMPTY,
        LiveSettings.EMPTY,
        ImmutableList.copyOf(tasks),
        tasksUnreadable);
  }

  private static LiveConnection other() {
    return other(9, "Old", null, task(11, "/old", "/Old"));
  }

  private static LiveState nas(
      boolean adminView, @Nullable String incomplete, LiveConnection... connections) {
    return new LiveState(
        LiveSettings.EMPTY,
        adminView,
        false,
        ImmutableList.copyOf(connections),
        new Value.Unreadable<>("not asked"),
        incomplete);
  }

  private static DesiredState state(DeclaredElsewhere elsewhere, DesiredConnection... connections) {
    DesiredState alone = Archive.state(connections);
    return new DesiredState(
        alone.nas(),
        alone.packageSettings(),
        alone.connections(),
        alone.files(),
        alone.packageAcceptedRisks(),
        elsewhere);
  }

  private static Plan pruned(DesiredState desired, LiveState live) {
    return Differ.diff(desired, live, SettingsRecord.empty("office"), true, Recreation.none());
  }

  private static Plan pruned(LiveState live, DesiredConnection... connections) {
    return pruned(state(DeclaredElsewhere.NOTHING, connections), live);
  }

  private static List<String> removed(Plan plan) {
    return plan.changes().stream()
        .filter(Change.Delete.class::isInstance)
        .map(change -> change.address().text())
        .toList();
  }

  private static void assertKept(Plan plan, String address, PruneDoubt doubt) {
    assertThat(removed(plan)).doesNotContain(address);
    assertThat(Observation.remarks(plan.observations()))
        .filteredOn(remark -> remark.address().text().equals(address))
        .extracting(Observation.Remark::text)
        .contains("not pruned, since " + doubt.reason());
  }

  @Test
  void anUndeclaredTaskGoesByItsIds() {
    Plan plan = pruned(nas(true, null, Archive.live(5, A, B, MORE)), ARCHIVE);

    assertThat(removed(plan)).containsExactly("office/Archive/archive/More:/More");
    assertThat(plan.observations()).noneMatch(Observation.Unmanaged.class::isInstance);
    assertThat(plan.dangerous().getFirst().risks())
        .extracting(RiskFinding::reason)
        .containsExactly(
            "the task is removed: these folders no longer sync; files stay on both sides",
            "nobody declared it, and it is pruned");
  }

  @Test
  void anUndeclaredConnectionGoesWithItsTasks() {
    Plan plan = pruned(nas(true, null, LIVE, other()), ARCHIVE);

    assertThat(removed(plan)).containsExactly("office/Old");
    assertThat(plan.removedTasks()).isEqualTo(1);
  }

  @Test
  void moreThanHalfOfAllIsNeverPruned() {
    Plan plan =
        pruned(
            nas(true, null, LIVE, other(), other(8, "Older", null), other(7, "Oldest", null)),
            ARCHIVE);

    assertThat(removed(plan)).isEmpty();
    assertThat(Observation.remarks(plan.observations()))
        .extracting(Observation.Remark::text)
        .contains(
            "nothing is pruned: 3 of 5 tasks are not declared, which looks like a declaration that"
                + " is not complete");
  }

  @Test
  void aTaskIsKeptWhileOneOfItsConnectionIsStillToBeCreated() {
    assertKept(
        pruned(nas(true, null, Archive.live(5, A, MORE)), ARCHIVE),
        "office/Archive/archive/More:/More",
        PruneDoubt.STILL_TO_CREATE);
  }

  @Test
  void aTaskOfNearlyDeclaredPathsIsKept() {
    assertKept(
        pruned(nas(true, null, Archive.live(5, A, B, task(3, "/archive/b", "/Else"))), ARCHIVE),
        "office/Archive/archive/b:/Else",
        PruneDoubt.NEARLY_THE_PATHS);
  }

  @Test
  void aTaskIsKeptWhileItsConnectionMayBeANamesake() {
    assertKept(
        pruned(nas(false, null, Archive.live(5, A, B, MORE)), ARCHIVE),
        "office/Archive/archive/More:/More",
        PruneDoubt.NAMESAKE_UNSEEN);
  }

  @Test
  void aConnectionOfNearlyADeclaredNameIsKept() {
    assertKept(
        pruned(nas(true, null, LIVE, other(9, "ARCHIVE ", null)), ARCHIVE),
        "office/ARCHIVE ",
        PruneDoubt.NEARLY_THE_NAME);
  }

  @Test
  void aConnectionIsKeptWhileADeclaredOneIsNotFound() {
    assertKept(
        pruned(nas(true, null, LIVE, other()), ARCHIVE, Declare.connection("New").build()),
        "office/Old",
        PruneDoubt.MAY_BE_THE_MISSING_ONE);
  }

  @Test
  void aConnectionIsKeptWhileOneThatAnotherFileDeclaresIsNotFound() {
    DeclaredElsewhere missing =
        new DeclaredElsewhere(ImmutableList.of(Declare.connection("New").build()), true);

    assertKept(
        pruned(state(missing, ARCHIVE), nas(true, null, LIVE, other())),
        "office/Old",
        PruneDoubt.MAY_BE_THE_MISSING_ONE);
  }

  @Test
  void whatAnotherFileDeclaresIsNotTouched() {
    DeclaredElsewhere theirs =
        new DeclaredElsewhere(ImmutableList.of(Declare.connection("Old").build()), true);
    Plan plan = pruned(state(theirs, ARCHIVE), nas(true, null, LIVE, other()));

    assertThat(removed(plan)).isEmpty();
    assertThat(plan.observations()).noneMatch(Observation.Unmanaged.class::isInstance);
  }

  @Test
  void aConnectionIsKeptWhileAnotherFileCannotBeUsed() {
    assertKept(
        pruned(
            state(new DeclaredElsewhere(ImmutableList.of(), false), ARCHIVE),
            nas(true, null, LIVE, other())),
        "office/Old",
        PruneDoubt.FILE_UNUSABLE);
  }

  @Test
  void aConnectionIsKeptWhileTheListLacksSome() {
    assertKept(
        pruned(nas(true, "cut off", LIVE, other()), ARCHIVE),
        "office/Old",
        PruneDoubt.LIST_INCOMPLETE);
  }

  @Test
  void aConnectionIsKeptWhoseTasksCannotBeRead() {
    assertKept(
        pruned(nas(true, null, LIVE, other(9, "Old", "refused")), ARCHIVE),
        "office/Old",
        PruneDoubt.TASKS_UNREADABLE);
  }
}
