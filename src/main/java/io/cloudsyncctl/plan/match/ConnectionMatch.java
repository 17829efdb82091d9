package io.cloudsyncctl.plan.match;

import io.cloudsyncctl.model.desired.DesiredConnection;
import io.cloudsyncctl.model.live.LiveConnection;
import org.jspecify.annotations.Nullable;

/**
 * A declared connection and the one on the NAS that it means.
 *
 * @param live null where the NAS shows none
 * @param renamed whether the NAS knows it by another name than the declared one
 */
public record ConnectionMatch(
    DesiredConnection desired, @Nullable LiveConnection live, boolean renamed) {}
