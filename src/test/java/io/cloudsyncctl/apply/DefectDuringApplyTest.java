package io.cloudsyncctl.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.apply.execute.ApplyListener;
import io.cloudsyncctl.apply.execute.ApplyRun;
import io.cloudsyncctl.apply.execute.KeptValues;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.operation.Operation;
import io.cloudsyncctl.apply.operation.OperationOutcome;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.cloudsync.method.CloudSyncApi;
import io.cloudsyncctl.cloudsync.read.LiveStateReader;
import io.cloudsyncctl.cloudsync.read.ReadGateway;
import io.cloudsyncctl.config.Loading;
import io.cloudsyncctl.config.read.ConfigLoader;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticCode;
import io.cloudsyncctl.dsm.ApiCall;
import io.cloudsyncctl.dsm.ApiResult;
import io.cloudsyncctl.dsm.Credentials;
import io.cloudsyncctl.dsm.DsmEndpoint;
import io.cloudsyncctl.dsm.DsmGateway;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A defect of the program after a write ends the apply as any other failure does. */
class DefectDuringApplyTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

  @TempDir Path folder;

  @Test
  void itIsAFailureThatMayHaveWrittenAndTellsWhatStaysPaused() throws IOException {
    try (SimulatedNas nas = SimulatedNas.start(SimulatedState.demo(), SimulatorOptions.defaults());
        DsmSession session =
            CloudSyncApi.open(
                new DsmEndpoint("office", nas.url(), new NasTarget.Tls.SystemTrust()),
                new Credentials("admin", new Secret("simulated"), NasTarget.DEFAULT_SESSION),
                SessionOptions.standard())) {
      ApplyResult result = apply(new Defective(session, "set_session_setting"), newTask(nas));

      assertThat(result.status()).isEqualTo(ApplyResult.Status.PARTLY_APPLIED);
      assertThat(result.outcomes().stream().filter(OperationOutcome.Failed.class::isInstance))
          .singleElement()
          .satisfies(outcome -> {
            OperationOutcome.Failed failed = (OperationOutcome.Failed) outcome;
            assertThat(failed.operation()).isInstanceOf(Operation.WriteGroup.class);
            assertThat(failed.uncertain()).isTrue();
            assertThat(failed.diagnostic().code()).isEqualTo(DiagnosticCode.INTERNAL_ERROR);
            assertThat(failed.diagnostic().message())
                .startsWith(
                    "this is a defect of cloudsyncctl (IllegalStateException: the line of code at"
                        + " fault at DefectDuringApplyTest.java:")
                .endsWith("); whether the NAS did it is not known");
          });
      assertThat(result.notes())
          .extracting(Diagnostic::code)
          .containsExactly(DiagnosticCode.LEFT_PAUSED);
    }
  }

  private ApplyResult apply(DsmGateway gateway, DesiredState desired) {
    LiveState live = LiveStateReader.read(ReadGateway.over(gateway)).live();
    Plan plan =
        Differ.diff(desired, live, SettingsRecord.empty("office"), false, Recreation.none());
    return new ApplyRun(
            gateway,
            RecordKeeper.inMemory(SettingsRecord.empty("office")),
            CLOCK,
            (_, _) -> true,
            ApplyListener.silent(),
            RunJournal.none(CLOCK),
            RestTerms.pretended((_, _) -> false),
            new KeptValues(),
            "cloudsyncctl apply office.yaml")
        .apply(
            (now, record) -> Differ.diff(desired, now, record, false, Recreation.none()),
            plan,
            live);
  }

  private DesiredState newTask(SimulatedNas nas) throws IOException {
    Path file = folder.resolve("office.yaml");
    Files.writeString(
        file,
        """
        version: 1
        nas: { name: office, url: "%s" }
        connections:
          - name: Amazon S3
            tasks:
              - local_path: /archive/2024
                cloud_path: /archive/2024
                sync_direction: ONLY_UPLOAD
                consistency_check: true
                no_delete_on_cloud: true
                convert_gd: false
        """
            .formatted(nas.url()));
    return new ConfigLoader().load(List.of(file), Loading.offline()).states().getFirst();
  }

  /** A session whose code has a defect where one method is called. */
  private record Defective(DsmGateway session, String method) implements DsmGateway {
    @Override
    public String nas() {
      return session.nas();
    }

    @Override
    public ApiResult call(ApiCall call) {
      fail(call);
      return session.call(call);
    }

    @Override
    public ImmutableList<ApiResult> readAll(List<ApiCall> calls) {
      return session.readAll(calls);
    }

    @Override
    public ImmutableList<ApiResult> callInOrder(List<ApiCall> calls) {
      calls.forEach(this::fail);
      return session.callInOrder(calls);
    }

    private void fail(ApiCall call) {
      if (call.method().equals(method)) {
        throw new IllegalStateException("the line of code at fault");
      }
    }
  }
}
