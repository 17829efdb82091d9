package io.cloudsyncctl.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.report.model.ReportRenderer;
import io.cloudsyncctl.report.model.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Expected reports in {@code src/test/resources/reports/SAMPLE/}; {@code
 * -Dcloudsyncctl.update=true} rewrites them.
 */
public final class ReportGolden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "reports");

  private ReportGolden() {}

  /** The names of the sample reports, for parameterised tests. */
  public static Stream<String> samples() {
    return SampleReports.all().keySet().stream();
  }

  /** Compares a sample's report with its file, and gives it back. */
  public static String check(String sample, String fileName, ReportRenderer renderer)
      throws IOException {
    RunReport report = SampleReports.get(sample);
    String actual = renderer.render(report);
    Path path = FOLDER.resolve(sample).resolve(fileName);
    if (Boolean.getBoolean("cloudsyncctl.update")) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, actual);
    }
    assertThat(actual).as("%s of %s", fileName, sample).isEqualTo(Files.readString(path));
    return actual;
  }
}
