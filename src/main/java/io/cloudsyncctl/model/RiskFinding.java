package io.cloudsyncctl.model;

/**
 * A judgement of one change.
 *
 * @param risk its class
 * @param reason why, in words that the owner of a NAS understands
 */
public record RiskFinding(Risk risk, String reason) {}
