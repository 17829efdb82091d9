package io.cloudsyncctl.report.model;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a report was made.
 *
 * @param toolVersion of the program
 * @param started when the run began
 * @param took how long it took
 * @param sources the files and folders that the user named
 * @param git where they came from; empty outside a Git repository
 * @param baseline with what the declaration was compared, in words; empty without a baseline
 * @param countsUndeclared whether what nobody declared counts as a difference
 * @param exitCode what the run ended with
 * @param cutShort why the run did not come to its end; empty where it did
 */
public record RunFacts(
    String toolVersion,
    Instant started,
    Duration took,
    ImmutableList<String> sources,
    Optional<GitFacts> git,
    Optional<String> baseline,
    boolean countsUndeclared,
    int exitCode,
    Optional<String> cutShort) {

  /** The same run, ended with another code. */
  public RunFacts endedWith(int code) {
    return new RunFacts(
        toolVersion, started, took, sources, git, baseline, countsUndeclared, code, cutShort);
  }
}
