package io.cloudsyncctl.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.TaskSettings;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.setting.ValueType.Kind;
import io.cloudsyncctl.model.setting.ValueType.TextSetType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the language says that order makes no difference, it makes none. */
class OrderTest {
  private static final TextSetType EXTENSIONS = new TextSetType(Kind.EXTENSIONS);

  @TempDir Path folder;

  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void filesThatSpeakOfDifferentThingsMayBeExtendedInAnyOrder(int seed) throws IOException {
    Random random = new Random(seed);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String setting = List.of("part_size", "max_upload_speed", "pull_event_period").get(i % 3);
      String part =
          "connections:\n  - name: C%d\n    settings: { %s: %d }\n    tasks:\n"
              + "      - { local_path: /a/%d, cloud_path: /b, filters: %s }\n";
      Loading.write(
          folder,
          "part" + i + ".yaml",
          part.formatted(i / 3, setting, i, i, "{ filtered_extensions: " + extensions(random)));
      parts.add("part" + i + ".yaml");
    }
    DesiredState one = Loading.state(folder, "extends: " + parts + "\n");
    Collections.shuffle(parts, random);
    DesiredState other = Loading.state(folder, "extends: " + parts + "\n");
    assertThat(facts(other)).as("seed %d", seed).isEqualTo(facts(one));
  }

  /** The same set each time, in some order, some entries doubled or spelled otherwise. */
  private static String extensions(Random random) {
    List<String> entries = new ArrayList<>(List.of("iso", "mkv", "tmp"));
    entries.add(List.of("ISO", ".mkv", "Tmp").get(random.nextInt(3)));
    Collections.shuffle(entries, random);
    return entries + " }";
  }

  private static Map<String, List<Object>> facts(DesiredState state) {
    Map<String, List<Object>> facts = new TreeMap<>();
    for (DesiredConnection connection : state.connections()) {
      List<Object> settings = new ArrayList<>();
      for (var setting :
          List.of(
              ConnectionSettings.PART_SIZE,
              ConnectionSettings.MAX_UPLOAD_SPEED,
              ConnectionSettings.PULL_EVENT_PERIOD)) {
        settings.add(connection.settings().get(setting).map(declared -> declared.value()));
      }
      facts.put(connection.name().value(), settings);
      for (var task : connection.tasks()) {
        facts.put(
            connection.name().value() + task.paths().local(),
            List.of(
                EXTENSIONS.normalized(
                    task.settings().get(TaskSettings.FILTERED_EXTENSIONS).orElseThrow().value())));
      }
    }
    return facts;
  }
}
