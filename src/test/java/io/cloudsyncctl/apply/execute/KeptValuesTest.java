package io.cloudsyncctl.apply.execute;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.read.LiveStateReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.config.Loading;
import io.cloudsyncctl.config.read.ConfigLoader;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.session.DsmSession;
import io.cloudsyncctl.dsm.session.SessionOptions;
import io.cloudsyncctl.model.desired.DesiredState;
import io.cloudsyncctl.model.desired.NasTarget;
import io.cloudsyncctl.model.desired.Secret;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.diff.Differ;
import io.cloudsyncctl.plan.match.Recreation;
import io.cloudsyncctl.plan.model.Plan;
import io.cloudsyncctl.simulator.SimulatedNas;
import io.cloudsyncctl.simulator.api.SimulatorOptions;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.state.RecordKeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value that the NAS rounds costs few requests to prove, and is not written again and again. */
class KeptValuesTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

  /** A reading takes three round trips, the look before a write and the write one each. */
  private static final int READING = 3;

  @TempDir Path folder;

  private final SimulatedNas nas =
      SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());
  private final DsmSession session =
      CloudSyncApi.open(
          new DsmEndpoint("office", nas.url(), new NasTarget.Tls.SystemTrust()),
          new Credentials("admin", new Secret("simulated"), NasTarget.DEFAULT_SESSION),
          SessionOptions.standard());
  private final KeptValues kept = new KeptValues();

  @AfterEach
  void close() {
    session.close();
    nas.close();
  }

  @Test
  void whatIsWrittenAndKeptTakesOneLook() throws IOException {
    assertThat(apply("max_upload_speed: 100").status()).isEqualTo(ApplyResult.Status.APPLIED);
    assertThat(nas.requests()).hasSize(1 + 1 + 1 + READING);
  }

  @Test
  void threeEqualLooksProveARoundedValueAndOneReadingTheRest() throws IOException {
    nas.behaviours().set("round=max_upload_speed:64");

    assertThat(apply("max_upload_speed: 100").status())
        .isEqualTo(ApplyResult.Status.PARTLY_APPLIED);
    assertThat(nas.requests()).hasSize(1 + 1 + 3 + READING);
  }

  @Test
  void whatReadsAsBeforeMayLagAndIsLookedAtSevenTimes() throws IOException {
    nas.behaviours().set("ignore=set_connection_setting");

    ApplyResult result = apply("max_upload_speed: 100");
    assertThat(result.status()).isEqualTo(ApplyResult.Status.PARTLY_APPLIED);
    assertThat(nas.requests()).hasSize(1 + 1 + 7 + 7 * READING);
  }

  @Test
  void oneOfTwoValuesThatReadsAsBeforeMayLagAsWell() throws IOException {
    nas.behaviours().set("round=max_upload_speed:64 clamp=max_download_speed:0:0");

    apply("{ max_upload_speed: 100, max_download_speed: 5 }");
    assertThat(nas.requests()).hasSize(1 + 1 + 7 + 7 * READING);
  }

  @Test
  void aValueThatIsKnownToBeKeptOtherwiseIsNotWrittenAgain() throws IOException {
    nas.behaviours().set("round=max_upload_speed:64");
    apply("max_upload_speed: 100");

    ApplyResult again = apply("max_upload_speed: 100");
    assertThat(again.status()).isEqualTo(ApplyResult.Status.PARTLY_APPLIED);
    assertThat(again.outcomes()).isEmpty();
    assertThat(again.notes())
        .extracting(Diagnostic::code, Diagnostic::message)
        .containsExactly(
            Tuple.tuple(
                DiagnosticCode.NOT_CONVERGED,
                "not written once more, since the NAS keeps another value: max_upload_speed (100"
                    + " → 64)"));
    assertThat(nas.requests()).hasSize(READING);
  }

  @Test
  void itIsWrittenAgainBesideAnotherValueAndThenThreeLooksWillDo() throws IOException {
    nas.behaviours().set("round=max_upload_speed:64");
    apply("max_upload_speed: 100");

    apply("{ max_upload_speed: 100, max_download_speed: 5 }");
    assertThat(nas.requests()).hasSize(1 + 1 + 3 + READING);
  }

  @Test
  void itIsWrittenAgainWhereSomebodyHasSetItSince() throws IOException {
    nas.behaviours().set("round=max_upload_speed:64");
    apply("max_upload_speed: 100");
    nas.person("set 1 max_upload_speed 1024");

    apply("max_upload_speed: 100");
    assertThat(writes("set_connection_setting")).isOne();
  }

  @Test
  void aSizeLimitThatIsKeptOtherwiseIsWrittenAgainSinceTheRunHasToStopForIt() throws IOException {
    nas.behaviours().set("round=filtered_max_upload_size:1048576");
    String limit = "filters: { max_upload_size: 1500000 }";
    applyToTask(limit);

    applyToTask(limit);
    assertThat(writes("set_selective_sync_config")).isOne();
  }

  @Test
  void theAdministratorsViewThatTurnsOnDoesNotWriteItTwice() throws IOException {
    nas.state().edit(state -> state.withObject("/get_config").put("admin_mode", "disable"));
    nas.behaviours().set("clamp=worker_count:1:10");

    ApplyResult result = applyYaml("package: { admin_mode: true, workers: 15 }");
    assertThat(result.status()).isEqualTo(ApplyResult.Status.PARTLY_APPLIED);
    assertThat(writes("set_global_config")).isOne();
  }

  private long writes(String method) {
    return nas.requests().stream()
        .flatMap(request -> request.calls().stream())
        .filter(call -> call.method().equals(method))
        .count();
  }

  private ApplyResult apply(String settings) throws IOException {
    return applyYaml(
        """
        connections:
          - name: Dropbox
            settings:
              %s
        """
            .formatted(settings));
  }

  private ApplyResult applyToTask(String task) throws IOException {
    return applyYaml(
        """
        connections:
          - name: Dropbox
            tasks:
              - local_path: /projects/Riverside School/Exchange
                cloud_path: /Riverside School
                %s
        """
            .formatted(task));
  }

  private ApplyResult applyYaml(String yaml) throws IOException {
    Path file = folder.resolve("office.yaml");
    Files.writeString(
        file, "version: 1\nnas: { name: office, url: \"%s\" }\n".formatted(nas.url()) + yaml);
    DesiredState desired =
        new ConfigLoader().load(List.of(file), Loading.offline()).states().getFirst();
    LiveState live = LiveStateReader.read(ReadGateway.over(session)).live();
    Plan plan =
        Differ.diff(desired, live, SettingsRecord.empty("office"), false, Recreation.none());
    nas.clearRequests();
    return new ApplyRun(
            session,
            RecordKeeper.inMemory(SettingsRecord.empty("office")),
            CLOCK,
            (_, _) -> true,
            ApplyListener.silent(),
            RunJournal.none(CLOCK),
            RestTerms.pretended((_, _) -> false),
            kept,
            "cloudsyncctl apply office.yaml")
        .apply(
            (now, record) -> Differ.diff(desired, now, record, false, Recreation.none()),
            plan,
            live);
  }
}
