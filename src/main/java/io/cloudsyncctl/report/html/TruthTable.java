package io.cloudsyncctl.report.html;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.Attribution;
import io.cloudsyncctl.finding.ManagedAspect;
import io.cloudsyncctl.report.model.NasReport;
import io.cloudsyncctl.report.model.Verb;
import io.cloudsyncctl.report.wording.Escaper;
import io.cloudsyncctl.report.wording.FindingWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How everything that is managed is: a row for each NAS, a column for each thing that is managed of
 * any.
 *
 * @param title of when it tells
 * @param columns their headings
 * @param states the states that occur, for the legend
 */
public record TruthTable(
    String title,
    ImmutableList<String> columns,
    ImmutableList<Row> rows,
    ImmutableList<Legend> states) {

  /**
   * One NAS.
   *
   * @param id of the section that tells more
   */
  public record Row(String id, String nas, ImmutableList<Cell> cells) {}

  /** What there is of one thing: nothing, or how many in each state, the worst first. */
  public record Cell(ImmutableList<Count> counts) {}

  /** So many in one state. */
  public record Count(Badge badge, int count) {}

  /** What a state means. */
  public record Legend(Badge badge, String meaning) {}

  static TruthTable of(List<NasReport> reports, Verb verb) {
    List<ManagedAspect> all = reports.stream().flatMap(nas -> nas.parts().stream()).toList();
    List<ManagedAspect.Aspect> aspects =
        Arrays.stream(ManagedAspect.Aspect.values())
            .filter(aspect -> all.stream().anyMatch(part -> part.aspect() == aspect))
            .toList();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      NasReport nas = reports.get(i);
      ImmutableList<Cell> cells =
          aspects.stream()
              .map(aspect -> cell(nas.parts(), aspect))
              .collect(ImmutableList.toImmutableList());
      rows.add(new Row(NasViews.id(i), Escaper.escape(nas.nas()), cells));
    }
    return new TruthTable(
        title(verb),
        aspects.stream().map(ManagedAspect.Aspect::word).collect(ImmutableList.toImmutableList()),
        ImmutableList.copyOf(rows),
        counts(all).keySet().stream()
            .map(state -> new Legend(Badge.of(state), meaning(state)))
            .collect(ImmutableList.toImmutableList()));
  }

  /** What is managed was read before anything was done. */
  private static String title(Verb verb) {
    return switch (verb) {
      case PLAN, DRIFT -> "What is managed, and how it is";
      case APPLY, DRY_RUN, UNDO -> "What is managed, and how it was before";
    };
  }

  private static Cell cell(List<ManagedAspect> parts, ManagedAspect.Aspect aspect) {
    return new Cell(
        badges(parts.stream().filter(part -> part.aspect() == aspect).toList()).stream()
            .collect(ImmutableList.toImmutableList()));
  }

  /** How many are in each state, the worst first. */
  static ImmutableList<Count> badges(Collection<ManagedAspect> parts) {
    return counts(parts).entrySet().stream()
        .map(entry -> new Count(Badge.of(entry.getKey()), entry.getValue()))
        .collect(ImmutableList.toImmutableList())
        .reverse();
  }

  private static Map<ManagedAspect.State, Integer> counts(Collection<ManagedAspect> parts) {
    Map<ManagedAspect.State, Integer> counts = new EnumMap<>(ManagedAspect.State.class);
    parts.forEach(part -> counts.merge(part.state(), 1, Integer::sum));
    return counts;
  }

  private static String meaning(ManagedAspect.State state) {
    return switch (state) {
      case IN_SYNC -> "as declared";
      case UNMANAGED -> "on the NAS, declared by nobody, never touched";
      case IGNORED -> "not as declared, and somebody has said that it may be";
      case UNVERIFIABLE -> "no getter answers it; it is what was last written";
      case PENDING -> FindingWords.cause(Attribution.PENDING);
      case DIFFERS -> "not as declared";
      case DRIFT -> FindingWords.cause(Attribution.DRIFT) + ", or on both sides";
      case UNREADABLE -> "cannot be seen, so neither there nor absent";
      case UNREACHABLE -> "nothing is known of it";
    };
  }
}
