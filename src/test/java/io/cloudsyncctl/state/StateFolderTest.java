package io.cloudsyncctl.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateFolderTest {

  @ParameterizedTest
  @CsvSource({
    "https://NAS.example.lan:5001, https://nas.example.lan:5001",
    "https://nas.example.lan, https://nas.example.lan:443",
    "HTTP://nas.example.lan/, http://nas.example.lan:80",
    "https://proxy.example/a, https://proxy.example:443/a",
    "https://proxy.example/a/, https://proxy.example:443/a",
    "https://proxy.example/x/../a//, https://proxy.example:443/a",
    "https://proxy.example/A, https://proxy.example:443/A",
  })
  void tellsOneNasFromAnotherByTheWholeUrl(String url, String identity) {
    assertThat(StateFolder.identity(URI.create(url))).isEqualTo(identity);
  }

  @Test
  void keepsNothingOfTwoNasBehindOneProxyInOnePlace() {
    Path folder = Path.of("state");
    String a = StateFolder.identity(URI.create("https://proxy.example/a"));
    String b = StateFolder.identity(URI.create("https://proxy.example/b"));

    assertThat(StateFolder.record(folder, "nas", a))
        .isNotEqualTo(StateFolder.record(folder, "nas", b));
    assertThat(StateFolder.journals(folder, "nas", a))
        .isNotEqualTo(StateFolder.journals(folder, "nas", b));
  }
}
