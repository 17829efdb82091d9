package io.cloudsyncctl.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cloudsyncctl.report.ReportGolden;
import io.cloudsyncctl.report.wording.Escaper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports as programs read them. */
class JsonReportRendererTest {
  private static final String BASE = "https://example.org/";

  /** The report's schema names the plan's, which lies beside it. */
  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(JsonReportRendererTest::schemaFile))
        .getSchema(SchemaLocation.of(BASE + "report-v1.schema.json"));
  }

  private static @Nullable String schemaFile(String iri) {
    try {
      return iri.startsWith(BASE)
          ? Files.readString(Path.of("schemas", iri.substring(BASE.length())))
          : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("io.cloudsyncctl.report.ReportGolden#samples")
  void everyRunKeepsToTheSchema(String sample) throws IOException {
    String json = ReportGolden.check(sample, "report.json", new JsonReportRenderer());
    assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    assertThat(json.codePoints().allMatch(c -> c == '\n' || Escaper.safe(c))).isTrue();
  }
}
