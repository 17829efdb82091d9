package io.cloudsyncctl.witness;

import io.cloudsyncctl.simulator.truth.Event;
import io.cloudsyncctl.simulator.truth.Truth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may never happen, whatever the NAS, people and other machines do. What nobody could have
 * known, since it happened after the last answer that came before a write, is nobody's fault.
 */
public final class Judge {
  private final Account account;
  private final List<String> violations = new ArrayList<>();

  private Judge(World world) {
    this.account = new Account(world);
  }

  /** Everything that should not have happened. */
  public static List<String> violations(World world) {
    Judge judge = new Judge(world);
    Scope scope = new Scope(judge.account);
    List<Event> events = judge.account.events();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).actor() == Event.Actor.CLIENT) {
        Moment moment = judge.account.momentOf(i);
        if (moment == null) {
          judge.violations.add("nobody asked for " + events.get(i));
        } else if (events.get(i).isChange()) {
          judge.rest(i, moment);
          judge.violations.addAll(scope.violations(i, moment));
        }
      }
    }
    judge.violations.addAll(new Resumes(judge.account).unearned());
    judge.violations.addAll(new Claims(judge.account, world.runs()).untrue());
    return judge.violations;
  }

  /** What may delete files is written only while its connection rests. */
  private void rest(int i, Moment moment) {
    Event event = account.events().get(i);
    if (event.atRest() || !moment.run().quiesces() || !isKnownToBeDangerous(i, moment)) {
      return;
    }
    long connection = event.connection();
    int known = account.lastKnown(moment);
    if (account.last(Event.Kind.STARTED, connection, known, i).isEmpty()
        && !isAccepted(moment.run(), account.truthBefore(i).connections().get(connection))) {
      violations.add("a dangerous write outside of rest: %s, by %s".formatted(event, moment));
    }
  }

  private boolean isKnownToBeDangerous(int i, Moment moment) {
    Event event = account.events().get(i);
    return Dangers.mayDeleteFiles(event)
        && (event.changes().isEmpty()
            || event.changes().stream()
                .anyMatch(change ->
                    Dangers.mayDeleteFiles(change)
                        && !account.isUnseen(change, i, moment.run().machine())));
  }

  /**
   * One in error or suspended may be accepted by name; and where the connection has said for half a
   * minute that it is paused, that counts and is told.
   */
  private static boolean isAccepted(Run run, Truth.@Nullable Connection is) {
    return is != null
        && switch (is.status()) {
          case "error", "suspended" -> run.accepts("not-at-rest");
          case "pause" -> run.said().contains("busy-while-paused");
          default -> false;
        };
  }
}
