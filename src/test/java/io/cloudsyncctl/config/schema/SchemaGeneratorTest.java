package io.cloudsyncctl.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudsyncctl.catalog.Catalog;
import io.cloudsyncctl.model.setting.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The schema for editors. */
class SchemaGeneratorTest {
  private static final Path FILE = Path.of("schemas/cloudsync-v1.schema.json");

  @Test
  void theCommittedSchemaIsTheGeneratedOne() throws IOException {
    String generated = SchemaGenerator.generate();
    if (Boolean.getBoolean("cloudsyncctl.update")) {
      Files.createDirectories(Path.of("schemas"));
      Files.writeString(FILE, generated);
    }
    assertThat(Files.readString(FILE)).isEqualTo(generated);
  }

  @Test
  void theCommittedSchemaOfIgnoresIsTheGeneratedOne() throws IOException {
    Path file = Path.of("schemas/ignores-v1.schema.json");
    String generated = IgnoreSchema.generate();
    if (Boolean.getBoolean("cloudsyncctl.update")) {
      Files.writeString(file, generated);
    }
    assertThat(Files.readString(file)).isEqualTo(generated);
  }

  @Test
  void theSchemaIsValidByItsOwnMetaSchema() {
    String metaSchema = "https://json-schema.org/draft/2020-12/schema";
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(metaSchema))
                .validate(SchemaGenerator.schema()))
        .isEmpty();
  }

  @Test
  void everySettingOfTheCatalogueIsDescribedAtItsPlace() {
    SchemaWalk walk = new SchemaWalk(SchemaGenerator.schema());
    for (Setting<?> setting : Catalog.ALL) {
      JsonNode place = walk.root();
      for (String step : setting.yamlPath().split("\\.", -1)) {
        boolean list = step.endsWith("[]");
        JsonNode property =
            Objects.requireNonNull(
                walk.property(place, step.replace("[]", "")), setting.yamlPath());
        place = list ? Objects.requireNonNull(walk.items(property), setting.yamlPath()) : property;
      }
      assertThat(place.path("description").asString("")).as(setting.yamlPath()).isNotEmpty();
    }
  }
}
