package io.cloudsyncctl.finding;

import com.google.common.collect.ImmutableSet;
import java.time.Instant;

/**
 * What an earlier report tells of one NAS that it could read.
 *
 * @param at when that run began
 * @param keys of every difference, see {@link Difference#key}
 * @param mended whether the run went on to make the NAS as declared, so that none was left
 */
public record Sighting(String nas, Instant at, ImmutableSet<String> keys, boolean mended) {}
