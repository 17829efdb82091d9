package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Severity;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.report.wording.Headline;
import io.cloudsyncctl.report.wording.Summary;

/**
 * What a reader has to know in ten seconds.
 *
 * @param sentence the outcome of the run
 * @param more what stands below it: what its NAS come to, where there are several
 */
public record HeadlineView(Tone tone, String sentence, ImmutableList<String> more) {

  static HeadlineView of(RunReport report) {
    Tone tone = report.facts().cutShort().isEmpty() ? Tone.CALM : Tone.ALARM;
    if (report.nas().isEmpty()) {
      boolean errors =
          report.diagnostics().stream().anyMatch(one -> one.severity() == Severity.ERROR);
      tone = tone.and(errors ? Tone.ALARM : Tone.CAUTION);
    }
    for (NasReport nas : report.nas()) {
      tone = tone.and(NasStanding.tone(nas, report.verb()));
    }
    return new HeadlineView(
        tone,
        Headline.of(report),
        Summary.ofRun(report.outcomes(), report.verb(), report.facts().baseline()).stream()
            .map(Summary.Sentence::text)
            .collect(ImmutableList.toImmutableList()));
  }
}
