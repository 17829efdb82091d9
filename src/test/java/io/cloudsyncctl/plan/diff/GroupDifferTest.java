package io.cloudsyncctl.plan.diff;

import static io.cloudsyncctl.plan.Live.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.desired.DeclaredSettings;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.WireValue;
import io.cloudsyncctl.plan.Live;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.GroupWrite;
import io.cloudsyncctl.plan.model.SetOrder;
import io.cloudsyncctl.plan.model.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupDifferTest {
  private static final String COMPOSED = "/B\u00fcro";
  private static final String DECOMPOSED = "/Bu\u0308ro";
  private static final LiveTask TASK =
      Live.task(
          List.of("/b", DECOMPOSED, "/Old/"),
          List.of("z", "a"),
          List.of("JPG", "bak"),
          List.of("z"),
          List.of("JPG", "iso"));

  private static List<Change> changes(DeclaredSettings declared, LiveTask task) {
    List<Change> changes = new ArrayList<>();
    GroupDiffer.ofTask(
            Address.ofConnection("office", "Dropbox", null).task(task.paths()),
            Target.OfTask.of(
                Target.OfConnection.of(Live.connection(3, "Dropbox", "db", "me", Map.of())), task),
            declared,
            task,
            Optional.empty())
        .diff(changes, new ArrayList<>());
    return changes;
  }

  private static GroupWrite write(DeclaredSettings declared, LiveTask task) {
    Change.Update update = (Change.Update) changes(declared, task).getFirst();
    return Objects.requireNonNull(update.write());
  }

  @Test
  void whatOnlyDiffersInOrderAndFormIsNoChange() {
    assertThat(changes(Live.paths("/Old", COMPOSED + "/", "/b/", "/b"), TASK)).isEmpty();
    assertThat(changes(Live.extensions(".BAK", "jpg"), TASK)).isEmpty();
  }

  @Test
  void whatStaysIsSentAsItIsAndWhatIsNewAsItIsDeclared() {
    ImmutableMap<String, WireValue> sent =
        write(Live.paths("/New/", COMPOSED, "/Old"), TASK).parameters();
    assertThat(sent)
        .containsEntry("filtered_paths", texts(DECOMPOSED, "/Old/", "/New/"))
        .containsEntry("filtered_names", texts("z", "a"))
        .containsEntry("filtered_extensions", texts("JPG", "bak"))
        .containsEntry("user_defined_names", texts("z"))
        .containsEntry("user_defined_extensions", texts("JPG", "iso"));
  }

  @Test
  void twoFormsOfOneEntryStayOrGoTogether() {
    LiveTask task =
        Live.task(List.of(COMPOSED, DECOMPOSED, "/a"), List.of(), List.of(), List.of(), List.of());
    assertThat(write(Live.paths(DECOMPOSED), task).parameters())
        .containsEntry("filtered_paths", texts(COMPOSED, DECOMPOSED));
    assertThat(write(Live.paths("/a"), task).parameters())
        .containsEntry("filtered_paths", texts("/a"));
  }

  @Test
  void aListThatIsDeclaredAsItIsGoesBackInTheBytesOfTheNas() {
    DeclaredSettings both =
        DeclaredSettings.builder()
            .put(TaskSettings.FILTERED_PATHS, Live.declared("/Old", COMPOSED, "/b"))
            .put(TaskSettings.FILTERED_EXTENSIONS, Live.declared("jpg"))
            .build();
    assertThat(write(both, TASK).parameters())
        .containsEntry("filtered_paths", texts("/b", DECOMPOSED, "/Old/"))
        .containsEntry("filtered_extensions", texts("JPG"));
  }

  @Test
  void aNasThatAnswersInAnotherOrderLeadsToTheSameWrite() {
    LiveTask reordered =
        Live.task(
            List.of("/Old/", "/b", "/b", DECOMPOSED),
            List.of("a", "z"),
            List.of("bak", "JPG"),
            List.of("z"),
            List.of("iso", "JPG"));
    DeclaredSettings wanted = Live.paths("/Old", COMPOSED, "/New");
    assertThat(SetOrder.of(write(wanted, reordered))).isEqualTo(SetOrder.of(write(wanted, TASK)));
    assertThat(SetOrder.of(changes(wanted, reordered).getFirst()))
        .isEqualTo(SetOrder.of(changes(wanted, TASK).getFirst()));
  }

  @Test
  void aNasThatHasAnEntryInAnotherFormDoesNot() {
    LiveTask other =
        Live.task(
            List.of("/b", COMPOSED, "/Old/"),
            List.of("z", "a"),
            List.of("JPG", "bak"),
            List.of("z"),
            List.of("JPG", "iso"));
    DeclaredSettings wanted = Live.paths("/Old", "/New");
    assertThat(write(wanted, other).parameters()).isEqualTo(write(wanted, TASK).parameters());
    assertThat(SetOrder.of(write(wanted, other))).isNotEqualTo(SetOrder.of(write(wanted, TASK)));
  }
}
