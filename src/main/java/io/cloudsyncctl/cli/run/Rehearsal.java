package io.cloudsyncctl.cli.run;

import io.cloudsyncctl.apply.execute.ApplyListener;
import io.cloudsyncctl.apply.execute.ApplyRun;
import io.cloudsyncctl.apply.execute.KeptValues;
import io.cloudsyncctl.apply.journal.ApplyResult;
import io.cloudsyncctl.apply.journal.RunJournal;
import io.cloudsyncctl.apply.rest.RestTerms;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.cli.console.TimeLimits;
import io.cloudsyncctl.dsm.WireJson;
import io.cloudsyncctl.simulator.state.SimulatedState;
import io.cloudsyncctl.state.RecordKeeper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A plan carried out on a twin of the NAS: a simulated one that was loaded with the raw answers of
 * its getters, with placeholders for the credentials. The NAS itself sees no write, and the record
 * of what was written to it is not touched.
 */
public final class Rehearsal {
  private Rehearsal() {}

  public static ApplyResult run(Reading reading, Console console) {
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
