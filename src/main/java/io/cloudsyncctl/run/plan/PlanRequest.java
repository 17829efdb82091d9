package io.cloudsyncctl.run.plan;

import io.cloudsyncctl.run.DeclaredFiles;
import io.cloudsyncctl.run.TimeLimits;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code plan} is asked for.
 *
 * @param out where the plan is saved; empty where it is not
 * @param differenceIsAnExitCode whether a difference shows in the exit code
 */
public record PlanRequest(
    DeclaredFiles files,
    PlanningRequest planning,
    TimeLimits limits,
    Optional<Path> out,
    boolean differenceIsAnExitCode) {}
