package io.cloudsyncctl.finding;

import java.time.Instant;

/**
 * How long a difference has been there, by earlier reports.
 *
 * @param firstSeen when it was first reported; this run where no report has it
 * @param reports how many reports have it, this one included
 * @param spells in how many unbroken rows of reports it stood, this one included: more than one
 *     where it was gone in between
 */
public record History(Instant firstSeen, int reports, int spells) {}
