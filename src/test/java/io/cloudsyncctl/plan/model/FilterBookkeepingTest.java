package io.cloudsyncctl.plan.model;

import static io.cloudsyncctl.plan.Live.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.model.live.LiveTask;
import io.cloudsyncctl.model.setting.Value;
import io.cloudsyncctl.plan.Live;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterBookkeepingTest {
  private static final LiveTask TASK =
      Live.task(
          List.of(), List.of(), List.of("JPG", "bak"), List.of("B", "a"), List.of("JPG", "ISO"));

  @Test
  void whatAPersonAddedGoesBackAsItIsAndWhatIsNewJoinsItAsItIsDeclared() {
    assertThat(FilterBookkeeping.parameters(TASK, Live.extensions("jpg", "Png", "iso", "BAK")))
        .get()
        .satisfies(sent ->
            assertThat(sent)
                .containsEntry("user_defined_names", texts("B", "a"))
                .containsEntry("user_defined_extensions", texts("JPG", "ISO", "Png")));
  }

  @Test
  void anEntryThatIsDeclaredTwiceJoinsInTheFormInWhichItIsFiltered() {
    assertThat(FilterBookkeeping.parameters(TASK, Live.extensions(".PNG", "Png")))
        .get()
        .satisfies(sent ->
            assertThat(sent).containsEntry("user_defined_extensions", texts("JPG", "ISO", "Png")));
  }

  @Test
  void whatTheNasDoesNotTellIsNotInvented() {
    LiveTask untold =
        new LiveTask(
            TASK.sessionId(),
            TASK.paths(),
            TASK.remoteFolderId(),
            TASK.settings(),
            false,
            new Value.Unreadable<>("refused"),
            TASK.userDefinedExtensions());
    assertThat(FilterBookkeeping.parameters(untold, Live.extensions("png"))).isEmpty();
  }
}
