package io.cloudsyncctl.apply.leftover;

import io.cloudsyncctl.model.identity.ConnectionIdentity;
import io.cloudsyncctl.model.live.ConnectionStatus;
import io.cloudsyncctl.model.live.LiveConnection;
import io.cloudsyncctl.model.live.LiveState;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one reading of a NAS shows of a connection that a run left paused.
 *
 * @param connection the connection; null where it was not seen
 */
public record LeftoverSight(Kind kind, @Nullable LiveConnection connection) {

  public enum Kind {
    /**
     * It syncs, or would: the pause that was left is over. Whatever else a NAS says may stand in
     * the place of a pause: an error, a schedule's suspension, a word that nobody has documented.
     */
    ACTIVE,
    /** It is paused. */
    PAUSED,
    /** Everything is paused, also what is not paused by itself. No run does that, but somebody. */
    ALL_PAUSED,
    /** It has another status, behind which a pause may stand. */
    OTHER_STATUS,
    /** It bears a name that no run gave it. */
    RENAMED,
    /** Nobody can say whether it is there. */
    HIDDEN,
    /** It is no longer there. */
    GONE,
    /** The journal does not tell enough of it to know it again. */
    UNIDENTIFIED
  }

  /**
   * Looks for it.
   *
   * @param bore whether a run found it under a name, or gave it that name
   */
  static LeftoverSight of(ConnectionIdentity then, Predicate<String> bore, LiveState live) {
    if (!then.isComplete()) {
      return new LeftoverSight(
          Kind.UNIDENTIFIED,
          find(live, one -> one.id() == then.id() && one.name().equals(then.name())));
    }
    LiveConnection found = find(live, one -> then.isSameUnderAnyName(one.identity()));
    if (found == null) {
      boolean maybe = !live.seesAll() || find(live, one -> mayBe(then, one)) != null;
      return new LeftoverSight(maybe ? Kind.HIDDEN : Kind.GONE, null);
    }
    return new LeftoverSight(kind(found, bore, live), found);
  }

  private static Kind kind(LiveConnection found, Predicate<String> bore, LiveState live) {
    if (!live.allPaused() && ConnectionStatus.of(found.status()).syncs()) {
      return Kind.ACTIVE;
    }
    if (!bore.test(found.name())) {
      return Kind.RENAMED;
    }
    if (live.allPaused() && !eachIsPaused(live)) {
      return Kind.ALL_PAUSED;
    }
    return found.paused() ? Kind.PAUSED : Kind.OTHER_STATUS;
  }

  /** Then a NAS may say that everything is paused, though each was paused by itself. */
  private static boolean eachIsPaused(LiveState live) {
    return live.connections().stream().allMatch(LiveConnection::paused);
  }

  private static @Nullable LiveConnection find(LiveState live, Predicate<LiveConnection> is) {
    Optional<LiveConnection> found = live.connections().stream().filter(is).findFirst();
    return found.orElse(null);
  }

  /** A connection of that id, of which the NAS does not tell enough by now. */
  private static boolean mayBe(ConnectionIdentity then, LiveConnection now) {
    return now.id() == then.id()
        && agrees(then.provider(), now.type())
        && agrees(then.account(), now.account())
        && agrees(then.userId(), now.userId());
  }

  private static boolean agrees(@Nullable String then, String now) {
    return then == null || then.isEmpty() || now.isEmpty() || now.equals(then);
  }
}
