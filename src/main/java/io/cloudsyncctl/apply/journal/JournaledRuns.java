package io.cloudsyncctl.apply.journal;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.diagnostic.Diagnostic;
import io.cloudsyncctl.diagnostic.DiagnosticException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What several journals tell.
 *
 * @param runs those that can be read, in the order of their journals
 * @param sinceDamage those of them that come after every journal that cannot be read
 * @param problems why the others cannot be read
 */
public record JournaledRuns(
    ImmutableList<JournaledRun> runs,
    ImmutableList<JournaledRun> sinceDamage,
    ImmutableList<Diagnostic> problems) {

  /** Runs that are known already. */
  public static JournaledRuns of(ImmutableList<JournaledRun> runs) {
    return new JournaledRuns(runs, runs, ImmutableList.of());
  }

  /** Those on one NAS. */
  public JournaledRuns on(String identity) {
    return new JournaledRuns(on(identity, runs), on(identity, sinceDamage), problems);
  }

  private static ImmutableList<JournaledRun> on(String identity, List<JournaledRun> some) {
    return some.stream()
        .filter(run -> run.identity().equals(identity))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Reads journals. One that is damaged does not hide the others, and one of a run that was cut
   * short before its first line tells of no run.
   *
   * @param journals the oldest first
   */
  public static JournaledRuns read(List<Path> journals) {
    List<JournaledRun> runs = new ArrayList<>();
    List<JournaledRun> sinceDamage = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (Path journal : journals) {
      try {
        JournaledRun.ifBegun(journal)
            .ifPresent(run -> {
              runs.add(run);
              sinceDamage.add(run);
            });
      } catch (DiagnosticException e) {
        problems.addAll(e.diagnostics());
        sinceDamage.clear();
      }
    }
    return new JournaledRuns(
        ImmutableList.copyOf(runs),
        ImmutableList.copyOf(sinceDamage),
        ImmutableList.copyOf(problems));
  }
}
