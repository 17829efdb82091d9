package io.cloudsyncctl.plan.risk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredElsewhere;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.plan.Live;
import io.cloudsyncctl.plan.diff.GroupDiffer;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.plan.prune.Removals;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the tasks of one device may do to each other that two files of a run are about. */
class FleetRiskRulesTest {
  private static final NotReached ALL_REACHED =
      new NotReached(ImmutableList.of(), Optional.empty());
  private static final DesiredConnection DROPBOX = declared("Dropbox", "/a", "/docs");
  private static final DesiredConnection ONEDRIVE = declared("OneDrive", "/a/b", "/b");

  private final LiveConnection dropbox =
      connection(3, "Dropbox", "db", task(4, "/a", "/docs"), task(5, "/c", "/other"));
  private final LiveConnection oneDrive = connection(2, "OneDrive", "od_v1", task(6, "/a/b", "/b"));

  @Test
  void aFolderOfAnotherLoginOfTheDeviceIsShared() {
    FleetRiskRules.View office =
        view(office(), live(true, oneDrive, dropbox), turn("office", oneDrive, 0));
    FleetRiskRules.View assistant = view(assistant(), live(false, dropbox));
    assertThat(reasons(office, assistant))
        .containsExactly(
            "it shares a local folder with assistant/Dropbox/a:/docs: what is deleted in one cloud"
                + " may be deleted in the other");
  }

  @Test
  void aTaskThatTwoLoginsSeeDoesNotMeetItself() {
    FleetRiskRules.View office = view(office(), live(true, dropbox));
    FleetRiskRules.View assistant =
        view(assistant(), live(false, dropbox), turn("assistant", dropbox, 0));
    assertThat(reasons(office, assistant)).isEmpty();
    assertThat(risks(FleetRiskRules.judge(assistant, ImmutableList.of(office), ALL_REACHED)))
        .isEmpty();
  }

  @Test
  void norDoesOneThatIsDeclaredOfALoginThatWasNotReached() {
    FleetRiskRules.View office = view(office(), live(true, dropbox), turn("office", dropbox, 0));
    NotReached assistant = new NotReached(ImmutableList.of(assistant()), Optional.empty());
    assertThat(risks(FleetRiskRules.judge(office, ImmutableList.of(), assistant))).isEmpty();
  }

  @Test
  void whatIsDeclaredOfALoginThatWasNotReachedMayShareAFolder() {
    FleetRiskRules.View office = view(office(), live(true, oneDrive), turn("office", oneDrive, 0));
    NotReached assistant = new NotReached(ImmutableList.of(assistant()), Optional.empty());
    assertThat(risks(FleetRiskRules.judge(office, ImmutableList.of(), assistant)))
        .singleElement()
        .asString()
        .contains("assistant/Dropbox/a:/docs is declared, and assistant was not read");
  }

  @Test
  void whatItsOwnFileRemovesCountsForAnotherFileAndNotForItsOwn() {
    LiveConnection moving =
        connection(3, "Dropbox", "db", task(4, "/a", "/docs"), task(5, "/a/c", "/docs/c"));
    Change removal =
        Removals.ofTask(
            address("assistant", "Dropbox", "/a", "/docs"),
            moving,
            moving.tasks().getFirst(),
            ImmutableList.of(),
            Live.AT);
    FleetRiskRules.View assistant =
        view(assistant(), live(false, moving), removal, turn("assistant", moving, 1));
    assertThat(reasons(assistant, view(office(), live(true, oneDrive, moving)))).isEmpty();
    FleetRiskRules.View office =
        view(office(), live(true, oneDrive, moving), turn("office", oneDrive, 0));
    assertThat(reasons(office, assistant)).singleElement().asString().contains("Dropbox/a:/docs");
  }

  @Test
  void whatCameSinceTheOwnerWasReadCounts() {
    LiveConnection more =
        connection(3, "Dropbox", "db", task(4, "/c", "/docs"), task(9, "/a", "/new"));
    LiveConnection less = connection(3, "Dropbox", "db", task(4, "/c", "/docs"));
    FleetRiskRules.View office =
        view(office(), live(true, oneDrive, more), turn("office", oneDrive, 0));
    assertThat(reasons(office, view(assistant(), live(false, less))))
        .singleElement()
        .asString()
        .contains("office/Dropbox/a:/new");
  }

