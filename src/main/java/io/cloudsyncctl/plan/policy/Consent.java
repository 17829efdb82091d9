package io.cloudsyncctl.plan.policy;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;

/**
 * What the user has agreed to.
 *
 * @param risks by class and address, beside what the YAML accepts
 * @param today the day on which an {@code expires} is judged
 */
public record Consent(ImmutableList<RiskConsent> risks, RemovalLimits limits, LocalDate today) {}
