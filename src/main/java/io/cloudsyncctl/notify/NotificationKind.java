package io.cloudsyncctl.notify;

import java.util.Locale;

/** The forms in which webhooks take a notification. */
public enum NotificationKind {
  /** Our own: {@code schemas/notification-v1.schema.json}. */
  JSON,
  /** Slack's incoming webhooks. */
  SLACK,
  /** Microsoft Teams: an Adaptive Card, as its workflows take it. */
  TEAMS,
  /** Discord's webhooks. */
  DISCORD;

  /** The word that people write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
