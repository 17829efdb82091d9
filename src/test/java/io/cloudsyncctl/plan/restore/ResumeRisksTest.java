package io.cloudsyncctl.plan.restore;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.diagnostic.Location;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveSettings;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.model.setting.RiskFinding;
import io.cloudsyncctl.model.setting.Setting;
import io.cloudsyncctl.model.setting.SettingGroup;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.NewTask;
import io.cloudsyncctl.plan.model.Target;
import io.cloudsyncctl.plan.prune.Removals;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a connection that a run left paused may go on with, value by value. */
class ResumeRisksTest {
  private static final String RUN = "20260301T120000Z";
  private static final Location.InFile AT = new Location.InFile("office.yaml", 7, 5);
  private static final TaskPaths PATHS = new TaskPaths("/finance/Invoices", "/Invoices");
  private static final TaskPaths NEW = new TaskPaths("/finance/New", "/New");
  private static final Address ADDRESS = Address.ofConnection("office", "Dropbox", null);

  @ParameterizedTest
  @CsvSource({
    // before,      wrote,         now,           declared,      the plan writes, risk
    "ONLY_UPLOAD,   BIDIRECTION,   BIDIRECTION,   BIDIRECTION,   ,                none",
    "ONLY_UPLOAD,   BIDIRECTION,   BIDIRECTION,   ,              ,                data-loss",
    "ONLY_UPLOAD,   BIDIRECTION,   ONLY_UPLOAD,   ,              ,                none",
    "ONLY_UPLOAD,   BIDIRECTION,   BIDIRECTION,   ONLY_UPLOAD,   ONLY_UPLOAD,     none",
    "ONLY_UPLOAD,   BIDIRECTION,   BIDIRECTION,   ONLY_UPLOAD,   ,                data-loss",
    "ONLY_UPLOAD,   BIDIRECTION,   BIDIRECTION,   ONLY_DOWNLOAD, ONLY_DOWNLOAD,   none",
    "ONLY_UPLOAD,   BIDIRECTION,   ,              BIDIRECTION,   ,                data-loss",
    "ONLY_UPLOAD,   BIDIRECTION,   ,              ,              ,                data-loss",
    "ONLY_UPLOAD,   BIDIRECTION,   ONLY_DOWNLOAD, ,              ,                data-loss",
    ",              BIDIRECTION,   BIDIRECTION,   ,              ,                data-loss",
    ",              BIDIRECTION,   BIDIRECTION,   BIDIRECTION,   ,                none",
    "ONLY_DOWNLOAD, ONLY_UPLOAD,   ONLY_UPLOAD,   ,              ,                data-loss",
    "BIDIRECTION,   ONLY_UPLOAD,   ONLY_UPLOAD,   ,              ,                none",
    "ONLY_UPLOAD,   ONLY_UPLOAD,   ONLY_UPLOAD,   ,              ,                none",
    "ONLY_UPLOAD,   ONLY_UPLOAD,   BIDIRECTION,   ,              ,                none",
  })
  void whatCanBeRead(
      @Nullable SyncDirection before,
      SyncDirection wrote,
      @Nullable SyncDirection now,
      @Nullable SyncDirection declared,
      @Nullable SyncDirection planned,
      String risk) {
    Setting<SyncDirection> setting = TaskSettings.SYNC_DIRECTION;
    LiveTask task = task(value(setting, now));

    ImmutableList<RiskFinding> findings =
        ResumeRisks.of(
            trace(written(setting, before, null, wrote)),
            connection(task),
            ADDRESS,
            declared(settings(setting, declared)),
            planned(setting, planned, task),
            SettingsRecord.empty("office"));

    assertThat(worst(findings)).isEqualTo(risk);
  }

  @ParameterizedTest
  @CsvSource({
    // recorded, wrote, recorded now, declared, the plan writes, risk
    ",           false, false,        ,         ,                data-loss",
    ",           false, ,             ,         ,                data-loss",
    ",           false, ,             false,    ,                none",
    ",           false, false,        false,    ,                none",
    ",           false, false,        true,     true,            none",
    ",           false, false,        true,     ,                data-loss",
    "true,       false, true,         ,         ,                none",
    "true,       false, false,        ,         ,                data-loss",
    "true,       false, ,             ,         ,                data-loss",
    "false,      false, ,             ,         ,                none",
    "true,       true,  ,             ,         ,                none",
    ",           true,  ,             ,         ,                none",
  })
  void whatNoGetterAnswers(
      @Nullable Boolean recorded,
      boolean wrote,
      @Nullable Boolean recordedNow,
      @Nullable Boolean declared,
      @Nullable Boolean planned,
      String risk) {
    Setting<Boolean> setting = TaskSettings.NO_DELETE_ON_CLOUD;
    LiveTask task = task(LiveSettings.EMPTY);

    ImmutableList<RiskFinding> findings =
        ResumeRisks.of(
            trace(written(setting, null, recorded, wrote)),
            connection(task),
            ADDRESS,
            declared(settings(setting, declared)),
            planned(setting, planned, task),
            record(recordedNow, task));

    assertThat(worst(findings)).isEqualTo(risk);
  }

