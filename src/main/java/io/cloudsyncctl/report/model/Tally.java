package io.cloudsyncctl.report.model;

import com.google.common.collect.ImmutableMap;
import io.cloudsyncctl.model.setting.Risk;
import io.cloudsyncctl.plan.model.Change;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many changes there are of each kind.
 *
 * @param blocked those of all kinds that cannot be carried out as declared
 * @param risks how many changes bear a class, the worst first
 */
public record Tally(
    long create,
    long update,
    long delete,
    long pause,
    long resume,
    long manual,
    long blocked,
    ImmutableMap<Risk, Integer> risks) {

  public static Tally of(List<Change> changes) {
    return new Tally(
        count(changes, Change.Create.class),
        count(changes, Change.Update.class),
        count(changes, Change.Delete.class),
        count(changes, Change.Pause.class),
        count(changes, Change.Resume.class),
        count(changes, Change.Manual.class),
        changes.stream().filter(change -> change.blockedBy() != null).count(),
        risks(changes));
  }

  private static long count(List<Change> changes, Class<? extends Change> kind) {
    return changes.stream().filter(kind::isInstance).count();
  }

  private static ImmutableMap<Risk, Integer> risks(List<Change> changes) {
    Map<Risk, Integer> counts = new EnumMap<>(Risk.class);
    for (Change change : changes) {
      Set<Risk> classes = EnumSet.noneOf(Risk.class);
      change.risks().forEach(finding -> classes.add(finding.risk()));
      classes.forEach(risk -> counts.merge(risk, 1, Integer::sum));
    }
    counts.remove(Risk.NONE);
    ImmutableMap.Builder<Risk, Integer> worstFirst = ImmutableMap.builder();
    for (Risk risk : List.of(Risk.values()).reversed()) {
      Integer count = counts.get(risk);
      if (count != null) {
        worstFirst.put(risk, count);
      }
    }
    return worstFirst.buildOrThrow();
  }
}
