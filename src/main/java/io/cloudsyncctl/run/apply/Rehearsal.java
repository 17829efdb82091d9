package io.cloudsyncctl.run.apply;

import io.cloudsyncctl.apply.execute.ApplyListener;
import io.cloudsyncctl.apply.execute.ApplyRun;
import io.cloudsyncctl.apply.execute.KeptValues;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.diagnostic.ExitCode;
import io.cloudsyncctl.report.model.Applied;
import io.cloudsyncctl.run.NasAccess;
import io.cloudsyncctl.run.OpenNas;
import io.cloudsyncctl.run.RunContext;
import io.cloudsyncctl.run.plan.Reading;
import io.cloudsyncctl.state.RecordKeeper;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A plan carried out on a twin of the NAS: a simulated one that answers as the NAS did, with
 * placeholders for the credentials. The NAS itself sees no write, and the record of what was
 * written to it is not touched.
 */
public final class Rehearsal {
  private Rehearsal() {}

  static ExitCode rehearse(Reading reading, RunContext run) {
    ApplyResult result = result(reading, run.nas(), run.clock());
    run.log().applied(reading.plan().nas(), Applied.Status.REHEARSED, Optional.of(result));
    run.output().rehearsed(result);
    return switch (result.status()) {
      case NOTHING_TO_DO, APPLIED -> ExitCode.OK;
      case MANUAL_STEPS_REMAIN -> ExitCode.MANUAL_STEPS_REMAIN;
      case FAILED, PARTLY_APPLIED -> ExitCode.FAILED;
    };
  }

  /** What comes of it. */
  public static ApplyResult result(Reading reading, NasAccess access, InstantSource clock) {
    try (OpenNas nas = access.twin(reading.plan().nas(), reading.snapshot().raw())) {
      return new ApplyRun(
              nas.session(),
              RecordKeeper.inMemory(reading.record()),
              clock,
              (_, _) -> true,
              ApplyListener.silent(),
              RunJournal.none(clock),
              RestTerms.pretended((_, _) -> true),
              new KeptValues(),
              "cloudsyncctl apply")
          .apply(reading.pipeline(), reading.plan(), reading.snapshot().live());
    }
  }
}
