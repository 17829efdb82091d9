package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.finding.History;
import io.cloudsyncctl.finding.Ignore;
import io.cloudsyncctl.finding.Standing;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.LabelText;
import io.cloudsyncctl.report.wording.Quantity;
import java.time.Duration;
import java.time.Instant;

/** Something that is known of a difference: whose it is, since when, whether it counts. */
public record NoteView(Badge badge, String more) {

  /**
   * Everything that is known.
   *
   * @param now when the run was made
   */
  static ImmutableList<NoteView> of(Finding finding, Instant now) {
    ImmutableList.Builder<NoteView> notes = ImmutableList.builder();
    switch (finding.standing()) {
      case Standing.Counts _ -> {}
      case Standing.Ignored(Ignore ignore) ->
          notes.add(
              new NoteView(
                  new Badge(Tone.QUIET.css(), "−", "ignored until " + ignore.expires()),
                  who(ignore)));
      case Standing.Lapsed(Ignore ignore) ->
          notes.add(
              new NoteView(
                  new Badge(
                      Tone.CAUTION.css(),
                      "!",
                      "counts again: its ignore ran out on " + ignore.expires()),
                  who(ignore)));
    }
    // What nobody can know is told once, not with each difference.
    if (finding.attribution() != Attribution.UNATTRIBUTED) {
      notes.add(new NoteView(Badge.of(finding.attribution()), ""));
    }
    finding.history().ifPresent(history -> notes.add(since(history, now)));
    return notes.build();
  }

  private static String who(Ignore ignore) {
    return Escaper.sentence(ignore.reason())
        + " ("
        + Escaper.sentence(ignore.owner())
        + ", "
        + Places.of(ignore.at())
        + ")";
  }

  private static NoteView since(History history, Instant now) {
    long days = Duration.between(history.firstSeen(), now).toDays();
    String age = days < 1 ? "today" : Quantity.count(days, "day") + " ago";
    String back =
        history.spells() > 1 ? ", came back " + Quantity.count(history.spells() - 1L, "time") : "";
    return new NoteView(
        new Badge(Tone.QUIET.css(), "◷", "first seen " + age),
        LabelText.time(history.firstSeen())
            + ", in "
            + Quantity.count(history.reports(), "report")
            + back);
  }
}
