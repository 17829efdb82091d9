package io.cloudsyncctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.config.read.LoadResult;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.setting.WeekHours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example files are part of the documentation, so they must hold. */
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("examples");

  /** All but the pipelines, which are YAML of their hosts. */
  private static Path[] examples() throws IOException {
    try (Stream<Path> all = Files.list(EXAMPLES)) {
      return all.filter(path -> Files.isDirectory(path) || path.toString().endsWith(".yaml"))
          .filter(path -> !path.endsWith("ci"))
          .sorted()
          .toArray(Path[]::new);
    }
  }

  @Test
  void everyExampleIsValidWithoutAWarning() throws IOException {
    LoadResult result = Loading.load(Loading.offline(), examples());
    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.states())
        .extracting(state -> state.nas().name())
        .containsExactly(
            "berlin",
            "lisbon",
            "home",
            "office",
            "data-loss",
            "disconnect",
            "none",
            "traffic",
            "unverifiable",
            "schedules");
  }

  @Test
  void theComposedExampleDiffersWhereItSaysSo() {
    ImmutableList<DesiredState> states =
        Loading.load(Loading.offline(), EXAMPLES.resolve("composed")).states();
    DesiredState berlin = states.get(0);
    DesiredState lisbon = states.get(1);
    assertThat(berlin.packageSettings().get(PackageSettings.LOG_COUNT)).isPresent();
    assertThat(lisbon.packageSettings().get(PackageSettings.LOG_COUNT)).isEmpty();
    assertThat(uploadSpeeds(berlin)).containsExactly(2048L);
    assertThat(uploadSpeeds(lisbon)).containsExactly(512L, 128L);
    assertThat(berlin.connections().getFirst().tasks().getFirst().paths().cloud())
        .isEqualTo("/company-backup/berlin");
    DesiredConnection photographs = lisbon.connections().get(1);
    assertThat(photographs.tasks().getFirst().settings().get(TaskSettings.FILTERED_EXTENSIONS))
        .isEmpty();
    assertThat(hours(berlin.connections().getFirst()).hoursOn()).isEqualTo(70);
  }

  @Test
  void theSchedulesMeanWhatTheirNamesSay() {
    DesiredState state = Loading.state(Loading.offline(), EXAMPLES.resolve("schedules.yaml"));
    assertThat(state.connections())
        .extracting(connection -> hours(connection).hoursOn())
        .containsExactly(168, 5 * 14 + 48, 4 * 8, 6 + 48 + 7, 48 + 10, 0);
  }

  private static WeekHours hours(DesiredConnection connection) {
    return connection.settings().get(ConnectionSettings.SCHEDULE_HOURS).orElseThrow().value();
  }

  private static ImmutableList<Long> uploadSpeeds(DesiredState state) {
    return state.connections().stream()
        .map(c -> c.settings().get(ConnectionSettings.MAX_UPLOAD_SPEED).orElseThrow().value())
        .collect(ImmutableList.toImmutableList());
  }
}
