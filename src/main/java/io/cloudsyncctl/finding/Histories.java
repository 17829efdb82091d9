package io.cloudsyncctl.finding;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Earlier reports, put in a row: since when a difference is there, and how often it came. */
public final class Histories {
  private final ImmutableList<EarlierReport> inOrder;
  private final Instant now;

  /**
   * The history until this run.
   *
   * @param sightings in any order; one that is there twice counts once
   * @param now when this run began
   */
  public Histories(Collection<EarlierReport> sightings, Instant now) {
    this.inOrder =
        sightings.stream()
            .distinct()
            .sorted(
                Comparator.comparing(EarlierReport::at).thenComparing(one -> one.keys().toString()))
            .collect(ImmutableList.toImmutableList());
    this.now = now;
  }

  /** The history of a difference that this run has found. */
  public History of(Difference difference) {
    String key = difference.key().text();
    Optional<Instant> first = Optional.empty();
    int reports = 1;
    int spells = 1;
    boolean there = false;
    for (EarlierReport sighting : inOrder) {
      if (!sighting.nas().equals(difference.address().nas())) {
        continue;
      }
      boolean has = sighting.keys().contains(key);
      if (!has && !sighting.tellsOf(difference)) {
        continue;
      }
      if (has) {
        first = first.or(() -> Optional.of(sighting.at()));
        reports++;
      }
      // Each time that it ends is a spell beside the one that goes on now.
      if (there && !has) {
        spells++;
      }
      there = has;
      if (has && sighting.mended()) {
        spells++;
        there = false;
      }
    }
    return new History(first.orElse(now), reports, spells);
  }
}
