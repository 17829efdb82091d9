package io.cloudsyncctl.run.apply;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.run.DeclaredFiles;
import io.cloudsyncctl.run.plan.PlanningRequest;

/**
 * What {@code apply} is asked for.
 *
 * @param files YAML, or one saved plan
 * @param dryRun whether it is only rehearsed
 * @param typed the words of the command, by which it can be told how to finish its work
 */
public record ApplyRequest(
    DeclaredFiles files,
    PlanningRequest planning,
    WriteTerms terms,
    boolean dryRun,
    ImmutableList<String> typed) {}
