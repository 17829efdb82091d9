package io.cloudsyncctl.plan.match;

import com.google.common.collect.ImmutableList;
import io.cloudsyncctl.model.identity.Address;
import io.cloudsyncctl.model.identity.AddressPattern;
import io.cloudsyncctl.model.identity.TaskIdentity;
import io.cloudsyncctl.model.identity.TaskPaths;
import io.cloudsyncctl.model.live.LiveState;
import io.cloudsyncctl.model.record.KnownConnection;
import io.cloudsyncctl.model.record.SettingsRecord;
import io.cloudsyncctl.plan.model.Change;
import io.cloudsyncctl.plan.model.FlagText;
import io.cloudsyncctl.plan.model.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * Which tasks somebody wants to have created anew though the record knows that they were there.
 *
 * <p>The premise: somebody removed such a task, or the NAS does not list it just now. To create it
 * would undo the one, and double it in the other case; so it is created only by name, and only
 * where two readings some seconds apart agree that it is not there.
 */
public record Recreation(ImmutableList<AddressPattern> named) {
  /** How far apart two readings are that both have to show that a task is not there. */
  public static final Duration BETWEEN_READINGS = Duration.ofSeconds(5);

  /** How long after it was told to create a task a NAS may still come to list it. */
  public static final Duration SINCE_CREATION = Duration.ofSeconds(60);

  /** Nothing is created anew. */
  public static Recreation none() {
    return new Recreation(ImmutableList.of());
  }

  public boolean covers(Address address) {
    return named.stream().anyMatch(pattern -> pattern.matches(address));
  }

  /** Why a task that the record knows is not created. */
  public static String unnamed(Address address, TaskIdentity was) {
    return "it was there at the last apply (session "
        + was.sessionId()
        + "), so somebody removed it, or the NAS does not list it just now; to create it anew, add "
        + flag(address);
  }

  /** Whether the words for which a change is blocked are those of {@link #unnamed}. */
  public static boolean isOffered(String blocked, Address address) {
    return blocked.contains(flag(address));
  }

  /** The flag that names one task, quoted for a shell. */
  public static String flag(Address address) {
    return FlagText.of("--recreate", AddressPattern.exactly(address));
  }

  /** What to say where a task is created that the NAS was told to create before. */
  public static String askedBefore(KnownConnection.AskedTask asked) {
    return "the NAS was told at "
        + asked.at()
        + " to create it, and has not listed it since; it is told again only where a later reading"
        + " lacks it as well";
  }

  /**
   * How long to wait before the reading that decides whether a plan is carried out; zero where it
   * creates nothing that may be there. A connection that lists no task at all may have forgotten
   * them for a moment.
   *
   * @param live what the plan was made from
   */
  public static Duration waiting(Plan plan, LiveState live, SettingsRecord record, Instant now) {
    return plan.changes().stream()
        .filter(Change.Create.class::isInstance)
        .map(Change.Create.class::cast)
        .filter(create -> create.task() != null)
        .map(create -> waiting(create, live, record, now))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private static Duration waiting(
      Change.Create create, LiveState live, SettingsRecord record, Instant now) {
    TaskPaths declared = create.address().task();
    Duration wait = listsNothing(create, live) ? BETWEEN_READINGS : Duration.ZERO;
    for (KnownConnection known : KnownTasks.of(record, create).toList()) {
      if (declared != null && known.task(declared).isPresent()) {
        wait = longer(wait, BETWEEN_READINGS);
      }
      if (declared != null && known.asked(declared).isPresent()) {
        wait = longer(wait, longer(BETWEEN_READINGS, left(known.asked(declared).get(), now)));
      }
    }
    return wait;
  }

  private static boolean listsNothing(Change.Create create, LiveState live) {
    return live.connections().stream()
        .anyMatch(one -> one.id() == create.connection().id() && one.tasks().isEmpty());
  }

  /** A clock that was set back tells nothing: then all of it is waited. */
  private static Duration left(KnownConnection.AskedTask asked, Instant now) {
    Duration passed = Duration.between(asked.at(), now);
    return passed.isNegative() ? SINCE_CREATION : SINCE_CREATION.minus(passed);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
