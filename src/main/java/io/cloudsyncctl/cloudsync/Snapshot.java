package io.cloudsyncctl.cloudsync;

import io.cloudsyncctl.model.LiveState;

/** One reading of a whole NAS: what it is set to, and the answers that say so. */
public record Snapshot(LiveState live, RawAnswers raw) {}
