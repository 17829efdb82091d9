package io.cloudsyncctl.apply.operation;

/**
 * The order of writes: what protects files goes first and what releases goes last, so that an apply
 * that stops anywhere leaves less syncing than was asked for, never more.
 */
enum Stage {
  /** Without it the login may not see what else is declared. */
  ADMIN_VIEW_ON,
  PAUSE,
  /**
   * Narrower filters, a direction that becomes one-way, deletions that are held back, hours that
   * are taken away.
   */
  PROTECT,
  /**
   * Of every task that is to be created: where the NAS does not take one, what it is to replace is
   * still there.
   */
  TEST,
  REMOVE,
  NEUTRAL,
  CREATE,
  /** Wider filters, bidirectional, deletions that are let through. */
  RELEASE,
  /** More hours, or no schedule: what its schedule has suspended may sync at once. */
  MORE_HOURS,
  RESUME,
  /** Last, since the login may see less afterwards. */
  ADMIN_VIEW_OFF
}
