package io.cloudsyncctl.cli.option;

import io.cloudsyncctl.apply.execute.KeptValues;
import io.cloudsyncctl.cli.console.Console;
import io.cloudsyncctl.run.apply.WriteTerms;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** On which terms a command writes to a NAS. */
public final class WriteOptions {
  @Mixin ConsentOptions consent = new ConsentOptions();
  @Mixin RestOptions rest = new RestOptions();
  @Mixin ObserveOptions observe = new ObserveOptions();
  @Mixin TimeoutOption timeout = new TimeoutOption();

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  boolean yes;

  public WriteTerms terms(Console console) {
    return new WriteTerms(
        consent.consent(console),
        rest.limit,
        observe.terms(),
        timeout.writing(observe.duration()),
        yes,
        new KeptValues());
  }
}
