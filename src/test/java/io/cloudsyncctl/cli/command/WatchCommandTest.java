package io.cloudsyncctl.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.cli.CloudSyncCommandLine;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.session.RetryPolicy;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.notify.Receiver;
import io.cloudsyncctl.run.Connecting;
import io.cloudsyncctl.run.Interruption;
import io.cloudsyncctl.run.RunLog;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.RecordedCall;
import io.cloudsyncctl.simulator.api.RecordedRequest;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.fault.FaultInjector;
import io.cloudsyncctl.simulator.fault.FaultSpec;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.watch.HandClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Watching a simulated NAS over real HTTP, on a clock that moves when somebody waits. */
class WatchCommandTest {
  private static final int WIDTH = 100;

  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());
  private final HandClock clock = new HandClock();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();

  @TempDir private Path folder;

  @AfterEach
  void close() {
    assertThat(nas.activeSessions()).as("sessions that were not logged out").isZero();
    nas.close();
  }

  private Path declare(int logCount) throws IOException {
    return Files.writeString(
        folder.resolve("office.yaml"),
        """
        version: 1
        nas:
          name: office
          url: %s
          username: admin
          password: ${env:CLOUDSYNC_PASSWORD}
        package:
          log_count: %d
        """
            .formatted(nas.url(), logCount));
  }

  /**
   * Watches.
   *
   * @param between told after each round, when the waiting begins, how many there were
   */
  private int watch(IntConsumer between, String... more) {
    return watchFile(folder.resolve("office.yaml"), between, more);
  }

  private int watchFile(Path file, IntConsumer between, String... more) {
    List<String> arguments = new ArrayList<>(List.of("watch", "--jitter", "0"));
    arguments.add(file.toString());
    arguments.addAll(List.of(more));
    return new CloudSyncCommandLine(console(between)).execute(arguments.toArray(String[]::new));
  }

  private Console console(IntConsumer between) {
    environment.put("CLOUDSYNC_PASSWORD", "simulated");
    RetryPolicy retries = new RetryPolicy(1, Duration.ofMillis(1), _ -> {}, new Random(7));
    int before = rounds().size();
    int[] last = {before};
    return new Console(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        InputStream.nullInputStream(),
        environment::get,
        false,
        WIDTH,
        folder,
        clock,
        new Interruption(clock::pass),
        new Connecting(
            SessionOptions.standard().withRetries(retries),
            DsmEndpoint.Timeouts.DEFAULT,
            time -> {
              int rounds = rounds().size();
              if (rounds != last[0]) {
                last[0] = rounds;
                between.accept(rounds - before);
              }
              clock.pass(time);
            }),
        new RunLog());
  }

  private List<String> rounds() {
    return out.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("2026-03-01T") && line.contains("; next round "))
        .toList();
  }

  private void setLogCount(int logCount) {
    nas.state().edit(state -> state.withObject("/get_config").put("log_count", logCount));
  }

  private void declareUnchecked(int logCount) {
    try {
      declare(logCount);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void eachRoundHasALineAndOnlyAChangeIsTold() throws Exception {
    declare(20_000);
    int code =
        watch(
            round -> {
              if (round == 2) {
                setLogCount(5_000);
              }
            },
            "--rounds",
            "4");
    assertThat(code).as("of the last round: %s", err).isEqualTo(2);
    assertThat(rounds())
        .containsExactly(
            "2026-03-01T12:00:00Z Drift: no difference; next round by 2026-03-01T12:15:00Z",
            "2026-03-01T12:15:00Z Drift: no difference; next round by 2026-03-01T12:30:00Z",
            "2026-03-01T12:30:00Z Drift: 1 difference; next round by 2026-03-01T12:45:00Z",
            "2026-03-01T12:45:00Z Drift: 1 difference; next round by 2026-03-01T13:00:00Z");
    assertThat(out.toString(StandardCharsets.UTF_8)).containsOnlyOnce("log_count  5000 → 20000");
  }

  @Test
  void aChangedFileIsLookedAtAtOnce() throws Exception {
    declare(20_000);
    watch(
        round -> {
          if (round == 1) {
            declareUnchecked(7_000);
          }
        },
        "--rounds",
        "2");
    assertThat(rounds())
        .containsExactly(
            "2026-03-01T12:00:00Z Drift: no difference; next round by 2026-03-01T12:15:00Z",
            "2026-03-01T12:00:02Z Drift: 1 difference; next round by 2026-03-01T12:15:02Z");
  }

  @Test
  void aFileThatIsWrongEndsTheRoundAndNotTheWatching() throws Exception {
    declare(20_000);
    int code =
        watch(
            round -> {
              switch (round) {
                case 1 -> declareUnchecked(0);
                case 2 -> declareUnchecked(20_000);
                default -> {}
              }
            },
            "--rounds",
            "3");
    assertThat(code).isZero();
    assertThat(rounds()).hasSize(3);
    assertThat(rounds().get(1)).contains("Drift: no NAS was looked at");
    assertThat(rounds().get(2)).contains("Drift: no difference");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("error[out-of-range]");
  }

  @Test
  void aSingleRoundEndsAsTheCommandWould() throws Exception {
    declare(0);
    assertThat(watch(_ -> {}, "--rounds", "1")).isEqualTo(65);
    declare(20_000);
    assertThat(watch(_ -> {}, "--rounds", "1")).isZero();
    nas.injectFaults(always(new FaultSpec.ClosedConnection(false)));
    assertThat(watch(_ -> {}, "--rounds", "1")).isEqualTo(5);
    nas.injectFaults(new FaultInjector() {});
    Path removal =
        Files.writeString(
            folder.resolve("office.yaml"),
            Files.readString(folder.resolve("office.yaml"))
                + """
                connections:
                  - name: Dropbox
                    tasks:
                      - {local_path: /projects/Templates, cloud_path: /Office templates, state: absent}
                """);
    assertThat(removal).exists();
    assertThat(watch(_ -> {}, "--rounds", "1", "--mode", "apply", "--state-dir", state()))
        .as("%s", err)
        .isEqualTo(3);
  }

  private static FaultInjector always(FaultSpec.OfRequest fault) {
    return new FaultInjector() {
      @Override
      public FaultSpec.OfRequest onRequest(RecordedRequest request) {
        return fault;
      }
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"--interval", "--timeout"})
  void aTimeThatIsTooLongIsSaidToBe(String option) throws Exception {
    declare(20_000);
    for (String time : List.of("9223372036854775807s", "9001h", "99999999999999999999999h")) {
      err.reset();
      assertThat(watch(_ -> {}, "--rounds", "1", option, time)).isEqualTo(64);
      assertThat(err.toString(StandardCharsets.UTF_8))
          .contains(option)
          .contains("expected a time such as 30s, 10m or 1h, 9000h at most");
    }
    assertThat(watch(_ -> {}, "--rounds", "1", option, "9000h")).isZero();
  }

  @Test
  void aSavedPlanIsCarriedOutOnceAndNotWatched() throws Exception {
    declare(9_000);
    Path plan = folder.resolve("office.plan.json");
    assertThat(
            new CloudSyncCommandLine(console(_ -> {}))
                .execute("plan", folder.resolve("office.yaml").toString(), "--out", "" + plan))
        .isZero();
    declareUnchecked(8_000);
    int before = nas.requests().size();
    assertThat(watchFile(plan, _ -> {}, "--rounds", "2", "--mode", "apply", "--state-dir", state()))
        .isEqualTo(64);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(
            "error[bad-usage]: "
                + plan
                + " is a saved plan, and watch takes YAML\n"
                + "  hint: carry out a saved plan with: cloudsyncctl apply "
                + plan);
    assertThat(nas.requests()).hasSize(before);

    Path named = Files.copy(folder.resolve("office.yaml"), folder.resolve("named.yaml"));
    int code =
        watchFile(
            named,
            round -> {
              if (round == 1) {
                moveUnchecked(plan, named);
              }
            },
            "--rounds",
            "2",
            "--mode",
            "apply",
            "--state-dir",
            state());
    assertThat(code).as("a file that becomes one between two rounds").isEqualTo(64);
    assertThat(nas.state().toJson().at("/get_config/log_count").asInt()).isEqualTo(8_000);
  }

  private static void moveUnchecked(Path from, Path to) {
    try {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aNasThatIsAwayIsTriedLessAndLessAndFoundAgain() throws Exception {
    declare(20_000);
    nas.injectFaults(always(FaultSpec.badGateway()));
    List<Integer> asked = new ArrayList<>();
    watch(
        round -> {
          asked.add(nas.requests().size());
          nas.clearRequests();
          if (round == 4) {
            nas.injectFaults(new FaultInjector() {});
          }
        },
        "--rounds",
        "9");
    assertThat(asked.stream().map(requests -> requests > 0))
        .containsExactly(true, true, false, true, false, false, false, true);
    assertThat(rounds().get(2)).contains("Drift: nothing is known; 1 NAS could not be read");
    assertThat(rounds().get(8)).contains("Drift: no difference");
  }

  @Test
  void aRefusedLoginIsNotRepeatedUntilTheFilesChange() throws Exception {
    declare(20_000);
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable ApiError onCall(RecordedCall call) {
            return call.method().equals("login") ? new FaultSpec.ApiError(400) : null;
          }
        });
    List<Long> logins = new ArrayList<>();
    watch(
        round -> {
          logins.add(logins());
          nas.clearRequests();
          if (round == 4) {
            declareUnchecked(30_000);
          }
        },
        "--rounds",
        "6");
    assertThat(logins).containsExactly(1L, 0L, 0L, 0L, 1L);
  }

  private long logins() {
    return nas.requests().stream()
        .flatMap(request -> request.calls().stream())
        .filter(call -> call.method().equals("login"))
        .count();
  }

  @Test
  void applyingMakesItSoAndAsksNobody() throws Exception {
    declare(9_000);
    watch(_ -> {}, "--rounds", "2", "--mode", "apply", "--state-dir", state());
    assertThat(nas.state().toJson().at("/get_config/log_count").asInt()).isEqualTo(9_000);
    assertThat(rounds())
        .containsExactly(
            "2026-03-01T12:00:00Z Apply: applied; next round by 2026-03-01T12:15:00Z",
            "2026-03-01T12:15:00Z Apply: nothing to do; next round by 2026-03-01T12:30:00Z");
  }

  @Test
  void whatTheNasKeepsOtherwiseIsNotWrittenInEveryRound() throws Exception {
    nas.behaviours().set("round=log_count:1000");
    declare(9_500);
    List<Long> writes = new ArrayList<>();
    int code =
        watch(
            round -> {
              writes.add(writes());
              if (round == 2) {
                declareUnchecked(8_400);
              }
            },
            "--rounds",
            "4",
            "--mode",
            "apply",
            "--state-dir",
            state());
    writes.add(writes());
    assertThat(code).isEqualTo(4);
    assertThat(writes).as("one for each declaration").containsExactly(1L, 1L, 2L, 2L);
    assertThat(out.toString(StandardCharsets.UTF_8) + err)
        .contains("not written once more, since the NAS keeps another value");
  }

  private long writes() {
    return nas.requests().stream()
        .flatMap(request -> request.calls().stream())
        .filter(call -> call.method().equals("set_global_config"))
        .count();
  }

  private String state() {
    return folder.resolve("state").toString();
  }

  @Test
  void reportsAreWrittenInEachRoundAndChangesAreTold() throws Exception {
    declare(20_000);
    Path report = folder.resolve("out").resolve("report.json");
    try (Receiver receiver = new Receiver()) {
      environment.put("HOOK", receiver.url());
      watch(
          round -> {
            switch (round) {
              case 1, 2 -> setLogCount(5_000);
              case 3 -> setLogCount(20_000);
              default -> {}
            }
          },
          "--rounds",
          "4",
          "--state-dir",
          state(),
          "--report",
          "json=" + report,
          "--notify",
          "json=env:HOOK");
      assertThat(receiver.bodies()).hasSize(2);
      assertThat(receiver.bodies().get(0)).contains("\"state\":\"differs\"");
      assertThat(receiver.bodies().get(1))
          .contains("\"state\":\"in sync\"")
          .contains("\"was\":\"differs\"");
    }
    assertThat(Files.readString(report)).contains("\"started\": \"2026-03-01T12:45:00Z\"");
  }

  @Test
  void aRunThatBreaksIsToldAndSoIsThatItNoLongerDoesAndThatItDoesAgain() throws Exception {
    declare(20_000);
    try (Receiver receiver = new Receiver()) {
      environment.put("HOOK", receiver.url());
      watch(
          round -> declareUnchecked(round == 3 ? 20_000 : 0),
          "--rounds",
          "5",
          "--state-dir",
          state(),
          "--notify",
          "json=env:HOOK");
      List<JsonNode> told =
          receiver.bodies().stream().map(body -> JsonMapper.shared().readTree(body)).toList();
      assertThat(told).hasSize(3);
      assertThat(told)
          .allSatisfy(one -> assertThat(one.path("news")).hasSize(1))
          .noneMatch(one -> one.at("/news/0").has("nas"));
      assertThat(told.stream().map(one -> one.at("/news/0/state").asString()))
          .containsExactly("failed", "in sync", "failed");
      assertThat(told.get(1).at("/news/0/was").asString()).isEqualTo("failed");
    }
  }

  @Test
  void whoeverAsksIsToldHowItIs() throws Exception {
    declare(20_000);
    List<String> answers = new ArrayList<>();
    watch(
        round -> {
          answers.add(ask("/healthz"));
          answers.add(ask("/metrics"));
        },
        "--rounds",
        "2",
        "--listen",
        "0");
    assertThat(answers.get(0)).isEqualTo("ok\n");
    assertThat(answers.get(1))
        .contains("cloudsyncctl_nas_unreachable{nas=\"office\"} 0.0")
        .contains("cloudsyncctl_watch_rounds_total 1");
  }

  @Test
  void aNasThatHangsIsNoIllnessOfTheWatching() throws Exception {
    declare(20_000);
    List<String> answers = new ArrayList<>();
    AtomicBoolean hangs = new AtomicBoolean(true);
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
            return hangs.getAndSet(false)
                ? new FaultSpec.Held(
                    () -> {
                      clock.pass(Duration.ofMinutes(2));
                      answers.add(ask("/healthz"));
                      clock.pass(Duration.ofMinutes(5));
                      answers.add(ask("/healthz"));
                    },
                    () -> {})
                : null;
          }
        });
    watch(_ -> answers.add(ask("/healthz")), "--interval", "10s", "--rounds", "3", "--listen", "0");
    assertThat(answers).containsExactly("ok\n", "no round ends, or none begins\n", "ok\n");
    assertThat(rounds().get(0)).endsWith("; next round at once");
  }

  private String ask(String path) {
    String text = err.toString(StandardCharsets.UTF_8);
    String base = text.substring(text.indexOf("http://")).lines().findFirst().orElseThrow();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(base + path)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatNobodyDeclaredCountsWhereThatIsAskedUntilTheIgnoreFileSaysOtherwise() throws Exception {
    declare(20_000);
    Path ignores = Files.writeString(folder.resolve("ignores.yaml"), "version: 1\nignores: []\n");
    watch(
        round -> {
          if (round == 1) {
            ignoreEverything(ignores);
          }
        },
        "--rounds",
        "2",
        "--unmanaged",
        "--ignore-file",
        ignores.toString());
    assertThat(rounds().get(0)).startsWith("2026-03-01T12:00:00Z Drift: 4 differences");
    assertThat(rounds().get(1)).startsWith("2026-03-01T12:00:02Z Drift: no difference");
  }

  private static void ignoreEverything(Path file) {
    try {
      Files.writeString(
          file,
          """
          version: 1
          ignores:
            - address: office/*
              owner: anna
              reason: not ours
              expires: 2026-12-31
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aWebhooksUrlStandsInNoCommandLine() throws Exception {
    declare(20_000);
    int code = watch(_ -> {}, "--notify", "slack=https://hooks.example.org/s3cr3t");
    assertThat(code).isEqualTo(64);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("the webhook's URL is a secret and stands in no command line")
        .doesNotContain("s3cr3t");
  }
}