  @Test
  void aRefusedWriteCountsByWhatCanBeRead() {
    PauseTrace.Written refused =
        new PauseTrace.Written(
            RUN,
            target(),
            SettingGroup.TASK,
            ImmutableMap.of("sync_direction", WireValue.of("ONLY_UPLOAD")),
            ImmutableMap.of(),
            ImmutableMap.of(
                "sync_direction", WireValue.of("BIDIRECTION"), "no_delete", WireValue.of(false)),
            ImmutableMap.of(),
            false);

    assertThat(worst(undeclared(trace(refused), SyncDirection.BIDIRECTION))).isEqualTo("data-loss");
    assertThat(worst(undeclared(trace(refused), SyncDirection.ONLY_UPLOAD))).isEqualTo("none");
  }

  @Test
  void whatTheNasMadeOfAWriteCountsAsWell() {
    PauseTrace.Written asItWas =
        new PauseTrace.Written(
            RUN,
            target(),
            SettingGroup.TASK,
            ImmutableMap.of("sync_direction", WireValue.of("ONLY_UPLOAD")),
            ImmutableMap.of(),
            ImmutableMap.of("sync_direction", WireValue.of("ONLY_UPLOAD")),
            ImmutableMap.of("sync_direction", WireValue.of("BIDIRECTION")),
            true);

    assertThat(worst(undeclared(trace(asItWas), SyncDirection.BIDIRECTION))).isEqualTo("data-loss");
  }

  @Test
  void severalRunsCountFromTheFirstToTheLast() {
    Setting<SyncDirection> setting = TaskSettings.SYNC_DIRECTION;
    PauseTrace trace =
        trace(
            written(setting, SyncDirection.ONLY_UPLOAD, null, SyncDirection.ONLY_DOWNLOAD),
            written(setting, SyncDirection.ONLY_DOWNLOAD, null, SyncDirection.BIDIRECTION));

    assertThat(worst(undeclared(trace, SyncDirection.ONLY_UPLOAD))).isEqualTo("none");
    assertThat(worst(undeclared(trace, SyncDirection.ONLY_DOWNLOAD))).isEqualTo("data-loss");
    assertThat(worst(undeclared(trace, SyncDirection.BIDIRECTION))).isEqualTo("data-loss");
  }

  @Test
  void theTaskThatIsAtRiskIsNamed() {
    ImmutableList<RiskFinding> findings =
        undeclared(becameBidirectional(), SyncDirection.BIDIRECTION);

    assertThat(findings)
        .containsExactly(
            new RiskFinding(
                Risk.DATA_LOSS,
                "resuming would sync /finance/Invoices:/Invoices with sync_direction BIDIRECTION,"
                    + " which the run 20260301T120000Z wrote and nobody declares: the task becomes"
                    + " bidirectional: a deletion on either side is repeated on the other",
                new RiskFinding.OtherTask(3L, ADDRESS.task(PATHS))));
  }

  @ParameterizedTest
  @CsvSource({
    // is there, declared,  goes,  risk
    "true,       ,          false, data-loss",
    "true,       PRESENT,   false, none",
    "true,       ABSENT,    true,  none",
    "true,       ABSENT,    false, data-loss",
    "false,      ,          false, none",
  })
  void aTaskThatTheRunCreated(
      boolean isThere, @Nullable Presence declared, boolean goes, String risk) {
    LiveTask created = task(NEW, 9, value(TaskSettings.SYNC_DIRECTION, SyncDirection.ONLY_UPLOAD));
    PauseTrace trace =
        new PauseTrace(
            ImmutableList.of(),
            ImmutableList.of(new PauseTrace.Created(RUN, newTask(), created.identity(), false)),
            ImmutableList.of(),
            ImmutableList.of());
    LiveConnection connection = isThere ? connection(created) : connection();

    ImmutableList<RiskFinding> findings =
        ResumeRisks.of(
            trace,
            connection,
            ADDRESS,
            declaredTask(NEW, declared),
            goes ? ImmutableList.of(removal(connection, created)) : ImmutableList.of(),
            SettingsRecord.empty("office"));

    assertThat(worst(findings)).isEqualTo(risk);
  }