  private static ImmutableList<String> reasons(FleetRiskRules.View one, FleetRiskRules.View other) {
    ImmutableList<String> alone =
        risks(FleetRiskRules.judge(one, ImmutableList.of(other), ALL_REACHED));
    ImmutableList<Plan> together = FleetRiskRules.judge(ImmutableList.of(one, other), ALL_REACHED);
    assertThat(risks(together.getFirst())).isEqualTo(alone);
    return alone;
  }

  private static ImmutableList<String> risks(Plan plan) {
    return plan.changes().stream()
        .filter(Change.Update.class::isInstance)
        .flatMap(change -> change.risks().stream())
        .map(RiskFinding::reason)
        .collect(ImmutableList.toImmutableList());
  }

  /** The task shall only send up from now on. */
  private static Change turn(String nas, LiveConnection connection, int index) {
    LiveTask task = connection.tasks().get(index);
    Declared<SyncDirection> after = new Declared<>(SyncDirection.ONLY_UPLOAD, Live.AT);
    return new Change.Update(
        address(nas, connection.name(), task.paths().local(), task.paths().cloud()),
        Target.OfTask.of(Target.OfConnection.of(connection), task),
        SettingGroup.TASK,
        ImmutableList.of(
            GroupDiffer.change(
                TaskSettings.SYNC_DIRECTION,
                task.settings().get(TaskSettings.SYNC_DIRECTION),
                after)),
        null,
        null);
  }

  private static Address address(String nas, String connection, String local, String cloud) {
    return Address.ofConnection(nas, connection, null).task(new TaskPaths(local, cloud));
  }

  private static FleetRiskRules.View view(DesiredState desired, LiveState live, Change... changes) {
    return new FleetRiskRules.View(
        desired,
        live,
        new Plan(desired.nas().name(), ImmutableList.copyOf(changes), ImmutableList.of()));
  }

  private static DesiredState office() {
    return state("office", ONEDRIVE, DROPBOX);
  }

  private static DesiredState assistant() {
    return state("assistant", DROPBOX, ONEDRIVE);
  }

  private static DesiredState state(String name, DesiredConnection own, DesiredConnection others) {
    return new DesiredState(
        new NasTarget(
            name,
            URI.create("https://nas.example:5001"),
            name,
            null,
            null,
            ImmutableMap.of(),
            NasTarget.DEFAULT_SESSION,
            null,
            new NasTarget.Tls.SystemTrust(),
            Live.AT),
        DeclaredSettings.builder().build(),
        ImmutableList.of(own),
        ImmutableList.of(name + ".yaml"),
        ImmutableList.of(),
        new DeclaredElsewhere(ImmutableList.of(others), true));
  }

  private static DesiredConnection declared(String name, String local, String cloud) {
    DesiredTask task =
        new DesiredTask(
            new TaskPaths(local, cloud),
            Presence.PRESENT,
            DeclaredSettings.builder().build(),
            null,
            false,
            ImmutableList.of(),
            Live.AT);
    return new DesiredConnection(
        new Declared<>(name, Live.AT),
        null,
        null,
        null,
        Presence.PRESENT,
        null,
        DeclaredSettings.builder().build(),
        ImmutableList.of(task),
        false,
        ImmutableList.of(),
        Live.AT);
  }

  private static LiveState live(boolean adminView, LiveConnection... connections) {
    return new LiveState(LiveSettings.EMPTY, adminView, false, ImmutableList.copyOf(connections));
  }

  private static LiveConnection connection(long id, String name, String type, LiveTask... tasks) {
    LiveConnection bare = Live.connection(id, name, type, "me", Map.of());
    return new LiveConnection(
        id,
        name,
        type,
        bare.status(),
        bare.account(),
        bare.userId(),
        bare.property(),
        bare.settings(),
        ImmutableList.copyOf(tasks),
        null);
  }

  private static LiveTask task(long id, String local, String cloud) {
    return new LiveTask(
        id,
        new TaskPaths(local, cloud),
        "id:" + id,
        LiveSettings.builder()
            .put(TaskSettings.SYNC_DIRECTION, new Value.Known<>(SyncDirection.BIDIRECTION))
            .build(),
        false,
        Live.known(List.of()),
        Live.known(List.of()));
  }
}
