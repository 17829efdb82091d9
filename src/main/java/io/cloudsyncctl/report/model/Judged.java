package io.cloudsyncctl.report.model;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.finding.Finding;
import io.cloudsyncctl.fleet.NasOutcome;
import io.cloudsyncctl.plan.model.Plan;

/** A plan, or why there is none, and what there is to say of each of its differences. */
public record Judged(NasOutcome<Plan> outcome, ImmutableList<Finding> findings) {}