  @ParameterizedTest
  @CsvSource({
    // may come, declared, risk
    "true,       ,         data-loss",
    "true,       PRESENT,  none",
    "true,       ABSENT,   data-loss",
    "false,      ,         none",
  })
  void aTaskThatTheRunMayHaveCreated(boolean mayCome, @Nullable Presence declared, String risk) {
    PauseTrace trace =
        new PauseTrace(
            ImmutableList.of(),
            ImmutableList.of(new PauseTrace.Created(RUN, newTask(), null, mayCome)),
            ImmutableList.of(),
            ImmutableList.of());

    ImmutableList<RiskFinding> findings =
        ResumeRisks.of(
            trace,
            connection(),
            ADDRESS,
            declaredTask(NEW, declared),
            ImmutableList.of(),
            SettingsRecord.empty("office"));

    assertThat(worst(findings)).isEqualTo(risk);
  }

  @ParameterizedTest
  @CsvSource({
    // is back, declared, pruned, risk
    "false,     ,         false,  disconnect",
    "false,     ,         true,   none",
    "false,     ABSENT,   false,  none",
    "false,     PRESENT,  false,  disconnect",
    "false,     PRESENT,  true,   disconnect",
    "true,      PRESENT,  false,  none",
    "true,      ,         false,  none",
  })
  void aTaskThatTheRunRemoved(
      boolean isBack, @Nullable Presence declared, boolean pruned, String risk) {
    PauseTrace trace =
        new PauseTrace(
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(new PauseTrace.Removed(RUN, NEW)),
            ImmutableList.of());
    Wanted.Declared wanted = (Wanted.Declared) declaredTask(NEW, declared);

    ImmutableList<RiskFinding> findings =
        ResumeRisks.of(
            trace,
            isBack ? connection(task(NEW, 9, LiveSettings.EMPTY)) : connection(),
            ADDRESS,
            new Wanted.Declared(wanted.connection(), pruned),
            ImmutableList.of(),
            SettingsRecord.empty("office"));

    assertThat(worst(findings)).isEqualTo(risk);
  }

  @Test
  void tasksThatCannotBeReadAreNotTakenForWanted() {
    LiveConnection unreadable =
        new LiveConnection(
            3,
            "Dropbox",
            "db",
            "pause",
            "me",
            "u1",
            WireValue.Members.EMPTY,
            LiveSettings.EMPTY,
            ImmutableList.of(),
            "no permission");

    assertThat(worst(resume(becameBidirectional(), unreadable))).isEqualTo("data-loss");
    assertThat(resume(trace(), unreadable)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // now,       the undo writes, risk
    "BIDIRECTION, ONLY_UPLOAD,     none",
    "BIDIRECTION, ,                data-loss",
    "ONLY_UPLOAD, ,                none",
  })
  void anUndoTakesBackWhatItsRunWroteOrAsks(
      SyncDirection now, @Nullable SyncDirection planned, String risk) {
    Setting<SyncDirection> setting = TaskSettings.SYNC_DIRECTION;
    PauseTrace trace = becameBidirectional();
    LiveTask task = task(value(setting, now));

    ImmutableList<RiskFinding> findings =
        ResumeRisks.of(
            trace,
            connection(task),
            ADDRESS,
            new Wanted.Before(trace),
            planned(setting, planned, task),
            SettingsRecord.empty("office"));

    assertThat(worst(findings)).isEqualTo(risk);
  }

  @Test
  void whatAnEarlierUndoTookBackIsWantedByTheNext() {
    Setting<SyncDirection> setting = TaskSettings.SYNC_DIRECTION;
    PauseTrace undone =
        trace(written(setting, SyncDirection.BIDIRECTION, null, SyncDirection.ONLY_DOWNLOAD));
    PauseTrace undo =
        trace(written(setting, SyncDirection.ONLY_DOWNLOAD, null, SyncDirection.BIDIRECTION));
    LiveConnection connection = connection(task(value(setting, SyncDirection.BIDIRECTION)));

    assertThat(
            ResumeRisks.of(
                undo,
                connection,
                ADDRESS,
                new Wanted.Before(undone),
                ImmutableList.of(),
                SettingsRecord.empty("office")))
        .isEmpty();
    assertThat(worst(resume(undo, connection))).isEqualTo("data-loss");
  }

  private static PauseTrace becameBidirectional() {
    return trace(
        written(
            TaskSettings.SYNC_DIRECTION,
            SyncDirection.ONLY_UPLOAD,
            null,
            SyncDirection.BIDIRECTION));
  }

  private static ImmutableList<RiskFinding> undeclared(PauseTrace trace, SyncDirection now) {
    return resume(trace, connection(task(value(TaskSettings.SYNC_DIRECTION, now))));
  }

  private static ImmutableList<RiskFinding> resume(PauseTrace trace, LiveConnection connection) {
    return ResumeRisks.of(
        trace,
        connection,
        ADDRESS,
        new Wanted.Declared(null, false),
        ImmutableList.of(),
        SettingsRecord.empty("office"));
  }

