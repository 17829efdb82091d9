package io.cloudsyncctl.cloudsync.read;

import io.cloudsyncctl.model.live.LiveState;

/** One reading of a whole NAS: what it is set to, and the answers that say so. */
public record Snapshot(LiveState live, RawAnswers raw) {}
