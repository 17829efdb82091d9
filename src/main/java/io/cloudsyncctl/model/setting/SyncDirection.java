package io.cloudsyncctl.model.setting;

import java.util.Arrays;
import java.util.Optional;

/** Which way a task syncs; the names are the wire's ({@code sync_direction}). */
public enum SyncDirection {
  /** Local changes go to the cloud, nothing comes back. */
  ONLY_UPLOAD,
  /** Both ways: a deletion on one side is repeated on the other. */
  BIDIRECTION,
  /** Remote changes come to the NAS, nothing goes up. */
  ONLY_DOWNLOAD;

  /** The direction of a wire's word; empty where there is none. */
  public static Optional<SyncDirection> of(String word) {
    return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
  }
}
