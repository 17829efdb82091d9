package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.Ignore;
import io.cloudsyncctl.finding.Standing;
import io.cloudsyncctl.report.wording.FindingWords;

/** Something that is known of a difference: how it came to be, since when, whether it counts. */
public record NoteView(Badge badge, String more) {

  /** Everything that is known. */
  static ImmutableList<NoteView> of(Finding finding) {
    ImmutableList.Builder<NoteView> notes = ImmutableList.builder();
    switch (finding.standing()) {
      case Standing.Counts _ -> {}
      case Standing.Ignored(Ignore ignore) ->
          notes.add(
              new NoteView(
                  new Badge(Tone.QUIET.css(), "−", "ignored"), FindingWords.until(ignore)));
      case Standing.Lapsed(Ignore ignore) ->
          notes.add(
              new NoteView(
                  Badge.of(Tone.CAUTION, "counts again"), "ignored " + FindingWords.until(ignore)));
    }
    // What nobody can know is told once, not with each difference.
    if (FindingWords.causeIsKnown(finding)) {
      notes.add(
          new NoteView(
              Badge.of(finding.attribution()),
              finding.history().map(FindingWords::since).orElse("")));
    }
    return notes.build();
  }
}
