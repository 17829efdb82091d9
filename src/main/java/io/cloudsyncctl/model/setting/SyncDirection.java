package io.cloudsyncctl.model.setting;

/** Which way a task syncs; the names are the wire's ({@code sync_direction}). */
public enum SyncDirection {
  /** Local changes go to the cloud, nothing comes back. */
  ONLY_UPLOAD,
  /** Both ways: a deletion on one side is repeated on the other. */
  BIDIRECTION,
  /** Remote changes come to the NAS, nothing goes up. */
  ONLY_DOWNLOAD
}