  /** The class that needs acceptance, if any does. */
  private static String worst(List<RiskFinding> findings) {
    return findings.stream()
        .map(RiskFinding::risk)
        .filter(Risk::dangerous)
        .max(Comparator.naturalOrder())
        .map(Risk::word)
        .orElse("none");
  }

  private static PauseTrace trace(PauseTrace.Written... written) {
    return new PauseTrace(
        ImmutableList.copyOf(written), ImmutableList.of(), ImmutableList.of(), ImmutableList.of());
  }

  private static <T> PauseTrace.Written written(
      Setting<T> setting, @Nullable T preImage, @Nullable T recorded, T wrote) {
    return new PauseTrace.Written(
        RUN,
        target(),
        SettingGroup.TASK,
        parameter(setting, preImage),
        parameter(setting, recorded),
        parameter(setting, wrote),
        ImmutableMap.of(),
        true);
  }

  private static <T> ImmutableMap<String, WireValue> parameter(
      Setting<T> setting, @Nullable T value) {
    return value == null
        ? ImmutableMap.of()
        : ImmutableMap.of(setting.parameter(), setting.codec().encode(value));
  }

  private static Target.OfTask target() {
    return Target.OfTask.of(Target.OfConnection.of(connection()), task(LiveSettings.EMPTY));
  }

  private static LiveConnection connection(LiveTask... tasks) {
    return new LiveConnection(
        3,
        "Dropbox",
        "db",
        "pause",
        "me",
        "u1",
        WireValue.Members.EMPTY,
        LiveSettings.EMPTY,
        ImmutableList.copyOf(tasks),
        null);
  }

  private static LiveTask task(LiveSettings settings) {
    return task(PATHS, 5, settings);
  }

  private static LiveTask task(TaskPaths paths, long session, LiveSettings settings) {
    return new LiveTask(
        session,
        paths,
        "id:" + session,
        settings,
        false,
        new Value.Known<>(ImmutableList.of()),
        new Value.Known<>(ImmutableList.of()));
  }

  private static <T> LiveSettings value(Setting<T> setting, @Nullable T value) {
    return LiveSettings.builder()
        .put(setting, value == null ? new Value.Unreadable<>("refused") : new Value.Known<>(value))
        .build();
  }

  private static <T> DeclaredSettings settings(Setting<T> setting, @Nullable T value) {
    return value == null
        ? DeclaredSettings.EMPTY
        : DeclaredSettings.builder().put(setting, new Declared<>(value, AT)).build();
  }

  private static Wanted declared(DeclaredSettings settings) {
    return new Wanted.Declared(desired(PATHS, Presence.PRESENT, settings), false);
  }

  private static Wanted declaredTask(TaskPaths paths, @Nullable Presence presence) {
    return new Wanted.Declared(
        presence == null
            ? null
            : desired(
                paths, presence, settings(TaskSettings.SYNC_DIRECTION, SyncDirection.ONLY_UPLOAD)),
        false);
  }

  private static DesiredConnection desired(
      TaskPaths paths, Presence presence, DeclaredSettings settings) {
    return new DesiredConnection(
        new Declared<>("Dropbox", AT),
        null,
        null,
        null,
        Presence.PRESENT,
        null,
        DeclaredSettings.EMPTY,
        ImmutableList.of(
            new DesiredTask(paths, presence, settings, null, false, ImmutableList.of(), AT)),
        false,
        ImmutableList.of(),
        AT);
  }

  private static <T> ImmutableList<Change> planned(
      Setting<T> setting, @Nullable T value, LiveTask task) {
    if (value == null) {
      return ImmutableList.of();
    }
    return ImmutableList.of(
        new Change.Update(
            ADDRESS.task(PATHS),
            Target.OfTask.of(Target.OfConnection.of(connection()), task),
            SettingGroup.TASK,
            ImmutableList.of(),
            new GroupWrite(SettingGroup.TASK, parameter(setting, value), ImmutableMap.of()),
            null));
  }

  private static Change removal(LiveConnection connection, LiveTask task) {
    return Removals.ofTask(ADDRESS.task(task.paths()), connection, task, ImmutableList.of(), AT);
  }

  private static SettingsRecord record(@Nullable Boolean noDelete, LiveTask task) {
    SettingsRecord empty = SettingsRecord.empty("office");
    return noDelete == null
        ? empty
        : empty.with(
            new SettingsRecord.Entry(
                connection().identity(),
                task.identity(),
                task.settings().get(TaskSettings.SYNC_DIRECTION).known().orElse(null),
                ImmutableMap.of("no_delete", noDelete),
                Instant.EPOCH));
  }

  private static NewTask newTask() {
    return new NewTask(
        NEW,
        SyncDirection.ONLY_UPLOAD,
        true,
        true,
        false,
        "STANDARD",
        false,
        ImmutableList.of(),
        ImmutableList.of(),
        ImmutableList.of(),
        0);
  }
}
