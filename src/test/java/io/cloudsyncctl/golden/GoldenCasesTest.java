package io.cloudsyncctl.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every folder of {@code src/test/resources/golden} from YAML to wire and back, and compares
 * what people, programs and the NAS get with the files beside it. {@code
 * -Dcloudsyncctl.update=true} rewrites those files; read them before they are committed.
 */
class GoldenCasesTest {
  private static final List<String> EXPECTED =
      List.of("plan.txt", "plan.json", "requests.json", "apply.txt", "record-after.json");

  private static boolean updating() {
    return Boolean.getBoolean("cloudsyncctl.update");
  }

  static Stream<GoldenCase> cases() throws IOException {
    return GoldenCase.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theCaseGoesAsItsFilesSay(GoldenCase golden, @TempDir Path scratch) throws IOException {
    Map<String, String> actual = GoldenRun.of(golden, scratch);
    for (String name : EXPECTED) {
      Path file = golden.folder().resolve(name);
      String text = actual.get(name);
      if (updating()) {
        Files.deleteIfExists(file);
        if (text != null) {
          Files.writeString(file, text);
        }
      }
      assertThat(text).as(name).isEqualTo(Files.exists(file) ? Files.readString(file) : null);
    }
  }

  @Test
  void theUpdateSwitchIsOff() {
    assertThat(updating())
        .as("-Dcloudsyncctl.update=true has rewritten the expected files: run again without it")
        .isFalse();
  }
}
