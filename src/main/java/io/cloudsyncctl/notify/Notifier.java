package io.cloudsyncctl.notify;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.report.model.RunReport;
import io.cloudsyncctl.state.NotificationState;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells one receiver what has changed since it was last told, and remembers that. What could not be
 * delivered is not remembered, so the next run tells it.
 */
public final class Notifier {
  private final NotificationKind kind;
  private final Webhook webhook;
  private final String receiver;
  private final NotificationState told;

  /**
   * A notifier.
   *
   * @param receiver what tells this receiver from others, and is no secret
   * @param told what it was told before
   */
  public Notifier(NotificationKind kind, Webhook webhook, String receiver, NotificationState told) {
    this.kind = kind;
    this.webhook = webhook;
    this.receiver = receiver;
    this.told = told;
  }

  /** Tells what is new; why that failed, where it did. */
  public Optional<String> tell(RunReport report) {
    String key = report.verb().name().toLowerCase(Locale.ROOT) + " " + receiver;
    ImmutableList.Builder<Notification.News> news = ImmutableList.builder();
    for (Condition now : Conditions.of(report)) {
      Optional<NotificationState.Told> last = told.last(key, now.nas());
      boolean same = last.map(before -> before.digest().equals(now.digest())).orElse(false);
      // That all is well is no news where nothing else was ever told.
      boolean wellFromTheStart = last.isEmpty() && now.state() == Condition.State.IN_SYNC;
      if (!same && !wellFromTheStart) {
        news.add(new Notification.News(now, last.map(NotificationState.Told::state)));
      }
    }
    ImmutableList<Notification.News> all = news.build();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> failure =
        webhook.post(NotificationBody.of(kind, new Notification(report, all)));
    if (failure.isEmpty()) {
      all.forEach(one ->
          told.remember(
              key,
              one.now().nas(),
              new NotificationState.Told(
                  one.now().state().word(), one.now().digest(), report.facts().started())));
    }
    return failure;
  }
}
