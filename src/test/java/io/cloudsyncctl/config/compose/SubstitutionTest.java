package io.cloudsyncctl.config.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.catalog.ConnectionSettings;
import io.cloudsyncctl.catalog.PackageSettings;
import io.cloudsyncctl.config.Loading;
import io.cloudsyncctl.config.RandomStates;
import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.desired.DesiredState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code ${env:…}}, {@code ${file:…}} and {@code ${var:…}}. */
class SubstitutionTest {
  @TempDir Path folder;

  private String account(Map<String, String> environment, String written) throws IOException {
    Path file =
        Loading.write(
            folder,
            "state.yaml",
            Loading.NAS
                + "vars: { site: berlin, nested: \"${var:site}-${env:N:-1}\", number: 12 }\n"
                + "connections:\n  - name: A\n    account: "
                + written
                + "\n");
    DesiredConnection connection =
        Loading.state(Loading.with(environment), file).connections().getFirst();
    return Objects.requireNonNull(connection.account()).value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ${env:SET}                | value
          x-${env:SET}-${env:SET}   | x-value-value
          ${env:UNSET:-default}     | default
          ${env:EMPTY:-default}     | default
          a${env:EMPTY}b            | ab
          ${env:SET:-default}       | value
          ${env:UNSET:-a:-b}        | a:-b
          $${env:SET}               | ${env:SET}
          $${env:SET}${env:SET}     | ${env:SET}value
          5$ and $                  | 5$ and $
          ${var:site}               | berlin
          ${var:nested}             | berlin-1
          ${var:number}             | 12
          ${file:text.txt}          | from a file
          "a\\t${env:SET}"          | a\tvalue
          """)
  void referencesAreReplacedInTexts(String written, String expected) throws IOException {
    Loading.write(folder, "text.txt", "from a file\n");
    assertThat(account(Map.of("SET", "value", "EMPTY", ""), written))
        .isEqualTo(expected.replace("\\t", "\t"));
  }

  @Test
  void variablesOfTheCommandLineWinOverFilesAndTheDocument() throws IOException {
    Path one = Loading.write(folder, "one.vars", "a: file1\nb: file1\nc: 3\n");
    Path two = Loading.write(folder, "two.vars", "b: file2\n");
    Path file =
        Loading.write(
            folder,
            "state.yaml",
            Loading.NAS
                + "vars: { a: own, b: own, c: own, d: own, e: own }\n"
                + "connections:\n  - name: ${var:a} ${var:b} ${var:c} ${var:d} ${var:e}\n");
    LoadOptions options =
        new LoadOptions(
            ImmutableMap.of("a", "line", "d", "line"),
            ImmutableList.of(one, two),
            _ -> null,
            false,
            ImmutableList.of());
    assertThat(Loading.state(options, file).connections().getFirst().name().value())
        .isEqualTo("line file2 3 line own");
  }

  @Test
  void aSubstitutedNumberOrBooleanIsOneWhereOneIsDue() throws IOException {
    Path file =
        Loading.write(
            folder,
            "state.yaml",
            Loading.NAS
                + """
                package: { workers: "${env:N}", admin_mode: "${env:B}", pkg_volume: "${env:N}" }
                connections:
                  - name: ${env:N}
                    paused: ${env:B}
                    settings: { pull_event_period: "${env:D}", part_size: "1${env:N}" }
                """);
    DesiredState state =
        Loading.state(Loading.with(Map.of("N", "5", "B", "true", "D", "2m")), file);
    assertThat(state.packageSettings().get(PackageSettings.WORKERS).orElseThrow().value())
        .isEqualTo(5L);
    assertThat(state.packageSettings().get(PackageSettings.ADMIN_MODE).orElseThrow().value())
        .isTrue();
    assertThat(state.packageSettings().get(PackageSettings.PKG_VOLUME).orElseThrow().value())
        .isEqualTo("5");
    DesiredConnection connection = state.connections().getFirst();
    assertThat(connection.name().value()).isEqualTo("5");
    assertThat(
            connection.settings().get(ConnectionSettings.PULL_EVENT_PERIOD).orElseThrow().value())
        .isEqualTo(120L);
    assertThat(connection.settings().get(ConnectionSettings.PART_SIZE).orElseThrow().value())
        .isEqualTo(15L);
  }

  @Test
  void credentialsMayBeMissingWhereNoLoginFollows() throws IOException {
    Path file =
        Loading.write(
            folder,
            "state.yaml",
            Loading.NAS + "  username: ${env:USER_NAME}\n  password_file: not-there.txt\n");
    DesiredState state = Loading.state(Loading.offline(), file);
    assertThat(state.nas().username()).isNull();
    assertThat(state.nas().password()).isNull();
  }

  static IntStream seeds() {
    return IntStream.range(0, 500);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void substitutedTextIsNeverReadAsYaml(int seed) throws IOException {
    Random random = new Random(seed);
    String text = RandomStates.text(random);
    assertThat(account(Map.of("X", text), random.nextBoolean() ? "${env:X}" : "'${env:X}'"))
        .as("seed %d", seed)
        .isEqualTo(text);
  }
}
