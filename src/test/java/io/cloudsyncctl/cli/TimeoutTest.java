package io.cloudsyncctl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.session.Deadlines;
import io.cloudsyncctl.dsm.session.SessionOptions;
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
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time for all work on a NAS runs on a clock that only the requests of these tests move. */
class TimeoutTest {
  private static final String HINT =
      "the NAS may be busy or waking its disks: try again, or allow more time with --timeout";

  private static final String RUN = "20260301T120000Z";

  private static final String FASTER =
      """
      connections:
        - name: Dropbox
          settings: { max_upload_speed: 4096 }
      """;

  private static final String FILTERS =
      """
      connections:
        - name: Dropbox
          settings: { max_upload_speed: 4096 }
          tasks:
            - local_path: /projects/Harbour Offices/Exchange
              cloud_path: /Harbour Offices
              filters: { filtered_extensions: [bak, dwl] }
      """;

  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));
  private final AtomicLong now = new AtomicLong();
  private final List<Slow> faults = new CopyOnWriteArrayList<>();
  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());

  @BeforeEach
  void open() {
    shell = new Shell(folder);
    nas.injectFaults(
        new FaultInjector() {
          @Override
          public synchronized FaultSpec.@Nullable OfRequest onRequest(RecordedRequest request) {
            FaultSpec.OfRequest fault = null;
            for (Slow slow : faults) {
              FaultSpec.OfRequest one = slow.of(request);
              fault = one == null ? fault : one;
            }
            return fault;
          }
        });
  }

  @AfterEach
  void close() {
    assertThat(nas.activeSessions()).as("sessions that were not logged out").isZero();
    nas.close();
  }

  @Test
  void aNasThatCannotBeReadInFiveMinutesIsUnreachable() {
    takes("get_config", 1, Duration.ofMinutes(5));

    Shell.Result result = run("plan", file());

    assertThat(result.err())
        .isEqualTo(
            """
            office: request: error[nas-timeout]: the time for all work on this NAS, 5 min, is over
              hint: %s
            1 error
            """
                .formatted(HINT));
    assertThat(result.code()).isEqualTo(5);
  }

  @Test
  void theLimitIsAnOption() {
    takes("get_config", 1, Duration.ofMinutes(5));
    assertThat(run("plan", "--timeout", "6m", file()).code()).isZero();

    takes("list_conn", 1, Duration.ofSeconds(91));
    Shell.Result ping = run("ping", "--timeout", "90s", file());
    assertThat(ping.code()).as("one call is all that it asks").isZero();

    takes("login", 1, Duration.ofSeconds(91));
    Shell.Result export = run("export", "--timeout", "90s", file());
    assertThat(export.code()).isEqualTo(5);
    assertThat(export.err()).contains("the time for all work on this NAS, 90 s, is over");
  }

  @Test
  void aNoughtIsNoLimit() {
    takes("get_config", 1, Duration.ofDays(1));
    assertThat(run("plan", "--timeout", "0s", file()).code()).isZero();
  }

  @Test
  void whatIsNoTimeIsRefused() {
    Shell.Result result = run("plan", "--timeout", "soon", file());
    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err()).contains("expected a time such as 30s, 10m or 1h");
  }

  @Test
  void anApplyHasHalfAnHourForReadingAndWritingTogether() {
    takes("get_config", 2, Duration.ofMinutes(15));
    assertThat(apply(file()).code()).isZero();
    nas.clearRequests();

    String other = shell.declare("office", nas, FILTERS.replace("4096", "512")).toString();
    takes("get_config", 1, Duration.ofMinutes(15));
    faults.add(new Slow("get_config", 2, Duration.ofMinutes(15)));
    Shell.Result result = apply(other);

    assertThat(result.err())
        .isEqualTo(
            """
            office: request: error[nas-timeout]: the time for all work on this NAS, 30 min, is over
              hint: %s
            1 error
            """
                .formatted(HINT));
    assertThat(result.code()).as("the NAS could not be read again").isEqualTo(5);
    assertThat(writes()).isEmpty();
  }

  @Test
  void theTimeOfObservingComesOnTop() {
    takes("get_config", 2, Duration.ofMinutes(35));
    faults.add(new Slow("get_log", 2, Duration.ofMinutes(10)));
    Shell.Result result = apply(file(), "--observe", "10m");
    assertThat(result.code()).as(result.out() + result.err()).isZero();
    assertThat(result.err()).contains("watching the changed connections");
  }

  @Test
  void whereNothingWasWrittenWhenTheTimeEndsTheApplyHasFailed() {
    takes("get_connection_setting", 3, Duration.ofMinutes(30), "connection_id", 1);

    Shell.Result result = apply(shell.declare("office", nas, FASTER).toString());

    assertThat(result.out())
        .endsWith(
            """
              FAILED  office/Dropbox: write the connection settings
                office: set_connection_setting: error[nas-timeout]: the time for all work on this NAS, 30 \
            min, is over
                  hint: %1$s

            office: request: error[nas-timeout]: the time for all work on this NAS, 30 min, is over
              hint: %1$s

            Apply failed. Nothing was changed.
            """
                .formatted(HINT));
    assertThat(result.code()).isEqualTo(1);
    assertThat(writes()).isEmpty();
  }

  @Test
  void whereSomethingWasWrittenItIsPartlyAppliedAndWhatRestsStaysPaused() {
    takes("set_selective_sync_config", 1, Duration.ofMinutes(30));
    String file = file();

    Shell.Result result = apply(file);

    assertThat(result.out())
        .contains(
            """
              done    office/Dropbox: pause
              done    office/Dropbox: write the connection settings
              FAILED  office/Dropbox/projects/Harbour Offices/Exchange:/Harbour Offices: write the \
            filters
                office: request: error[nas-timeout]: the time for all work on this NAS, 30 min, is over
                  hint: %s
                The NAS may have done it all the same: plan again to see.
            """
                .formatted(HINT))
        .contains("office: \"Dropbox\": warning[left-paused]: the connection stays paused")
        .contains("Apply incomplete: 2 operations done, and office is not as declared.");
    assertThat(result.code()).isEqualTo(4);
    assertThat(status()).isEqualTo("pause");
    assertThat(shell.run("show", RUN, "--state-dir", state()).out())
        .contains("  ended    partly applied\n")
        .contains("  uncertain  office/Dropbox/projects/Harbour Offices")
        .contains("  not tried  office/Dropbox: resume\n");

    faults.clear();
    Shell.Result again = apply(file);
    assertThat(again.code()).as(again.out()).isZero();
    assertThat(again.err()).contains("note[run-unfinished]");
    assertThat(status()).isEqualTo("uptodate");
  }

  @Test
  void aWriteThatIsUnderWayWhenTheTimeEndsIsGivenUpAndMayHaveHappened() {
    takes("get_connection_setting", 3, Duration.ofMinutes(30).minusMillis(200), "connection_id", 1);
    faults.add(
        new Slow("set_connection_setting", 1, Duration.ofMillis(200)) {
          @Override
          FaultSpec.OfRequest fault() {
            return new FaultSpec.Delay(Duration.ofHours(1), false);
          }
        });

    Shell.Result result = apply(shell.declare("office", nas, FASTER).toString());

    assertThat(result.out())
        .contains(
            """
              FAILED  office/Dropbox: write the connection settings
                office: set_connection_setting: error[nas-timeout]: the time for \
            all work on this NAS, 30 min, is over
                  hint: %s
                The NAS may have done it all the same: plan again to see.
            """
                .formatted(HINT));
    assertThat(result.code()).isEqualTo(4);
  }

  private void takes(String method, int number, Duration time) {
    now.set(0);
    faults.clear();
    faults.add(new Slow(method, number, time));
  }

  private void takes(String method, int number, Duration time, String parameter, long id) {
    now.set(0);
    faults.clear();
    faults.add(new Slow(method, number, time, parameter, id));
  }

  /** The n-th call of a method takes so long. */
  private class Slow {
    private final String method;
    private final int number;
    private final Duration time;
    private final @Nullable String parameter;
    private final long id;
    private int seen;

    Slow(String method, int number, Duration time) {
      this(method, number, time, null, 0);
    }

    Slow(String method, int number, Duration time, @Nullable String parameter, long id) {
      this.method = method;
      this.number = number;
      this.time = time;
      this.parameter = parameter;
      this.id = id;
    }

    FaultSpec.@Nullable OfRequest fault() {
      return null;
    }

    FaultSpec.@Nullable OfRequest of(RecordedRequest request) {
      for (RecordedCall call : request.calls()) {
        boolean meant =
            call.method().equals(method)
                && (parameter == null
                    || call.parameters().path(parameter).asString("").equals(Long.toString(id)));
        if (meant && ++seen == number) {
          now.addAndGet(time.toNanos());
          return fault();
        }
      }
      return null;
    }
  }

  private String file() {
    return shell.declare("office", nas, FILTERS).toString();
  }

  private Shell.Result apply(String file, String... more) {
    return run(
        Stream.concat(
                Stream.of(
                    "apply", "--yes", "--accept-risk", "data-loss:*", "--state-dir", state(), file),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private String state() {
    return folder.resolve("state").toString();
  }

  private Shell.Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Ticker ticker =
        new Ticker() {
          @Override
          public long read() {
            return now.get();
          }
        };
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream(),
            Map.of("NAS_PASSWORD", "simulated")::get,
            false,
            100,
            folder.resolve("home"),
            () -> Shell.NOW.plusNanos(now.get()),
            new Interruption(time -> now.addAndGet(time.toNanos())),
            new Connecting(
                SessionOptions.standard()
                    .withDeadlines(new Deadlines(Duration.ofMinutes(2), null, ticker)),
                DsmEndpoint.Timeouts.DEFAULT),
            new RunLog());
    int code = new CloudSyncCommandLine(console).execute(arguments);
    return new Shell.Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private String status() {
    return nas.state().toJson().at("/list_conn/conn/0/status").asString("");
  }

  private List<String> writes() {
    return nas.requests().stream()
        .map(RecordedRequest::calls)
        .flatMap(List::stream)
        .filter(call -> call.api().equals("SYNO.CloudSync"))
        .map(RecordedCall::method)
        .filter(method -> !method.startsWith("get_") && !method.startsWith("list_"))
        .toList();
  }
}
