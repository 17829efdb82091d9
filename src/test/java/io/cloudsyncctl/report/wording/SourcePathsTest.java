package io.cloudsyncctl.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code hosts name files from the root of what was checked out. */
class SourcePathsTest {
  private static final SourcePaths BELOW =
      new SourcePaths(Path.of("/repository/nas"), Optional.of(Path.of("/repository")));

  @ParameterizedTest
  @CsvSource({
    "office.yaml, nas/office.yaml",
    "./office.yaml, nas/office.yaml",
    "../base/all.yaml, base/all.yaml",
    "/repository/base/all.yaml, base/all.yaml",
    "/etc/nas.yaml, /etc/nas.yaml",
    "../../other/nas.yaml, ../../other/nas.yaml"
  })
  void aFileBelowTheRootIsNamedFromThere(String file, String named) {
    assertThat(BELOW.of(file)).isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({
    "my nas/100%.yaml, nas/my%20nas/100%25.yaml",
    "a:b?c#d.yaml, nas/a%3Ab%3Fc%23d.yaml",
    "größe.yaml, nas/gr%C3%B6%C3%9Fe.yaml",
    "/etc/nas.yaml, file:///etc/nas.yaml"
  })
  void aReferenceIsEncoded(String file, String uri) {
    assertThat(BELOW.uri(file)).isEqualTo(uri);
  }

  @Test
  void withoutARootFilesStayAsTheyWereNamed() {
    assertThat(SourcePaths.asNamed().of("../office.yaml")).isEqualTo("../office.yaml");
  }
}
