package io.cloudsyncctl.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.model.setting.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Runs every folder of {@code src/test/resources/golden} from YAML to wire and back, and compares
 * what people, programs and the NAS get with the files beside it. {@code
 * -Dcloudsyncctl.update=true} rewrites those files; read them before they are committed.
 */
@Tag("slow")
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

  static Stream<Setting<?>> settings() {
    return Catalog.ALL.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  void everySettingChangesAloneInACaseOfItsOwn(Setting<?> setting) {
    String name = "setting-" + setting.relativePath().replaceAll("[._]", "-");
    JsonNode plan = GoldenJson.read(GoldenCase.ROOT.resolve(name).resolve("plan.json"));
    JsonNode changes = plan.path("nas").path(0).path("changes");
    assertThat(changes.size()).isEqualTo(1);
    JsonNode fields = changes.path(0).path("fields");
    assertThat(fields.size()).isEqualTo(1);
    assertThat(fields.path(0).path("yaml_path").asString()).isEqualTo(setting.yamlPath());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void thePlanKeepsToItsSchema(GoldenCase golden) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(Path.of("schemas", "plan-v1.schema.json")), InputFormat.JSON);
    String plan = Files.readString(golden.folder().resolve("plan.json"));
    assertThat(schema.validate(plan, InputFormat.JSON)).isEmpty();
  }

  @Test
  void theUpdateSwitchIsOff() {
    assertThat(updating())
        .as("-Dcloudsyncctl.update=true has rewritten the expected files: run again without it")
        .isFalse();
  }
}
