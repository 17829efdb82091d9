package io.cloudsyncctl.plan.diff;

import static io.cloudsyncctl.plan.Archive.declared;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.model.desired.Declared;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.desired.DesiredTask;
import io.cloudsyncctl.model.desired.Presence;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.setting.SyncDirection;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.plan.Archive;
import io.cloudsyncctl.plan.Declare;
import io.cloudsyncctl.plan.Live;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FieldChange;
import io.cloudsyncctl.plan.model.NewTask;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The connection of the NAS has STANDARD and no encryption, where nothing else is said. */
class CreatePlannerTest {
  private static final DesiredTask TASK = declared(Presence.PRESENT, "/archive/A", "/A");
  private static final LiveConnection UNTOLD = Live.connection(5, "Archive", "az", "me", Map.of());

  private static Change.Create create(
      Declare connection, LiveConnection live, DesiredTask task, String... doubts) {
    return CreatePlanner.plan(
        Address.ofConnection("office", "Archive", null).task(task.paths()),
        connection.build(),
        live,
        false,
        task,
        ImmutableList.copyOf(doubts));
  }

  private static Change.Create create(DesiredTask task, String... doubts) {
    return create(Declare.connection("Archive"), Archive.live(5), task, doubts);
  }

  private static NewTask created(Change.Create create) {
    assertThat(create.blocked()).isNull();
    return Objects.requireNonNull(create.task());
  }

  private static DesiredTask task(
      String local, DeclaredSettings settings, @Nullable String storageClass) {
    return new DesiredTask(
        Archive.paths(local, "/A"),
        Presence.PRESENT,
        settings,
        storageClass == null ? null : new Declared<>(storageClass, Live.AT),
        false,
        ImmutableList.of(),
        Live.AT);
  }

  @Test
  void aTaskIsMadeAsDeclaredAndTakesOverWhatItsConnectionHas() {
    NewTask task = created(create(TASK));

    assertThat(task.direction()).isEqualTo(SyncDirection.ONLY_UPLOAD);
    assertThat(task.consistencyCheck()).isTrue();
    assertThat(task.noDeleteOnCloud()).isTrue();
    assertThat(task.convertGoogleDocuments()).isFalse();
    assertThat(task.storageClass()).isEqualTo("STANDARD");
    assertThat(task.serverSideEncryption()).isFalse();
    assertThat(task.maxUploadSize()).isZero();
    assertThat(task.filteredPaths()).isEmpty();
  }

  @Test
  void everyDeclaredSettingWasAbsentAndHarmsNothing() {
    assertThat(create(TASK).fields())
        .hasSize(4)
        .allSatisfy(field -> assertThat(field.before()).isEqualTo(new Value.Absent<>()))
        .extracting(FieldChange::risks)
        .containsOnly(ImmutableList.of());
  }

  @Test
  void whatIsDeclaredOfTheTaskGoesBeforeItsConnection() {
    Declare connection =
        Declare.connection("Archive")
            .with(
                DeclaredSettings.builder()
                    .put(ConnectionSettings.STORAGE_CLASS, new Declared<>("OF_YAML", Live.AT))
                    .put(ConnectionSettings.IS_SSE, new Declared<>(true, Live.AT))
                    .build());
    NewTask task = created(create(connection, Archive.live(5), TASK));
    NewTask own =
        created(
            create(connection, Archive.live(5), task("/archive/A", TASK.settings(), "OF_TASK")));

    assertThat(task.storageClass()).isEqualTo("OF_YAML");
    assertThat(task.serverSideEncryption()).isTrue();
    assertThat(own.storageClass()).isEqualTo("OF_TASK");
  }

  @Test
  void nothingIsGuessedOfWhatIsNotDeclared() {
    assertThat(create(task("/archive/A", DeclaredSettings.EMPTY, null)).blocked())
        .isEqualTo(
            "to create a task, declare also sync_direction, consistency_check, no_delete_on_cloud,"
                + " convert_gd");
  }

  @Test
  void nothingIsGuessedOfWhatTheNasDoesNotTell() {
    Change.Create create = create(Declare.connection("Archive"), UNTOLD, TASK);

    assertThat(create.task()).isNull();
    assertThat(create.blocked())
        .isEqualTo(
            "the NAS does not tell what its connection is set to, which a new task takes over;"
                + " declare also storage_class, "
                + ConnectionSettings.IS_SSE.relativePath());
  }

  @Test
  void anyDoubtBlocksIt() {
    assertThat(create(TASK, "it may be there", "or there").blocked())
        .isEqualTo("it may be there; or there");
  }

  @Test
  void aShareAsAWholeBlocksIt() {
    assertThat(create(task("/archive", TASK.settings(), null)).blocked())
        .startsWith("to create a task, local_path must be a folder inside a shared folder");
  }
}
