package io.cloudsyncctl.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected texts in files; {@code -Dcloudsyncctl.update=true} rewrites them. */
public final class Golden {
  private static final Path FOLDER =
      Path.of("src", "test", "resources", "io", "cloudsyncctl", "report");

  private Golden() {}

  public static void check(String file, String actual) throws IOException {
    Path path = FOLDER.resolve(file);
    if (Boolean.getBoolean("cloudsyncctl.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(path, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(path));
  }
}
