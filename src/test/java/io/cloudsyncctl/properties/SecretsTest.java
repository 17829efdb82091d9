package io.cloudsyncctl.properties;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.InProcess;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** All with {@code --debug}, so that the texts of exceptions and their causes count too. */
@Tag("slow")
class SecretsTest {
  @TempDir Path folder;

  @Test
  void neither_the_password_nor_any_credential_of_a_connection_is_ever_shown_or_kept() {
    Cases.forEach(
        "no secret in any output",
        30,
        one -> {
          ObjectNode state = LiveStates.of(one.dice());
          Wish wish = Wishes.over(state, one.dice(), Wishes.Mood.PERHAPS_BLOCKED);
          try (Site site = new Site(one, folder, state)) {
            Path file = site.declare(wish);
            Path record = site.folder().resolve("office.record.json");
            if (one.dice().oneIn(4)) {
              site.nas().injectFaults(new RandomFaults(one.dice()));
            }
            run(site, "validate", file);
            run(site, "ping", file);
            run(site, "plan", file, "--format", one.dice().of("text", "json"));
            run(site, "drift", file);
            run(site, "export", file);
            run(site, "capture", file, one.dice().of("--with-activity", "--force"));
            run(site, Site.applyOfAll(file, "--dry-run"));
            run(site, Site.applyOfAll(file, "--yes", "--record", record));
            run(site, "plan", file, "--record", record);
            assertNoneInFiles(site.folder());
          }
        });
  }

  /** Credentials are read for creating tasks only, so these cases all create one. */
  @Test
  void an_answer_full_of_credentials_that_goes_wrong_is_not_quoted() {
    Cases.forEach(
        "no secret in complaints about answers",
        30,
        one -> {
          ObjectNode state;
          Wish wish;
          do {
            state = LiveStates.of(one.dice());
            wish = Wishes.over(state, one.dice(), Wishes.Mood.ANYTHING);
          } while (!wish.createsTask(state));
          try (Site site = new Site(one, folder, state)) {
            Path file = site.declare(wish);
            site.nas().injectFaults(new CutOffCredentials(one.dice()));
            run(site, Site.applyOfAll(file, "--yes"));
            assertNoneInFiles(site.folder());
          }
        });
  }

  private static void run(Site site, Object... command) {
    List<Object> words = new ArrayList<>(List.of("--debug"));
    words.addAll(List.of(command));
    InProcess.Result result = site.run(words.toArray());
    Secrets.assertNoneIn("standard output of " + words, result.out());
    Secrets.assertNoneIn("standard error of " + words, result.err());
    assertThat(result.err()).as("%s", words).doesNotContain("internal-error");
  }

  @Test
  void a_password_that_stands_in_a_file_is_not_shown_however_wrong_the_file_is() {
    Cases.forEach(
        "no secret in complaints about files",
        150,
        one -> {
          Dice dice = one.dice();
          ObjectNode state = LiveStates.of(dice);
          Wish wish = Wishes.over(state, dice, Wishes.Mood.ANYTHING);
          String password = Secrets.PREFIX + dice.hex(12);
          Map<String, Object> nas = new LinkedHashMap<>();
          nas.put("name", dice.of("office", "Office!", ""));
          nas.put("url", dice.of("https://nas.example.lan:5001", "nas", 7));
          switch (dice.below(6)) {
            case 0 -> nas.put("password", List.of(password));
            case 1 -> nas.put("password", Map.of("is", password));
            case 2 -> nas.put("pasword", password);
            case 3 -> nas.put(dice.of("passwd", "Password", "pass"), password);
            case 4 -> {
              nas.put("password", password);
              nas.put("password_file", "password.txt");
            }
            default -> nas.put("password", password);
          }
          Map<String, Object> document = new LinkedHashMap<>();
          document.put("nas", nas);
          document.putAll(wish.yaml());
          String text = YamlWriting.of(document, dice);
          String broken = one.note("YAML", broken(text, dice));
          Path file = Files.createTempDirectory(folder, "site").resolve("office.yaml");
          Files.writeString(file, broken);

          InProcess.Result result =
              InProcess.run(Map.of(), folder, "--debug", "validate", file.toString());

          one.note("result", result);
          Secrets.assertNoneIn("out", result.out());
          Secrets.assertNoneIn("err", result.err());
          assertThat(result.err()).doesNotContain("internal-error");
        });
  }

  /** Damage below the {@code nas:} block, which stands first. */
  private static String broken(String text, Dice dice) {
    int start = text.indexOf("\nversion");
    StringBuilder broken = new StringBuilder(text);
    for (int i = dice.below(3); i > 0; i--) {
      int at = start + 1 + dice.below(broken.length() - start);
      broken.insert(
          at, dice.of("\t", "\"", "'", ":", "- ", "{", "]", "&a ", "*a", "${", "\n", "#"));
    }
    return broken.toString();
  }

  private static void assertNoneInFiles(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Secrets.assertNoneIn(file.toString(), Files.readString(file));
    }
  }

  /** Bad days of the network and of the NAS. */
  private static final class RandomFaults implements FaultInjector {
    private final Dice dice;

    RandomFaults(Dice dice) {
      this.dice = dice;
    }

    @Override
    public synchronized FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
      if (!dice.oneIn(30)) {
        return null;
      }
      return switch (dice.below(4)) {
        case 0 -> new FaultSpec.ClosedConnection(dice.coin());
        case 1 -> FaultSpec.badGateway();
        case 2 -> FaultSpec.htmlPage();
        default -> new FaultSpec.TruncatedAnswer(40 + dice.below(600));
      };
    }

    @Override
    public synchronized FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
      return dice.oneIn(80)
          ? new FaultSpec.ApiError(dice.of(100, 105, 106, 114, 117, 119, 120))
          : null;
    }
  }

  /** Answers that end in the middle of credentials, every time so that no repetition helps. */
  private static final class CutOffCredentials implements FaultInjector {
    private final int bytes;

    CutOffCredentials(Dice dice) {
      this.bytes = 60 + dice.below(500);
    }

    @Override
    public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
      boolean credentials =
          request.calls().stream().anyMatch(call -> call.method().equals("get_conn_auth_info"));
      return credentials ? new FaultSpec.TruncatedAnswer(bytes) : null;
    }
  }
}
