package io.cloudsyncctl.cli;

import io.cloudsyncctl.apply.ApplyListener;
import io.cloudsyncctl.apply.ApplyResult;
import io.cloudsyncctl.apply.ApplyRun;
import io.cloudsyncctl.apply.KeptValues;
import io.cloudsyncctl.apply.RestTerms;
import io.cloudsyncctl.apply.RunJournal;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.simulator.SimulatedState;
import io.cloudsyncctl.state.RecordKeeper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan carried out on a twin of the NAS: a simulated one that was loaded with the raw answers of
 * its getters, with placeholders for the credentials. The NAS itself sees no write, and the record
 * of what was written to it is not touched.
 */
final class Rehearsal {
  private Rehearsal() {}

  static ApplyResult run(Reading reading, Console console) {
    SimulatedState twin =
        SimulatedState.load(
            JsonMapper.shared().readTree(WireJson.print(reading.snapshot().raw().stateFile())));
    try (OpenNas nas = OpenNas.simulated(reading.plan().nas(), twin, console, TimeLimits.none())) {
      return new ApplyRun(
              nas.session(),
              RecordKeeper.inMemory(reading.record()),
              console.clock(),
              (_, _) -> true,
              ApplyListener.silent(),
              RunJournal.none(console.clock()),
              RestTerms.pretended((_, _) -> true),
              new KeptValues(),
              "cloudsyncctl apply")
          .apply(reading.planner(), reading.plan(), reading.snapshot().live());
    }
  }
}
